/** Answers which hints a note, a folder or a vault holds, and what became of them. */
import type { CancellationToken } from 'vscode-languageserver';
import type { PlacedHint } from '../core/authoring/hints/Hint';
import { namedClaim } from '../core/features/hints/namedClaim';
import { inboxEntry } from '../core/features/inbox/inboxEntry';
import { titleAt } from '../core/features/navigation/noteFacts';
import { type LineStarts, rangeOf } from '../core/text/lines';
import { renameFailure } from './agreedRename';
import { placesIn, vaultsIn } from './fixAllNotes';
import { knownHints } from './knownHints';
import type { HintedNote, HintsParams, WireHint } from './protocol';
import type { Session } from './Session';
import { inSlices } from './slices';
import type { Place } from './Workspace';
import { unreadReason } from './whenRead';

/** In the order of their paths, those with hints; a note that was asked for by itself is there in any case. Throws the sentence that says why there is no answer. */
export async function answerHints(
  session: Session,
  { uri }: HintsParams,
  token: CancellationToken,
): Promise<HintedNote[]> {
  const vaults = vaultsIn(session.workspace, uri);
  if (vaults === null) throw renameFailure('This is no note or folder of a vault.');
  const unread = unreadReason(vaults, 'hints might be missed');
  if (unread !== null) throw renameFailure(unread);
  const places = placesIn(session.workspace, uri) ?? [];
  const found: HintedNote[] = [];
  const step = (place: Place) => {
    const hints = knownHints(place.vault, place.path);
    if (hints.length > 0 || places.length === 1) found.push(toHintedNote(session, place, hints));
  };
  const whole = await inSlices(places, step, () => !token.isCancellationRequested);
  if (!whole) throw renameFailure('Cancelled.');
  return found;
}

export function toHintedNote(
  { workspace }: Session,
  place: Place,
  hints: readonly PlacedHint[],
): HintedNote {
  const { vault, path } = place;
  const lines = vault.index.note(path)?.lines ?? Uint32Array.of(0);
  const source = inboxEntry(vault.index, path);
  return {
    uri: workspace.uriOf(place),
    path,
    title: titleAt(vault.index, path),
    status: source?.status ?? null,
    priority: source?.priority ?? null,
    date: source?.date ?? null,
    domain: source?.domain ?? null,
    hints: hints.map(hint => toWire(place, hint, lines)),
  };
}

function toWire({ vault, path }: Place, hint: PlacedHint, lines: LineStarts): WireHint {
  const { span, index, text, kind, confidence, reason, promoted, dropped } = hint;
  const names = namedClaim(vault.index, path, hint);
  const range = rangeOf(lines, span);
  return { index, text, kind, confidence, reason, range, promoted, names, dropped };
}
