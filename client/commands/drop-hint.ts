/** "Claimwright: Drop Hint": the open hint at the caret. */
import * as vscode from 'vscode';
import { hintAtCaret } from '../hints';
import type { ServerLink } from '../language-client';
import { moveHint } from './hint';

export function dropHint(server: ServerLink): vscode.Disposable {
  return vscode.commands.registerCommand('claimwright.dropHint', async () => {
    const found = await hintAtCaret(server);
    if (found !== undefined) await moveHint(server, 'drop', found.uri, found.hint);
  });
}
