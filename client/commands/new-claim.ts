/** "Claimwright: New Claim…": from what is selected in the note, from a source that is open, or from nothing. */
import * as vscode from 'vscode';
import { authorPlace } from '../author-place';
import { selectedOrigin, writeClaim } from '../claim-writing';
import type { ServerLink } from '../language-client';

export function newClaim(server: ServerLink): vscode.Disposable {
  return vscode.commands.registerCommand('claimwright.newClaim', async () => {
    const place = await authorPlace(server);
    if (place === undefined) return;
    const { uri } = place;
    const whole = { uri, selection: null, title: '', near: uri };
    await writeClaim(server, selectedOrigin(uri) ?? whole);
  });
}
