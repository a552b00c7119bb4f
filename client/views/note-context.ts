/** The context key `claimwright.note`, by which menus of an editor know that it shows a note of a vault. */
import * as vscode from 'vscode';
import { type Status, vaultsMethod } from '../../server/lsp/protocol';
import type { ServerLink } from '../language-client';
import { isServed } from '../served';
import { notePathIn } from './note-path';

export function followNote(server: ServerLink): vscode.Disposable {
  let roots: readonly string[] = [];
  let vaults = 0;
  let told = false;
  const look = () => {
    const document = vscode.window.activeTextEditor?.document;
    // While a view has the focus, the editor is still there.
    if (document === undefined && vscode.window.visibleTextEditors.length > 0) return;
    const isServedNote = document?.languageId === 'markdown' && isServed(document.uri);
    const uri = isServedNote ? document.uri.toString() : '';
    const isNote = uri !== '' && roots.some(root => notePathIn(root, uri) !== null);
    if (isNote === told) return;
    told = isNote;
    void vscode.commands.executeCommand('setContext', 'claimwright.note', isNote);
  };
  const ask = async (status: Status | 'starting' | 'failed') => {
    // As many as before may be others, once they are read.
    const isRead = typeof status === 'object' && status.state !== 'indexing';
    const now = isRead ? status.vaults : 0;
    if (now === vaults) return;
    vaults = now;
    const answer = now === 0 ? [] : await server.request<string[]>(vaultsMethod).catch(() => []);
    // Another question was asked meanwhile.
    if (vaults !== now) return;
    roots = answer;
    look();
  };
  return vscode.Disposable.from(
    server.onStatus(status => void ask(status)),
    vscode.window.onDidChangeActiveTextEditor(look),
    // As many vaults as before may be others.
    vscode.workspace.onDidChangeWorkspaceFolders(() => {
      vaults = -1;
    }),
  );
}
