/** "Claimwright: Restart Server". */
import * as vscode from 'vscode';
import type { ServerLink } from '../language-client';

export function restartServer(server: ServerLink): vscode.Disposable {
  return vscode.commands.registerCommand('claimwright.restartServer', () => server.restart());
}
