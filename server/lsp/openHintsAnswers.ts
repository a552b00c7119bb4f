/** Answers which hints wait in all vaults, a part at a time: those first that should be seen to first. */
import type { CancellationToken } from 'vscode-languageserver';
import { isOpen } from '../core/authoring/hints/Hint';
import { compareEntries, type InboxEntry, inboxStatuses } from '../core/features/inbox/inboxEntry';
import { toHintedNote } from './hintAnswers';
import type { InboxVault } from './Inbox';
import { knownHints } from './knownHints';
import type { HintedNote, OpenHints, OpenHintsParams } from './protocol';
import type { Session } from './Session';
import { inSlices } from './slices';
import { unreadReason } from './whenRead';

interface NotePlace {
  readonly known: InboxVault;
  readonly path: string;
}

/** `null` where it was cancelled. */
export async function answerOpenHints(
  session: Session,
  { from, most }: OpenHintsParams,
  token: CancellationToken,
): Promise<OpenHints | null> {
  const goesOn = () => !token.isCancellationRequested;
  const vaults = await session.shown.inbox.filled(goesOn);
  if (vaults === null) return null;
  const notes: HintedNote[] = [];
  let [at, open] = [0, 0];
  let isEnd = true;
  function* wanted(): Generator<NotePlace> {
    for (const place of inOrder(vaults ?? [])) {
      if (at > from && open >= most) {
        isEnd = false;
        return;
      }
      if (at++ >= from) yield place;
    }
  }
  const take = ({ known, path }: NotePlace) => {
    // Of what the inbox counted nothing is read again.
    if (known.hints.counts(path)?.open === 0) return;
    const hints = knownHints(known.vault, path);
    const count = hints.filter(isOpen).length;
    if (count === 0) return;
    open += count;
    notes.push(toHintedNote(session, { vault: known.vault, path }, hints));
  };
  if (!(await inSlices(wanted(), take, goesOn))) return null;
  const refused = unreadReason(session.workspace.all, 'hints may be missing');
  return { refused, notes, next: isEnd ? null : at };
}

function* inOrder(vaults: readonly InboxVault[]): Generator<NotePlace> {
  for (const status of inboxStatuses)
    for (const [known, { path }] of merged(vaults, status)) yield { known, path };
  for (const known of vaults) {
    const { index } = known.vault;
    for (const path of index.notes())
      if (known.sources.get(path) === undefined && !index.config.excludes(path))
        yield { known, path };
  }
}

function merged(
  vaults: readonly InboxVault[],
  status: InboxEntry['status'],
): (readonly [InboxVault, InboxEntry])[] {
  const all = vaults.flatMap(known =>
    known.sources.of(status).map(entry => [known, entry] as const),
  );
  return vaults.length > 1 ? all.sort(([, a], [, b]) => compareEntries(a, b)) : all;
}
