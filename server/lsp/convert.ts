/** The only file that knows both the core's spans and LSP's ranges. */
import {
  type CodeAction,
  CodeActionKind,
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type Diagnostic,
  DiagnosticSeverity,
  InsertTextFormat,
  type Location,
  type LocationLink,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { QuickFix } from '../core/features/codeActions';
import type { CompletionEntry, Completions } from '../core/features/completion';
import type { Definition } from '../core/features/definition';
import type { Finding, Severity } from '../core/rules/rule';
import { type LineStarts, rangeOf } from '../core/text/lines';
import type { TextEdit as SpanEdit } from '../core/text/span';

/** Addresses of notes and of documentation, which the core does not know. */
export interface Addresses {
  uri(path: string): string;
  docs(code: string): string;
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const top: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** A position behind the end of its line or of the text counts as that end. */
export function toOffset(
  lines: LineStarts,
  position: { line: number; character: number },
  length: number,
): number {
  const start = lines[position.line];
  if (start === undefined) return length;
  const next = lines[position.line + 1] ?? length + 1;
  return Math.min(start + position.character, next - 1, length);
}

export function toTextEdit(lines: LineStarts, edit: SpanEdit): TextEdit {
  return { range: rangeOf(lines, edit.span), newText: edit.newText };
}

export function toDiagnostic(
  lines: LineStarts,
  finding: Finding,
  addresses: Addresses,
): Diagnostic {
  const related = finding.related?.map(({ path, message }) => ({
    location: { uri: addresses.uri(path), range: top },
    message,
  }));
  return {
    range: rangeOf(lines, finding.span),
    severity: severities[finding.severity],
    source: 'claimwright',
    code: finding.code,
    codeDescription: { href: addresses.docs(finding.code) },
    message: finding.message,
    ...(related === undefined ? {} : { relatedInformation: related }),
  };
}

export function toCodeAction(
  lines: LineStarts,
  fix: QuickFix,
  uri: string,
  addresses: Addresses,
): CodeAction {
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(lines, fix.finding, addresses)],
    ...(fix.safe ? { isPreferred: true } : {}),
    edit:
      fix.creates === undefined
        ? noteEdit(lines, uri, fix.edits)
        : creation(addresses.uri(fix.creates.path), fix.creates.text),
  };
}

export function noteEdit(
  lines: LineStarts,
  uri: string,
  edits: readonly SpanEdit[],
): WorkspaceEdit {
  return { changes: { [uri]: edits.map(edit => toTextEdit(lines, edit)) } };
}

function creation(uri: string, text: string): WorkspaceEdit {
  const create = {
    kind: 'create' as const,
    uri,
    options: { ignoreIfExists: false, overwrite: false },
  };
  const edits = [{ range: top, newText: text }];
  return { documentChanges: [create, { textDocument: { uri, version: null }, edits }] };
}

/** For clients that do not know location links. */
export function toLocation({ targetUri, targetSelectionRange }: LocationLink): Location {
  return { uri: targetUri, range: targetSelectionRange };
}

export function toLocationLink(
  lines: LineStarts,
  definition: Definition,
  uri: string,
  targetLines: LineStarts | undefined,
): LocationLink {
  const range = targetLines === undefined ? top : rangeOf(targetLines, definition.target);
  return {
    originSelectionRange: rangeOf(lines, definition.origin),
    targetUri: uri,
    targetRange: range,
    targetSelectionRange: { start: range.start, end: range.start },
  };
}

/** `replace` is put in as one line; the editor compares every entry with what was typed, so the order stays ours. */
export function toCompletionList(
  lines: LineStarts,
  completions: Completions,
  shows: { readonly labelDetails: boolean },
  data: (entry: CompletionEntry) => unknown,
): CompletionList {
  const range = rangeOf(lines, completions.replace);
  const items = completions.entries.map(
    (entry, index): CompletionItem => ({
      // A client that has no room for details beside the label gets the whole title.
      ...(shows.labelDetails
        ? { label: entry.label, labelDetails: { description: entry.facts } }
        : { label: entry.title, detail: entry.facts }),
      // With `File` the editor would take the title for a file name and choose an icon by its ending.
      kind: CompletionItemKind.Reference,
      sortText: String(index).padStart(3, '0'),
      // Every entry scores alike in the editor's own filter (microsoft/vscode#136898), so `sortText` decides.
      ...(completions.query === '' ? {} : { filterText: completions.query }),
      insertTextFormat: InsertTextFormat.PlainText,
      textEdit: { range, newText: entry.newText },
      ...(entry.quotes.length === 0
        ? {}
        : { additionalTextEdits: entry.quotes.map(edit => toTextEdit(lines, edit)) }),
      data: data(entry),
    }),
  );
  return { isIncomplete: true, items };
}
