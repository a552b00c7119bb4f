/** "Claimwright: Hint Exists Already…": the open hint at the caret. */
import * as vscode from 'vscode';
import { hintAtCaret } from '../hints';
import type { ServerLink } from '../language-client';
import { moveHint } from './hint';

export function hintExists(server: ServerLink): vscode.Disposable {
  return vscode.commands.registerCommand('claimwright.hintExists', async () => {
    const found = await hintAtCaret(server);
    if (found !== undefined) await moveHint(server, 'exists', found.uri, found.hint);
  });
}
