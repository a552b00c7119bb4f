/** The command behind a fix that gives a note's file another name. */
import type { Connection } from 'vscode-languageserver';
import type { Arranged } from '../core/authoring/edits/rearrange';
import { moveNote, saysTitle } from '../core/features/rename/moveNote';
import { agreedRename } from './agreedRename';
import { warn } from './lostLinks';
import { renameEdit } from './renameEdit';
import type { Session } from './Session';
import { unreadReason } from './whenRead';

/** `args`: address of the note, its new path in the vault, and the title that it gets where it says none. */
export async function renameFile(
  connection: Connection,
  session: Session,
  [uri, to, title]: readonly unknown[],
): Promise<void> {
  if (typeof uri !== 'string' || typeof to !== 'string' || typeof title !== 'string') return;
  const place = session.workspace.placeOf(uri);
  if (place === null) return warn(connection, 'This is no note of a vault.');
  const { vault, path } = place;
  const unread = unreadReason([vault], 'links might be missed');
  if (unread !== null) return warn(connection, unread);
  vault.refresh(path);
  const arrange = (): Arranged => {
    const note = vault.index.note(path);
    if (note === undefined) return { refused: 'The note is gone meanwhile.' };
    const said = saysTitle(note) ? null : title;
    return moveNote(vault.index, note, to, said, each => vault.text(each));
  };
  try {
    const done = await agreedRename(connection, session, vault, arrange);
    if (done === null) return;
    session.answeredRename.remember(vault, done.edit);
    await connection.workspace.applyEdit({
      label: 'Rename the file',
      edit: renameEdit(session, vault, done.edit, true),
      ...(session.shows.editMetadata ? { metadata: { isRefactoring: true } } : {}),
    });
  } catch (error) {
    // A refusal is a sentence for the author; a client shows no error of a command.
    warn(connection, error instanceof Error ? error.message : String(error));
  }
}
