/** "Claimwright: Fix All Safe Problems in Folder": the one chosen in the explorer, else the active note's. */
import * as vscode from 'vscode';
import type { ServerLink } from '../language-client';
import { activeNote, fixAll } from './fix-all';

export function fixFolder(server: ServerLink): vscode.Disposable {
  return vscode.commands.registerCommand('claimwright.fixFolder', async (chosen?: vscode.Uri) => {
    const note = chosen === undefined ? activeNote() : undefined;
    const folder = note === undefined ? chosen : vscode.Uri.joinPath(note, '..');
    if (folder !== undefined) await fixAll(server, folder);
  });
}
