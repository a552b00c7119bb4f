/** "Claimwright: New Claim from Source…": from what is selected, from a source that waits to be read, or from none. */
import * as vscode from 'vscode';
import { authorPlace } from '../author-place';
import { selectedOrigin, writeClaim } from '../claim-writing';
import { hintsOf, isOpen } from '../hints';
import type { ServerLink } from '../language-client';
import { pickSource } from '../source-picks';

export function newClaimFromSource(server: ServerLink): vscode.Disposable {
  return vscode.commands.registerCommand('claimwright.newClaimFromSource', async () => {
    const document = vscode.window.activeTextEditor?.document;
    const selected =
      document?.languageId === 'markdown' ? selectedOrigin(document.uri.toString()) : null;
    if (selected !== null) return writeClaim(server, selected);
    const picked = await pickSource(server);
    if (picked === undefined) return;
    if (picked === null) return writeFromNothing(server);
    const uri = vscode.Uri.parse(picked);
    await vscode.window.showTextDocument(uri, { preview: false });
    const [note] = await hintsOf(server, picked);
    if (note?.hints.some(isOpen))
      await vscode.commands.executeCommand('claimwright.promoteHints', uri);
    else await writeClaim(server, { uri: picked, selection: null, title: '', near: picked });
  });
}

/** In the author's vault, though from nothing that is open there. */
async function writeFromNothing(server: ServerLink): Promise<void> {
  const place = await authorPlace(server);
  if (place === undefined) return;
  const { root, uri } = place;
  await writeClaim(server, { uri: root, selection: null, title: '', near: uri });
}
