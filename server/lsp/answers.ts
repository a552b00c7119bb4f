/** Answers requests: from LSP's terms to a feature of the core, and back. */
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type CompletionItem,
  type CompletionList,
  type CompletionParams,
  CompletionTriggerKind,
  type Hover,
  type Location,
  type LocationLink,
  MarkupKind,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import type { Completions } from '../core/features/completion/Completions';
import { completion } from '../core/features/completion/completion';
import { newNoteCompletion } from '../core/features/completion/newNoteCompletion';
import { fixAll, quickFixes } from '../core/features/fixes/codeActions';
import { frontmatterCompletion } from '../core/features/frontmatter/frontmatterCompletion';
import { frontmatterHover } from '../core/features/frontmatter/frontmatterHover';
import { definition } from '../core/features/navigation/definition';
import { hover, preview } from '../core/features/navigation/hover';
import { rangeOf } from '../core/text/lines';
import type { Note } from '../core/text/parseNote';
import { toCompletionList } from './completionItems';
import { completeConfig, configFixes, hoverConfig } from './configAnswers';
import { noteEdit, toCodeAction, toLocation, toLocationLink, toOffset } from './convert';
import { recordChangeAction } from './dependentsAnswers';
import { frontmatterHoverText } from './frontmatterHoverText';
import { hintCodeActions } from './hintLenses';
import { hoverText, previewText } from './hoverText';
import type { Session } from './Session';
import type { Place } from './Workspace';

/** A note, its text, and its place in a vault; `null` for anything else. */
export interface Target extends Place {
  readonly note: Note;
  readonly text: string;
}

export function targetOf({ workspace }: Session, uri: string): Target | null {
  const place = workspace.placeOf(uri);
  const note = place?.vault.index.note(place.path);
  const text = place?.vault.text(place.path);
  if (!place || note === undefined || text === null || text === undefined) return null;
  return { ...place, note, text };
}

export function offsetIn({ note, text }: Target, { position }: TextDocumentPositionParams): number {
  return toOffset(note.lines, position, text.length);
}

export function answerCompletion(
  session: Session,
  params: CompletionParams,
): CompletionList | null {
  const config = session.workspace.configOf(params.textDocument.uri);
  if (config !== null) return completeConfig(config, params, session.shows);
  const target = targetOf(session, params.textDocument.uri);
  if (target === null) return null;
  const found = completionIn(session, target, params);
  const data = ({ path }: { readonly path?: string }) => [target.vault.root, path];
  return found && toCompletionList(target.note.lines, found, session.shows, data);
}

/** Links first: in front matter, too, whoever types brackets wants any note. */
function completionIn(
  { machine }: Session,
  target: Target,
  params: CompletionParams,
): Completions | null {
  const { vault, path, text } = target;
  const offset = offsetIn(target, params);
  const { triggerKind } = params.context ?? {};
  const typing = triggerKind !== undefined && triggerKind !== CompletionTriggerKind.Invoked;
  const asking = { today: machine.today(), typing };
  return (
    completion(vault.index, path, text, offset, each => vault.text(each)) ??
    newNoteCompletion(vault.index, path, text, offset, asking) ??
    frontmatterCompletion(vault.index, path, text, offset, asking)
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
  const config = session.workspace.configOf(params.textDocument.uri);
  if (config !== null) return hoverConfig(config, params);
  const target = targetOf(session, params.textDocument.uri);
  if (target === null) return null;
  const { vault, path, note } = target;
  const offset = offsetIn(target, params);
  const link = hover(vault.index, path, offset, each => vault.text(each));
  const found = link ?? frontmatterHover(vault.index, path, offset, session.machine.today());
  if (found === null) return null;
  const value =
    'about' in found
      ? frontmatterHoverText(found)
      : hoverText(found, each => session.workspace.uriOf({ vault, path: each }));
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
  const { only } = params.context;
  const wants = (kind: string) => only?.some(each => kind === each || kind.startsWith(`${each}.`));
  const config = session.workspace.configOf(uri);
  if (config !== null) {
    const asked = only === undefined || wants(CodeActionKind.QuickFix);
    return asked ? configFixes(config, uri, params.range, session.addresses(config)) : [];
  }
  const target = targetOf(session, uri);
  if (target === null || !target.vault.complete) return null;
  // Whoever opened a link that leaves the vault may type into it, but nothing is done to it.
  if (!target.vault.staysInside(target.path)) return null;
  const actions: CodeAction[] = [];
  if (only === undefined || wants(CodeActionKind.QuickFix))
    actions.push(...fixesFor(session, target, params));
  actions.push(
    ...hintCodeActions(
      session,
      target,
      params.range,
      each => only === undefined || wants(each) === true,
    ),
  );
  if (only === undefined || wants(CodeActionKind.RefactorRewrite))
    actions.push(...recordChangeAction(session, target, params.range, uri));
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
  const possible = fixes.filter(
    ({ rename, creates }) =>
      (rename === undefined || session.shows.renamesFiles) &&
      (creates === undefined || vault.staysInside(creates.path)),
  );
  return possible.map(fix => toCodeAction(note.lines, fix, params.textDocument.uri, addresses));
}
