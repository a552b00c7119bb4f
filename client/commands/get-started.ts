/** "Claimwright: Get Started": opens the walkthrough. */
import * as vscode from 'vscode';
import { tellStepsAnew } from '../walkthrough-steps';

export function getStarted({ id }: vscode.Extension<unknown>): vscode.Disposable {
  const open = () =>
    vscode.commands.executeCommand('workbench.action.openWalkthrough', `${id}#getStarted`, false);
  return vscode.commands.registerCommand('claimwright.getStarted', () => tellStepsAnew(open));
}
