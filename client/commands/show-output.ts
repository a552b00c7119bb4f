/** "Claimwright: Show Output". */
import * as vscode from 'vscode';

export function showOutput(output: vscode.LogOutputChannel): vscode.Disposable {
  return vscode.commands.registerCommand('claimwright.showOutput', () => output.show());
}
