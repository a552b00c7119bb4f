/** "Claimwright: Fix All Safe Problems in Vault": asks which one where there are several. */
import * as vscode from 'vscode';
import { vaultsMethod } from '../../server/lsp/protocol';
import type { ServerLink } from '../language-client';
import { tell } from '../tell';
import { fixAll } from './fix-all';

export function fixVault(server: ServerLink): vscode.Disposable {
  return vscode.commands.registerCommand('claimwright.fixVault', async () => {
    const roots = (await server.request<string[]>(vaultsMethod)).map(uri => vscode.Uri.parse(uri));
    const root = roots.length > 1 ? await chosenOf(roots) : roots[0];
    if (root !== undefined) await fixAll(server, root);
    else if (roots.length === 0) void tell('No vault is open.');
  });
}

async function chosenOf(roots: readonly vscode.Uri[]): Promise<vscode.Uri | undefined> {
  const items = roots.map(root => ({
    root,
    label: root.path.slice(root.path.lastIndexOf('/') + 1),
    description: root.fsPath,
  }));
  const placeHolder = 'The vault in which to fix all safe problems';
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true }))
    ?.root;
}
