/** "Claimwright: Open Example Vault": a copy that is the author's own, to try everything on. */
import * as vscode from 'vscode';

export function openExample({
  extensionUri,
  globalStorageUri,
}: Pick<vscode.ExtensionContext, 'extensionUri' | 'globalStorageUri'>): vscode.Disposable {
  const example = vscode.Uri.joinPath(extensionUri, 'examples', 'vault');
  const copy = vscode.Uri.joinPath(globalStorageUri, 'example-vault');
  return vscode.commands.registerCommand('claimwright.openExampleVault', async () => {
    const answer = (await exists(copy)) ? await askWhich() : 'anew';
    if (answer === undefined) return;
    if (answer === 'anew')
      await vscode.workspace.fs.copy(example, await emptied(copy), { overwrite: true });
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
