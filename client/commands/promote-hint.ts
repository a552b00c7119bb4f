/** "Claimwright: Promote Hint to Claim…": the open hint at the caret. */
import * as vscode from 'vscode';
import { hintAtCaret } from '../hints';
import type { ServerLink } from '../language-client';
import { moveHint } from './hint';

export function promoteHint(server: ServerLink): vscode.Disposable {
  return vscode.commands.registerCommand('claimwright.promoteHint', async () => {
    const found = await hintAtCaret(server);
    if (found !== undefined) await moveHint(server, 'promote', found.uri, found.hint);
  });
}
