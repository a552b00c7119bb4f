/** Follows files and folders that the editor renames or moves: links are edited before, and the index hears of it after. */
import {
  type Connection,
  FileChangeType,
  type RenameFilesParams,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { isRefused } from '../core/authoring/edits/rearrange';
import { upToDate } from '../core/authoring/edits/upToDate';
import { leavingLinks } from '../core/features/rename/leavingLinks';
import { type Move, moveFiles } from '../core/features/rename/moveFiles';
import { machinePath } from './address';
import { leavingSentence } from './authorEdit';
import { lostSentence, warn } from './lostLinks';
import type { OpenVault } from './OpenVault';
import { renameEdit } from './renameEdit';
import type { Session } from './Session';
import { unreadReason } from './whenRead';

/** What one vault is asked to do. */
interface Moves {
  readonly within: Move[];
  /** Paths of what goes out of the vault. */
  readonly out: string[];
  /** Whether all of that stays below its root, where the vault does not look. */
  hides: boolean;
}

/** The edits of the texts alone, by their places of now: the editor moves the files itself. */
export function answerWillRename(
  connection: Connection,
  session: Session,
  { files }: RenameFilesParams,
): WorkspaceEdit | null {
  if (session.answeredRename.covers(files)) return null;
  const answers: WorkspaceEdit[] = [];
  for (const [vault, { within, out, hides }] of movesIn(session, files)) {
    const unread = unreadReason([vault], 'links to what moves stay as they are');
    if (unread !== null) {
      warn(connection, unread);
      continue;
    }
    const left = leavingLinks(vault.index, out);
    if (left > 0) {
      const why = hides
        ? 'A vault leaves out hidden folders'
        : 'Links do not cross the border of a vault';
      warn(connection, `${why}: ${left === 1 ? 'one link' : `${left} links`} will lead nowhere.`);
    }
    if (within.length === 0) continue;
    const arranged = upToDate(
      () => moveFiles(vault.index, within, path => vault.text(path)),
      path => vault.refresh(path),
    );
    if (isRefused(arranged)) continue;
    const { edit, lost } = arranged;
    if (lost.length > 0) warn(connection, lostSentence(vault, lost, 'will'));
    const edits = new Map(edit.edits);
    for (const path of edits.keys()) {
      if (vault.staysInside(path)) continue;
      warn(connection, leavingSentence(path));
      edits.delete(path);
    }
    if (edits.size > 0)
      answers.push(renameEdit(session, vault, { edits, creates: [], renames: [] }, false));
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
    const own = moves.get(vault) ?? { within: [], out: [], hides: true };
    moves.set(vault, own);
    if (to?.vault === vault) own.within.push({ from: path, to: to.path });
    else {
      own.out.push(path);
      own.hides &&= to === null && machinePath(newUri).startsWith(`${vault.root}/`);
    }
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
