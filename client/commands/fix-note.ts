/** "Claimwright: Fix All Safe Problems in Note". */
import * as vscode from 'vscode';
import { activeNote, fixAll } from './fix-all';

export function fixNote(): vscode.Disposable {
  return vscode.commands.registerCommand('claimwright.fixNote', async () => {
    const note = activeNote();
    if (note !== undefined) await fixAll(note);
  });
}
