/** Answers what can be renamed at a place, and with which edit of the workspace. */
import type {
  CancellationToken,
  Connection,
  PrepareRenameParams,
  PrepareRenameResult,
  RenameParams,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { Arranged } from '../core/authoring/edits/rearrange';
import { rename } from '../core/features/rename/rename';
import { renamableAt } from '../core/features/rename/renameTarget';
import { rangeOf } from '../core/text/lines';
import { agreedRename, renameFailure } from './agreedRename';
import { offsetIn, targetOf } from './answers';
import { renameEdit } from './renameEdit';
import type { Session } from './Session';
import { unreadReason } from './whenRead';

/** Not `null`, at which an editor would ask the next server. */
const nothing: WorkspaceEdit = { changes: {} };

export function prepareRename(
  session: Session,
  params: PrepareRenameParams,
): PrepareRenameResult | null {
  const found = renamable(session, params);
  if (found === null) return null;
  if ('refused' in found) throw renameFailure(found.refused);
  return { range: rangeOf(found.lines, found.what.span), placeholder: found.what.name };
}

export async function answerRename(
  connection: Connection,
  session: Session,
  params: RenameParams,
  token: CancellationToken,
): Promise<WorkspaceEdit | null> {
  const vault = session.workspace.placeOf(params.textDocument.uri)?.vault;
  if (vault === undefined) return null;
  const unread = unreadReason([vault], 'links might be missed');
  if (unread !== null) throw renameFailure(unread);
  const found = renamable(session, params);
  // The title that it goes by may have changed on the disk just now.
  if (found !== null && 'what' in found && 'path' in found.what.target)
    vault.refresh(found.what.target.path);
  const done = await agreedRename(connection, session, vault, short =>
    renamed(session, params, short),
  );
  if (done === null || token.isCancellationRequested) return nothing;
  session.answeredRename.remember(vault, done.edit);
  return renameEdit(session, vault, done.edit, true);
}

/** What stands there is looked for each time: the note may have been read anew. */
function renamed(session: Session, params: RenameParams, short: boolean): Arranged {
  const found = renamable(session, params);
  if (found === null) return { refused: 'Nothing here has a name.' };
  if ('refused' in found) return found;
  const { vault, what } = found;
  return rename(vault.index, what.target, params.newName, short, path => vault.text(path));
}

function renamable(session: Session, params: PrepareRenameParams) {
  const target = targetOf(session, params.textDocument.uri);
  if (target === null) return null;
  const { vault, path, note } = target;
  const read = (each: string) => vault.text(each);
  const what = renamableAt(vault.index, path, offsetIn(target, params), read);
  return what === null || 'refused' in what ? what : { vault, what, lines: note.lines };
}
