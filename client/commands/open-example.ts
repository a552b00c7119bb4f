/** "Claimwright: Open Example Vault": a copy that is the author's own, to try everything on, with the steps beside it. */
import * as vscode from 'vscode';
import { tell } from '../tell';

/** When a window was opened that goes on with the walkthrough: with its folder a window forgets its editors. */
const GOES_ON = 'walkthroughGoesOn';
/** Milliseconds within which it is there. */
const SOON = 60_000;

export function openExample({
  extensionUri,
  globalStorageUri,
  globalState,
}: Pick<
  vscode.ExtensionContext,
  'extensionUri' | 'globalStorageUri' | 'globalState'
>): vscode.Disposable {
  const example = vscode.Uri.joinPath(extensionUri, 'examples', 'vault');
  const copy = vscode.Uri.joinPath(globalStorageUri, 'example-vault');
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const begun = globalState.get<number>(GOES_ON) ?? 0;
  if (folder?.uri.path === copy.path && begun > 0) {
    void globalState.update(GOES_ON, undefined);
    if (Date.now() - begun < SOON) void vscode.commands.executeCommand('claimwright.getStarted');
  }
  return vscode.commands.registerCommand('claimwright.openExampleVault', async () => {
    if (!(await exists(example)))
      return void tell('In a browser the example vault cannot be copied; the desktop editor can.');
    const answer = (await exists(copy)) ? await askWhich() : 'anew';
    if (answer === undefined) return;
    if (answer === 'anew')
      await vscode.workspace.fs.copy(example, await emptied(copy), { overwrite: true });
    await globalState.update(GOES_ON, answer === 'anew' ? Date.now() : undefined);
    const forceNewWindow = vscode.workspace.workspaceFolders !== undefined;
    await vscode.commands.executeCommand('vscode.openFolder', copy, { forceNewWindow });
  });
}

async function askWhich(): Promise<'kept' | 'anew' | undefined> {
  const items = [
    { label: 'Go on where you left it', answer: 'kept' as const },
    { label: 'Begin anew', description: 'your changes to it are lost', answer: 'anew' as const },
  ];
  return (await vscode.window.showQuickPick(items, { title: 'The example vault' }))?.answer;
}

async function emptied(folder: vscode.Uri): Promise<vscode.Uri> {
  if (await exists(folder)) await vscode.workspace.fs.delete(folder, { recursive: true });
  await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(folder, '..'));
  return folder;
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
