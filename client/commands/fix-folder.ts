/** "Claimwright: Fix All Safe Problems in Folder": the one chosen in the explorer, else the active note's. */
import * as vscode from 'vscode';
import { activeNote, fixAll } from './fix-all';

export function fixFolder(): vscode.Disposable {
  return vscode.commands.registerCommand('claimwright.fixFolder', async (chosen?: vscode.Uri) => {
    const note = chosen === undefined ? activeNote() : undefined;
    const folder = note === undefined ? chosen : vscode.Uri.joinPath(note, '..');
    if (folder !== undefined) await fixAll(folder);
  });
}
