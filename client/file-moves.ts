/** Saves the notes whose links were edited because files moved, as the editor does after a rename: else each would open, unsaved. */
import * as vscode from 'vscode';
import type { FileOperationsMiddleware } from 'vscode-languageclient/node';

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

export const moveMiddleware: Pick<FileOperationsMiddleware, 'willRenameFiles' | 'didRenameFiles'> =
  {
    async willRenameFiles(event, next) {
      // What the move before has not saved yet is not the author's.
      await saving;
      const edit = await next(event);
      if (!(edit instanceof vscode.WorkspaceEdit)) return edit;
      const kept = unsavedByAuthor();
      const notes = edit.entries().map(([uri]) => uri.toString());
      edited.set(keyOf(event.files), {
        notes: new Set(notes.filter(uri => !kept.has(uri))),
        at: performance.now(),
      });
      return edit;
    },
    async didRenameFiles(event, next) {
      await next(event);
      const { files } = event;
      const notes = edited.get(keyOf(files))?.notes ?? new Set();
      edited.delete(keyOf(files));
      const moved = (uris: ReadonlySet<string>) =>
        [...uris].map(uri => placeNow(vscode.Uri.parse(uri), files));
      for (const [key, other] of edited)
        edited.set(key, { ...other, notes: new Set(moved(other.notes).map(String)) });
      if (!vscode.workspace.getConfiguration('files').get('refactoring.autoSave', true)) return;
      saving = Promise.all([saving, ...moved(notes).map(save)]);
      await saving;
    },
  };

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
