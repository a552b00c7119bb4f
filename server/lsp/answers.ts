/** Answers requests: from LSP's terms to a feature of the core, and back. */
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type CompletionItem,
  type CompletionList,
  type Hover,
  type Location,
  type LocationLink,
  MarkupKind,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import { fixAll, quickFixes } from '../core/features/codeActions';
import { completion } from '../core/features/completion';
import { definition } from '../core/features/definition';
import { hover, preview } from '../core/features/hover';
import { rangeOf } from '../core/text/lines';
import type { Note } from '../core/text/parseNote';
import {
  noteEdit,
  toCodeAction,
  toCompletionList,
  toLocation,
  toLocationLink,
  toOffset,
} from './convert';
import { hoverText, previewText } from './hoverText';
import type { Session } from './Session';
import type { Place } from './Workspace';

/** A note, its text, and its place in a vault; `null` for anything else. */
interface Target extends Place {
  readonly note: Note;
  readonly text: string;
}

function targetOf({ workspace }: Session, uri: string): Target | null {
  const place = workspace.placeOf(uri);
  const note = place?.vault.index.note(place.path);
  const text = place?.vault.text(place.path);
  if (!place || note === undefined || text === null || text === undefined) return null;
  return { ...place, note, text };
}

function offsetIn({ note, text }: Target, { position }: TextDocumentPositionParams): number {
  return toOffset(note.lines, position, text.length);
}

export function answerCompletion(
  session: Session,
  params: TextDocumentPositionParams,
): CompletionList | null {
  const target = targetOf(session, params.textDocument.uri);
  if (target === null) return null;
  const { vault, path, text, note } = target;
  const found = completion(vault.index, path, text, offsetIn(target, params));
  return (
    found && toCompletionList(note.lines, found, session.shows, entry => [vault.root, entry.path])
  );
}

export function answerResolve({ workspace }: Session, item: CompletionItem): CompletionItem {
  const data: unknown = item.data;
  if (!Array.isArray(data)) return item;
  const vault = workspace.all.find(each => each.root === data[0]);
  const shown = vault && preview(vault.index, String(data[1]), path => vault.text(path));
  if (!vault || !shown) return item;
  const value = previewText(shown, path => workspace.uriOf({ vault, path }));
  return { ...item, detail: shown.path, documentation: { kind: MarkupKind.Markdown, value } };
}

export function answerHover(session: Session, params: TextDocumentPositionParams): Hover | null {
  const target = targetOf(session, params.textDocument.uri);
  if (target === null) return null;
  const { vault, path, note } = target;
  const found = hover(vault.index, path, offsetIn(target, params), each => vault.text(each));
  if (found === null) return null;
  const value = hoverText(found, each => session.workspace.uriOf({ vault, path: each }));
  return { range: rangeOf(note.lines, found.span), contents: { kind: MarkupKind.Markdown, value } };
}

export function answerDefinition(
  session: Session,
  params: TextDocumentPositionParams,
): LocationLink[] | Location[] | null {
  const target = targetOf(session, params.textDocument.uri);
  if (target === null) return null;
  const { vault, path, note } = target;
  const links = definition(vault.index, path, offsetIn(target, params)).map(found => {
    const uri = session.workspace.uriOf({ vault, path: found.path });
    return toLocationLink(note.lines, found, uri, vault.index.note(found.path)?.lines);
  });
  return session.shows.locationLinks ? links : links.map(toLocation);
}

const FIX_ALL = `${CodeActionKind.SourceFixAll}.claimwright`;

export function answerCodeActions(session: Session, params: CodeActionParams): CodeAction[] | null {
  const { uri } = params.textDocument;
  const target = targetOf(session, uri);
  if (target === null || !target.vault.complete) return null;
  const { only } = params.context;
  const wants = (kind: string) => only?.some(each => kind === each || kind.startsWith(`${each}.`));
  const actions: CodeAction[] = [];
  if (only === undefined || wants(CodeActionKind.QuickFix))
    actions.push(...fixesFor(session, target, params));
  if (wants(FIX_ALL)) {
    const edits = fixAll(target.vault.index, target.path, target.text, session.machine.today());
    const edit = noteEdit(target.note.lines, uri, edits);
    if (edits.length > 0) actions.push({ title: 'Fix all safe problems', kind: FIX_ALL, edit });
  }
  return actions;
}

function fixesFor(session: Session, target: Target, params: CodeActionParams): CodeAction[] {
  const { vault, path, note, text } = target;
  const range = {
    start: toOffset(note.lines, params.range.start, text.length),
    end: toOffset(note.lines, params.range.end, text.length),
  };
  const fixes = quickFixes(vault.index, path, range, text, session.machine.today());
  const addresses = session.addresses(vault);
  return fixes.map(fix => toCodeAction(note.lines, fix, params.textDocument.uri, addresses));
}
