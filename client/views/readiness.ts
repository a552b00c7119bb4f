/** The context key `claimwright.ready`, by which commands are offered only where a vault is read whole. */
import * as vscode from 'vscode';
import type { ServerLink } from '../language-client';

export function followReadiness(server: ServerLink): vscode.Disposable {
  let told = false;
  return server.onStatus(status => {
    const ready = typeof status === 'object' && status.state === 'ready' && status.vaults > 0;
    if (ready === told) return;
    told = ready;
    void vscode.commands.executeCommand('setContext', 'claimwright.ready', ready);
  });
}
