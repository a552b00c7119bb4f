/** Answers where notes say another one's name without a link, and makes links of such places. */
import type { CancellationToken, Connection } from 'vscode-languageserver';
import { mentionEdit, mentionedNote, mentionsIn } from '../core/features/claim/mentions';
import { shownNote } from '../core/features/claim/shownNote';
import { lineStarts } from '../core/text/lines';
import { applyEdits, type Span } from '../core/text/span';
import { authorEdit, leavingSentence } from './authorEdit';
import { notePlace, placeIn, toClaimNote } from './claimAnswers';
import { toOffset } from './convert';
import type {
  ClaimParams,
  ClaimPlace,
  LinkedMention,
  LinkMentionParams,
  Mentions,
} from './protocol';
import type { Session } from './Session';
import { inSlices } from './slices';
import { unreadReason } from './whenRead';

/** So many places are listed. */
const MOST = 200;

/** `null` where it was cancelled. No text is kept, so all notes are read. */
export async function answerMentions(
  session: Session,
  { uri }: ClaimParams,
  token: CancellationToken,
): Promise<Mentions | null> {
  const place = notePlace(session, uri);
  if (place === null) return refusal('This is no note of a vault.');
  const { vault, path } = place;
  const unread = unreadReason([vault], 'mentions might be missed');
  if (unread !== null) return refusal(unread);
  const mentioned = mentionedNote(vault.index, path);
  if (mentioned === null) return refusal('The names of this note are too short to be looked for.');
  const notes: Mentions['notes'][number][] = [];
  let count = 0;
  function* wanted(): Generator<string> {
    for (const each of [...vault.index.notes()].sort()) {
      if (count >= MOST) return;
      if (each !== path && !vault.index.config.excludes(each)) yield each;
    }
  }
  const look = (from: string) => {
    const text = vault.text(from);
    const found = text === null ? [] : mentionsIn(vault.index, mentioned, from, text);
    if (text === null || found.length === 0) return;
    const places = placesIn(text, found);
    const note = toClaimNote(session, { vault, path: from }, shownNote(vault.index, from));
    notes.push({ note, places });
    count += places.length;
  };
  if (!(await inSlices(wanted(), look, () => !token.isCancellationRequested))) return null;
  return { refused: null, notes, more: count >= MOST };
}

function refusal(refused: string): Mentions {
  return { refused, notes: [], more: false };
}

function placesIn(text: string, found: readonly Span[]): ClaimPlace[] {
  const lines = lineStarts(text);
  return found.map(span => placeIn({ lines }, text, { span, field: null }));
}

/** The edit is made of the text as it is now, whatever it was when the mention was listed. */
export async function linkMention(
  connection: Connection,
  session: Session,
  params: LinkMentionParams,
): Promise<LinkedMention> {
  const { from } = params;
  const place = notePlace(session, params.uri);
  const mentioned = place && mentionedNote(place.vault.index, place.path);
  if (!place || !mentioned) return refusedLink('This is no note to which a link can lead.');
  const { vault } = place;
  vault.refresh(from);
  const text = vault.index.note(from) === undefined ? null : vault.text(from);
  if (text === null) return refusedLink('The note is gone.');
  if (!vault.staysInside(from)) return refusedLink(leavingSentence(from));
  const found = mentionsIn(vault.index, mentioned, from, text);
  const span = mentionAt(text, found, params);
  if (span === null)
    return refusedLink('The words do not stand there any more.', placesIn(text, found));
  const edits = [mentionEdit(mentioned, text, span)];
  const { applied, failureReason } = await connection.workspace.applyEdit({
    label: 'Link mention',
    edit: authorEdit(session, vault, { edits: new Map([[from, edits]]), creates: [], renames: [] }),
  });
  if (!applied) {
    const why = failureReason ?? 'The note changed meanwhile, so nothing was changed.';
    return refusedLink(why, placesIn(text, found));
  }
  vault.refresh(from);
  const after = applyEdits(text, edits);
  const left = placesIn(after, mentionsIn(vault.index, mentioned, from, after));
  return { refused: null, applied, places: left };
}

function refusedLink(refused: string, places: readonly ClaimPlace[] = []): LinkedMention {
  return { refused, applied: false, places };
}

/** The mention that was listed, or the only one with its words, if the text above it changed. */
function mentionAt(
  text: string,
  found: readonly Span[],
  { range, words }: LinkMentionParams,
): Span | null {
  const start = toOffset(lineStarts(text), range.start, text.length);
  const same = found.filter(each => text.slice(each.start, each.end) === words);
  const there = same.find(each => each.start === start);
  return there ?? (same.length === 1 ? (same[0] ?? null) : null);
}
