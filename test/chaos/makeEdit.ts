/** Makes an edit of the server's, all of it or nothing, and holds it to the folders of the workspace. */
import { lstatSync } from 'node:fs';
import type * as lsp from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import type { Editor } from './Editor';

export async function makeEdit(editor: Editor, edit: lsp.WorkspaceEdit): Promise<boolean> {
  const parts = edit.documentChanges ?? plain(edit.changes ?? {});
  const { disk } = editor;
  const inside = (uri: string): string => {
    const path = URI.parse(uri).fsPath;
    if (!path.startsWith(`${disk.root}/`)) editor.faults.push(`an edit outside: ${uri}`);
    return path;
  };
  /** Texts by path, and the moves behind them. */
  const texts = new Map<string, string>();
  const moves: [string, string][] = [];
  const isThere = (path: string) => lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  for (const part of parts) {
    if ('edits' in part) {
      const path = inside(part.textDocument.uri);
      const open = editor.documentOf(part.textDocument.uri);
      const { version } = part.textDocument;
      if (version !== null && version !== open?.document.version) return false;
      const text = texts.get(path) ?? open?.document.getText() ?? disk.read(path);
      if (text === null) return false;
      const before = TextDocument.create('', '', 0, text);
      texts.set(path, TextDocument.applyEdits(before, part.edits as lsp.TextEdit[]));
    } else if (part.kind === 'create') {
      const path = inside(part.uri);
      if (isThere(path) && part.options?.overwrite !== true) return false;
      texts.set(path, '');
    } else if (part.kind === 'rename') {
      const [from, to] = [inside(part.oldUri), inside(part.newUri)];
      if (!isThere(from) || isThere(to)) return false;
      moves.push([from, to]);
    } else return false;
  }
  if (editor.faults.length > 0) return false;
  for (const [path, text] of texts) {
    const open = editor.documents.get(path);
    if (open !== undefined) await editor.change(open, [{ text }]);
    else disk.write(path, text);
  }
  for (const [from, to] of moves) {
    disk.rename(from, to);
    const open = editor.documents.get(from);
    if (open === undefined) continue;
    const text = open.document.getText();
    await editor.close(open);
    await editor.open(to, text);
  }
  if (moves.length > 0)
    await editor.notify('workspace/didRenameFiles', {
      files: moves.map(([from, to]) => ({
        oldUri: URI.file(from).toString(),
        newUri: URI.file(to).toString(),
      })),
    });
  return true;
}

function plain(changes: NonNullable<lsp.WorkspaceEdit['changes']>): lsp.TextDocumentEdit[] {
  return Object.entries(changes).map(([uri, edits]) => ({
    textDocument: { uri, version: null },
    edits,
  }));
}
