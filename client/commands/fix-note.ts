/** "Claimwright: Fix All Safe Problems in Note". */
import * as vscode from 'vscode';
import type { ServerLink } from '../language-client';
import { activeNote, fixAll } from './fix-all';

export function fixNote(server: ServerLink): vscode.Disposable {
  return vscode.commands.registerCommand('claimwright.fixNote', async () => {
    const note = activeNote();
    if (note !== undefined) await fixAll(server, note);
  });
}
