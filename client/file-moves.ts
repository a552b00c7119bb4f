/** Saves the notes whose links were edited because files moved, as the editor does after a rename: else each would open, unsaved. */
import * as vscode from 'vscode';
import type { FileOperationsMiddleware } from 'vscode-languageclient/node';

/** Addresses of the notes that the edit before the move was for, and that had nothing unsaved. */
const edited = new Set<string>();

export const moveMiddleware: Pick<FileOperationsMiddleware, 'willRenameFiles' | 'didRenameFiles'> =
  {
    async willRenameFiles(event, next) {
      const edit = await next(event);
      edited.clear();
      if (!(edit instanceof vscode.WorkspaceEdit)) return edit;
      const unsaved = vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty);
      const kept = new Set(unsaved.map(({ uri }) => uri.toString()));
      for (const [uri] of edit.entries()) if (!kept.has(uri.toString())) edited.add(uri.toString());
      return edit;
    },
    async didRenameFiles(event, next) {
      await next(event);
      const files = vscode.workspace.getConfiguration('files');
      const places = [...edited].map(uri => placeNow(vscode.Uri.parse(uri), event.files));
      edited.clear();
      if (!files.get('refactoring.autoSave', true)) return;
      await Promise.all(places.map(save));
    },
  };

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
function placeNow(
  uri: vscode.Uri,
  moves: readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[],
): vscode.Uri {
  for (const { oldUri, newUri } of moves) {
    if (uri.path === oldUri.path) return newUri;
    if (uri.path.startsWith(`${oldUri.path}/`))
      return newUri.with({ path: newUri.path + uri.path.slice(oldUri.path.length) });
  }
  return uri;
}
