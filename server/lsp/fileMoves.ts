/** Follows files and folders that the editor renames or moves: links are edited before, and the index hears of it after. */
import {
  type Connection,
  FileChangeType,
  type RenameFilesParams,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { leavingLinks } from '../core/features/rename/leavingLinks';
import { type Move, moveFiles } from '../core/features/rename/moveFiles';
import { isRefused } from '../core/features/rename/rearrange';
import { upToDate } from '../core/features/rename/upToDate';
import { tellLost, warn } from './lostLinks';
import type { OpenVault } from './OpenVault';
import { renameEdit } from './renameEdit';
import type { Session } from './Session';

/** What one vault is asked to do. */
interface Moves {
  readonly within: Move[];
  /** Paths of what goes out of the vault. */
  readonly out: string[];
}

/** The edits of the texts alone, by their places of now: the editor moves the files itself. */
export function answerWillRename(
  connection: Connection,
  session: Session,
  { files }: RenameFilesParams,
): WorkspaceEdit | null {
  if (session.answeredRename.covers(files)) return null;
  const answers: WorkspaceEdit[] = [];
  for (const [vault, { within, out }] of movesIn(session, files)) {
    if (!vault.complete) {
      warn(connection, 'Not all notes are read yet, so links to what moves stay as they are.');
      continue;
    }
    const left = leavingLinks(vault.index, out);
    if (left > 0)
      warn(
        connection,
        `Links do not cross the border of a vault: ${left === 1 ? 'one link leads' : `${left} links lead`} nowhere now.`,
      );
    if (within.length === 0) continue;
    const arranged = upToDate(
      () => moveFiles(vault.index, within, path => vault.text(path)),
      path => vault.refresh(path),
    );
    if (isRefused(arranged)) continue;
    const { edit, lost } = arranged;
    tellLost(connection, lost);
    if (edit.edits.size > 0)
      answers.push(renameEdit(session, vault, { edits: edit.edits, renames: [] }, false));
  }
  return answers.length === 0 ? null : joined(answers);
}

function movesIn(
  { workspace }: Session,
  files: RenameFilesParams['files'],
): ReadonlyMap<OpenVault, Moves> {
  const moves = new Map<OpenVault, Moves>();
  for (const { oldUri, newUri } of files) {
    const from = workspace.placeOf(oldUri);
    if (from === null) continue;
    const { vault, path } = from;
    if (!vault.index.has(path) && !vault.index.tree.isFolder(path)) continue;
    const to = workspace.placeOf(newUri);
    const own = moves.get(vault) ?? { within: [], out: [] };
    moves.set(vault, own);
    if (to?.vault === vault) own.within.push({ from: path, to: to.path });
    else own.out.push(path);
  }
  return moves;
}

function joined(edits: readonly WorkspaceEdit[]): WorkspaceEdit {
  const [first = {}] = edits;
  if (first.documentChanges === undefined)
    return { changes: Object.assign({}, ...edits.map(({ changes }) => changes)) };
  const documentChanges = edits.flatMap(each => each.documentChanges ?? []);
  if (first.changeAnnotations === undefined) return { documentChanges };
  const changeAnnotations = Object.assign({}, ...edits.map(each => each.changeAnnotations));
  return { documentChanges, changeAnnotations };
}

/** Not every client watches files, and those that do hear of it later. */
export function filesRenamed(session: Session, { files }: RenameFilesParams): void {
  session.filesChanged(
    files.flatMap(({ oldUri, newUri }) => [
      { uri: oldUri, type: FileChangeType.Deleted },
      { uri: newUri, type: FileChangeType.Created },
    ]),
  );
}
