/** The only file that knows both the core's spans and LSP's ranges. */
import {
  type ChangeAnnotation,
  type CodeAction,
  CodeActionKind,
  type Command,
  type Diagnostic,
  DiagnosticSeverity,
  type Location,
  type LocationLink,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { QuickFix } from '../core/features/fixes/codeActions';
import { type FixedNote, fixesByEdit } from '../core/features/fixes/fixNote';
import type { Definition } from '../core/features/navigation/definition';
import { rules } from '../core/rules/all';
import type { Finding, Severity } from '../core/rules/rule';
import { type LineStarts, lineStarts, rangeOf } from '../core/text/lines';
import type { TextEdit as SpanEdit } from '../core/text/span';
import { renameFileCommand } from './protocol';

/** Addresses of notes and of documentation, which the core does not know. */
export interface Addresses {
  uri(path: string): string;
  /** `null` where nobody knows. */
  docs(code: string): string | null;
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
  const href = addresses.docs(finding.code);
  return {
    range: rangeOf(lines, finding.span),
    severity: severities[finding.severity],
    source: 'claimwright',
    code: finding.code,
    ...(href === null ? {} : { codeDescription: { href } }),
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
    ...(fix.rename === undefined
      ? { edit: editOf(lines, fix, uri, addresses) }
      : { command: renaming(fix.title, uri, fix.rename) }),
  };
}

function editOf(
  lines: LineStarts,
  { creates, edits }: QuickFix,
  uri: string,
  addresses: Addresses,
): WorkspaceEdit {
  return creates === undefined
    ? noteEdit(lines, uri, edits)
    : creation(addresses.uri(creates.path), creates.text);
}

/** What it edits is found when it is run: that may be many notes. */
function renaming(title: string, uri: string, to: NonNullable<QuickFix['rename']>): Command {
  return { title, command: renameFileCommand, arguments: [uri, to.to, to.title] };
}

export function noteEdit(
  lines: LineStarts,
  uri: string,
  edits: readonly SpanEdit[],
): WorkspaceEdit {
  return { changes: { [uri]: edits.map(edit => toTextEdit(lines, edit)) } };
}

/** One edit of many notes; with annotations, each change says the rules behind it and waits to be confirmed. */
export function fixEdit(
  fixed: readonly { readonly note: FixedNote; readonly uri: string; version: number | null }[],
  shows: { readonly documentChanges: boolean; readonly annotations: boolean },
): WorkspaceEdit {
  const changeAnnotations: Record<string, ChangeAnnotation> = {};
  const documentChanges = fixed.map(({ note, uri, version }) => {
    const lines = lineStarts(note.before);
    const behind = shows.annotations ? fixesByEdit(note) : null;
    const edits = note.edits.map(edit => {
      const written = toTextEdit(lines, edit);
      if (behind === null) return written;
      const codes = [...new Set(behind.get(edit)?.map(({ code }) => code))].sort();
      const annotationId = codes.join(', ');
      changeAnnotations[annotationId] ??= annotationOf(codes);
      return { ...written, annotationId };
    });
    return { textDocument: { uri, version }, edits };
  });
  if (!shows.documentChanges) {
    const changes = documentChanges.map(({ textDocument, edits }) => [textDocument.uri, edits]);
    return { changes: Object.fromEntries(changes) };
  }
  return { documentChanges, ...(shows.annotations ? { changeAnnotations } : {}) };
}

/** Editors group changes by the label. */
function annotationOf(codes: readonly string[]): ChangeAnnotation {
  const described = rules.filter(({ code }) => codes.includes(code)).map(({ summary }) => summary);
  return {
    label: `Fix all safe problems: ${codes.join(', ')}`,
    description: described.join(' '),
    needsConfirmation: true,
  };
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
