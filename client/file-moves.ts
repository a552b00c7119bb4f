/**
 * Files that the editor moves: the server edits their links before, and the notes whose links were edited are saved
 * afterwards, as the editor does after a rename: else each would open, unsaved.
 */
import * as vscode from 'vscode';
import type { FileOperationsMiddleware, WorkspaceEdit as ServerEdit } from 'vscode-languageclient';
import type { ServerLink } from './language-client';
import { willRenameFilesMethod } from './methods';
import { isServed } from './served';
import { messageOf, warn } from './tell';

type Moves = readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[];

/** Milliseconds in which a move that was asked about is made, if its author did not think better of it. */
const SOON = 10_000;

interface Edited {
  /** Addresses of the notes that the edit before the move was for, and that had nothing unsaved. */
  readonly notes: ReadonlySet<string>;
  readonly at: number;
}

/** What is to be saved after each move, by its files: several may be under way. */
const edited = new Map<string, Edited>();
let saving: Promise<unknown> = Promise.resolve();

/** The client of one server leaves moves to what stays while servers come and go: else one that dies meanwhile would leave every link as it is, and nobody would say so. */
export const moveMiddleware: Pick<FileOperationsMiddleware, 'willRenameFiles'> = {
  willRenameFiles: async () => undefined,
};

export function moves(server: ServerLink): vscode.Disposable {
  const { onDidRenameFiles, onWillRenameFiles } = vscode.workspace;
  return vscode.Disposable.from(
    onWillRenameFiles(event => {
      const files = event.files.filter(({ oldUri }) => isServed(oldUri));
      if (server.isWanted && files.length > 0)
        event.waitUntil(editBefore(server, files, event.token));
    }),
    onDidRenameFiles(({ files }) => void saveMoved(files)),
  );
}

async function editBefore(
  server: ServerLink,
  files: Moves,
  token: vscode.CancellationToken,
): Promise<vscode.WorkspaceEdit | undefined> {
  // What the move before has not saved yet is not the author's.
  await saving;
  const edit = await editOf(server, files, token);
  if (token.isCancellationRequested) {
    // The editor moves the files whatever comes of this.
    void offerRepair('The editor did not wait for the language server.');
    return undefined;
  }
  if (edit === undefined) return undefined;
  const kept = unsavedByAuthor();
  const notes = edit.entries().map(([uri]) => uri.toString());
  edited.set(keyOf(files), {
    notes: new Set(notes.filter(uri => !kept.has(uri))),
    at: performance.now(),
  });
  return edit;
}

async function editOf(
  server: ServerLink,
  files: Moves,
  token: vscode.CancellationToken,
): Promise<vscode.WorkspaceEdit | undefined> {
  try {
    const params = {
      files: files.map(({ oldUri, newUri }) => ({ oldUri: `${oldUri}`, newUri: `${newUri}` })),
    };
    const edit = await server.request<ServerEdit | null>(willRenameFilesMethod, params, token);
    return edit === null ? undefined : await server.editOf(edit);
  } catch (error) {
    if (!token.isCancellationRequested) void offerRepair(messageOf(error));
    return undefined;
  }
}

async function offerRepair(why: string): Promise<void> {
  const repair = 'Repair Links…';
  const said = `Files are moved, but no link to them is changed. ${why}`;
  if ((await warn(said, repair)) === repair)
    await vscode.commands.executeCommand('claimwright.repairLinks');
}

async function saveMoved(files: Moves): Promise<void> {
  const key = keyOf(files.filter(({ oldUri }) => isServed(oldUri)));
  const notes = edited.get(key)?.notes ?? new Set();
  edited.delete(key);
  const moved = (uris: ReadonlySet<string>) =>
    [...uris].map(uri => placeNow(vscode.Uri.parse(uri), files));
  for (const [each, other] of edited)
    edited.set(each, { ...other, notes: new Set(moved(other.notes).map(String)) });
  if (!vscode.workspace.getConfiguration('files').get('refactoring.autoSave', true)) return;
  saving = Promise.all([saving, ...moved(notes).map(save)]);
  await saving;
}

function unsavedByAuthor(): ReadonlySet<string> {
  const underWay = [...edited.values()].filter(({ at }) => performance.now() - at < SOON);
  const ours = new Set(underWay.flatMap(({ notes }) => [...notes]));
  const unsaved = vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty);
  return new Set(unsaved.map(({ uri }) => uri.toString()).filter(uri => !ours.has(uri)));
}

function keyOf(files: Moves): string {
  return files.map(({ oldUri, newUri }) => `${oldUri.toString()} ${newUri.toString()}`).join(' ');
}

async function save(uri: vscode.Uri): Promise<void> {
  try {
    const document = await vscode.workspace.openTextDocument(uri);
    // Whoever skipped the changes has nothing to save.
    if (document.isDirty) await document.save();
  } catch {
    // It is gone meanwhile.
  }
}

/** Where a file is after it was moved, by itself or with a folder. */
function placeNow(uri: vscode.Uri, moves: Moves): vscode.Uri {
  for (const { oldUri, newUri } of moves) {
    if (uri.path === oldUri.path) return newUri;
    if (uri.path.startsWith(`${oldUri.path}/`))
      return newUri.with({ path: newUri.path + uri.path.slice(oldUri.path.length) });
  }
  return uri;
}
