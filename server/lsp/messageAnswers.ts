/** Answers the message for a commit of what changed in a vault, the texts in the editor included. */
import type { CancellationToken } from 'vscode-languageserver';
import { composing } from '../core/authoring/message/commitMessage';
import type { WorkingChange, WorkingNotes } from '../core/authoring/message/WorkingChange';
import { authorPlace } from './authorPlace';
import type { OpenVault } from './OpenVault';
import type { MessageAnswer, MessageParams } from './protocol';
import type { Session } from './Session';
import { inSlices, resultInSlices } from './slices';
import { unreadReason } from './whenRead';

const CANCELLED = 'Cancelled.';

export async function answerMessage(
  session: Session,
  { uri }: MessageParams,
  token: CancellationToken,
): Promise<MessageAnswer> {
  const refusal = (refused: string): MessageAnswer => ({ refused, message: '', unsaved: [] });
  const vault = authorPlace(session, uri)?.vault;
  if (vault === undefined) return refusal('This is no note or folder of a vault.');
  const unread = unreadReason([vault], 'the message might miss some');
  if (unread !== null) return refusal(unread);
  const { notes, refused } = await workingNotes(session, vault, token);
  if (refused !== null) return refusal(refused);
  const goesOn = () => !token.isCancellationRequested;
  // Of what changed just now the vault may not have heard.
  if (!(await inSlices(notes, ({ path }) => vault.refresh(path), goesOn)))
    return refusal(CANCELLED);
  const { agent } = session.settings;
  const changes = changesOf(vault, notes);
  const work = composing({ vault: vault.index, changes, agent });
  const composed = (await resultInSlices(work, goesOn)) ?? { refused: CANCELLED };
  if ('refused' in composed) return refusal(composed.refused);
  const unsaved = notes
    .map(({ path }) => path)
    .filter(path => isUnsaved(session, vault, path))
    .map(path => session.workspace.uriOf({ vault, path }));
  return { refused: null, message: composed.message, unsaved };
}

/** Lazily, as each is read. */
function* changesOf(vault: OpenVault, notes: WorkingNotes['notes']): Generator<WorkingChange> {
  for (const { path, before } of notes) yield { path, before, after: vault.text(path) };
}

async function workingNotes({ machine }: Session, vault: OpenVault, token: CancellationToken) {
  const stop = new AbortController();
  const listener = token.onCancellationRequested(() => stop.abort());
  const open = new Set(vault.open.keys());
  try {
    return await machine.workingNotes(vault.root, vault.index.files(), open, stop.signal);
  } finally {
    listener.dispose();
  }
}

/** Whether the editor holds another text than the disk; it keeps a byte-order mark to itself. */
function isUnsaved({ machine }: Session, vault: OpenVault, path: string): boolean {
  const text = vault.open.get(path);
  if (text === undefined) return false;
  const saved = machine.files.readChange(vault.root, path);
  return (
    saved.kind === 'remove' || saved.text?.replace(/^\uFEFF/u, '') !== text.replace(/^\uFEFF/u, '')
  );
}
