/** Hints in the editor: code lenses above their lines, and code actions on them. */
import {
  type CodeAction,
  CodeActionKind,
  type CodeLens,
  type Command,
  type Range,
} from 'vscode-languageserver';
import type { PlacedHint } from '../core/authoring/hints/Hint';
import type { Move } from '../core/authoring/moves/Move';
import {
  type HintLens,
  type HintTitles,
  hintActions,
  hintLenses,
  shortened,
} from '../core/features/hints/hintLenses';
import { namedClaim } from '../core/features/hints/namedClaim';
import { positionAt } from '../core/text/lines';
import { overlaps } from '../core/text/span';
import { preparedEdit } from './authorAnswers';
import { toOffset } from './convert';
import { knownHints } from './knownHints';
import { checked, paramsForms } from './params';
import {
  type AuthorParams,
  authorCommand,
  iconless,
  type ShownPlace,
  showCommand,
} from './protocol';
import type { Session } from './Session';
import type { Place } from './Workspace';

/** A client that asks the author questions has them all; another one those that need no answer. */
export function hintCodeLenses(session: Session, place: Place): CodeLens[] {
  const lines = place.vault.index.note(place.path)?.lines;
  if (lines === undefined || !session.settings.codeLens.hints) return [];
  const hints = knownHints(place.vault, place.path);
  return hintLenses(place.vault.index, place.path, hints, lines, asksOf(session)).flatMap(lens => {
    const command = commandOf(session, place, lens);
    if (command === null) return [];
    const start = positionAt(lines, lens.span.start);
    return [{ range: { start, end: start }, command }];
  });
}

function asksOf({ shows }: Session): boolean {
  return shows.hintCommand !== null;
}

function commandOf(
  { shows, workspace }: Session,
  place: Place,
  { action, title: words, hint, claim }: HintLens,
): Command | null {
  const title = iconless(words);
  const uri = workspace.uriOf(place);
  const about = claim === null ? null : workspace.uriOf({ vault: place.vault, path: claim });
  if (shows.hintCommand !== null)
    return { title, command: shows.hintCommand, arguments: [uri, action, hint, about] };
  // Without a command of the client's own it says where the hint went, and nothing more.
  if (action === 'open') return { title, command: '' };
  const move = moveOf(action, hint, claim);
  if (move === null) return null;
  const params: AuthorParams = { uri, move };
  return { title, command: authorCommand, arguments: [params] };
}

/** `null` where the author has to be asked for something. */
function moveOf(
  action: HintLens['action'],
  hint: HintLens['hint'],
  claim: string | null,
): Move | null {
  if (action === 'promote') return { kind: 'promote', hint, title: null };
  if (action === 'drop') return { kind: 'drop', hint };
  return action === 'open' || claim === null ? null : { kind: action, hint, claim };
}

/** Characters of a claim's title. */
const SHOWN = 60;

const TITLES: HintTitles = {
  promote: () => 'Promote hint to claim',
  enrich: claim =>
    claim === null
      ? 'Enrich an existing claim with this hint…'
      : `Enrich ${shortened(claim, SHOWN)} with this hint`,
  exists: claim =>
    claim === null
      ? 'This hint exists already as a claim…'
      : `This hint exists already as ${shortened(claim, SHOWN)}`,
  drop: () => 'Drop hint',
};

const KINDS: Readonly<Record<HintLens['action'], string | null>> = {
  promote: CodeActionKind.RefactorExtract,
  enrich: CodeActionKind.RefactorRewrite,
  exists: CodeActionKind.RefactorRewrite,
  drop: CodeActionKind.RefactorRewrite,
  open: null,
};

/** Claims that are offered where the hint names none. */
const MOST_LIKELY = 2;
/** Of 1, how much one of them has to say of what the hint says. */
const LIKELY = 0.5;

/** For the hints in the range, of the kinds that are wanted. Edits are made when one of them is resolved. */
export function hintCodeActions(
  session: Session,
  place: Place,
  range: Range,
  wants: (kind: string) => boolean,
): CodeAction[] {
  const note = place.vault.index.note(place.path);
  const text = place.vault.text(place.path);
  if (note === undefined || text === null) return [];
  const [start, end] = [range.start, range.end].map(each =>
    toOffset(note.lines, each, text.length),
  );
  const asked = { start: start ?? 0, end: end ?? 0 };
  const { shows } = session;
  const asks = asksOf(session);
  const hints = knownHints(place.vault, place.path).filter(({ span }) => overlaps(span, asked));
  const lenses = hints.flatMap(hint => {
    const claims = claimsFor(place, hint, asks);
    return hintActions(place.vault.index, hint, { claims, asks, titles: TITLES });
  });
  return lenses.flatMap((lens): CodeAction[] => {
    const { title } = lens;
    const kind = KINDS[lens.action];
    if (kind === null || !wants(kind)) return [];
    const command = commandOf(session, place, lens);
    if (command === null) return [];
    const move = moveOf(lens.action, lens.hint, lens.claim);
    // The editor's own command asks for the title first.
    if (shows.hintCommand !== null || move === null || !shows.resolvesEdits)
      return [{ title, kind, command }];
    return [{ title, kind, data: { uri: session.workspace.uriOf(place), move } }];
  });
}

/** Who cannot be asked is offered what is like the hint. */
function claimsFor({ vault, path }: Place, hint: PlacedHint, asks: boolean): readonly string[] {
  const named = namedClaim(vault.index, path, hint);
  if (named !== null) return [named];
  if (asks) return [];
  const alike = vault.index.likeClaims(hint.text, MOST_LIKELY);
  return alike.filter(({ score }) => score >= LIKELY).map(({ id }) => id);
}

/**
 * Gives an action its edit, and behind it the command that shows where the author goes on; one that was whole stays as
 * it is. Throws the sentence that says why there is none.
 */
export function resolveCodeAction(session: Session, action: CodeAction): CodeAction {
  const data: unknown = action.data;
  if (action.edit !== undefined || typeof data !== 'object' || data === null) return action;
  const { edit, open } = preparedEdit(session, checked(paramsForms.author, data));
  const command = open !== null && session.shows.showsDocuments ? shownBy(open) : action.command;
  return { ...action, edit, ...(command && { command }) };
}

function shownBy(place: ShownPlace): Command {
  return { title: 'Show', command: showCommand, arguments: [place] };
}
