/** "Claimwright: Vault Health": a page of numbers about the vault of the active note, each a way to the notes behind it. */
import * as vscode from 'vscode';
import { authorPlace } from '../author-place';
import type { ServerLink } from '../language-client';

/** `show` takes the address of the vault's root. */
export function vaultHealth(server: ServerLink, show: (root: string) => void): vscode.Disposable {
  return vscode.commands.registerCommand('claimwright.vaultHealth', async () => {
    const place = await authorPlace(server);
    if (place !== undefined) show(place.root);
  });
}
