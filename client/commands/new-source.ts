/** "Claimwright: New Source from Clipboard": asks only for what the copied text does not tell. */
import * as vscode from 'vscode';
import { authorPlace } from '../author-place';
import { readCopied } from '../clipboard-source';
import type { ServerLink } from '../language-client';
import { writeSource } from '../source-writing';

export function newSource(server: ServerLink): vscode.Disposable {
  return vscode.commands.registerCommand('claimwright.newSource', async () => {
    const place = await authorPlace(server);
    if (place === undefined) return;
    await writeSource(server, place.uri, readCopied(await vscode.env.clipboard.readText()));
  });
}
