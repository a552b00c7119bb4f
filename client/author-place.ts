/** Where the author is: the note in the editor, or else the root of a vault. */
import * as vscode from 'vscode';
import { vaultsMethod } from '../server/lsp/protocol';
import type { ServerLink } from './language-client';
import { isServed } from './served';
import { tell } from './tell';

export interface AuthorPlace {
  /** Address of the note in the active editor, or of the vault's root. */
  readonly uri: string;
  readonly root: string;
}

/**
 * The note that a menu chose, or the one in the active editor, if it is one of a vault; of several vaults the author
 * chooses one.
 */
export async function authorPlace(
  server: ServerLink,
  chosen?: vscode.Uri,
): Promise<AuthorPlace | undefined> {
  const roots = await server.request<string[]>(vaultsMethod);
  const uri = (chosen ?? noteInEditor())?.toString();
  if (uri !== undefined) {
    const around = roots.filter(root => uri.startsWith(`${root.replace(/\/$/u, '')}/`));
    // A vault inside another is one of its own.
    const [root] = around.sort((a, b) => b.length - a.length);
    if (root !== undefined) return { uri, root };
  }
  const root = roots.length > 1 ? await askVault(roots) : roots[0];
  if (roots.length === 0) void tell('No vault is open.');
  return root === undefined ? undefined : { uri: root, root };
}

function noteInEditor(): vscode.Uri | undefined {
  const { uri, languageId } = vscode.window.activeTextEditor?.document ?? {};
  return uri !== undefined && isServed(uri) && languageId === 'markdown' ? uri : undefined;
}

async function askVault(roots: readonly string[]): Promise<string | undefined> {
  const items = roots.map(root => ({ label: vscode.Uri.parse(root).fsPath, root }));
  const placeHolder = 'In which vault?';
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.root;
}
