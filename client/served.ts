/** Which file systems vaults are in: the disk, and those that the folders of the workspace are in. */
import * as vscode from 'vscode';

const DISK = 'file';

export function servedSchemes(): string[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return [...new Set([DISK, ...folders.map(({ uri }) => uri.scheme)])];
}

export function isServed({ scheme }: vscode.Uri): boolean {
  return servedSchemes().includes(scheme);
}

/**
 * The context key `claimwright.schemes`, by which menus know the same. Of files on a disk they ask by name: where these
 * are on another machine than the window, the editor gives them another scheme, and rewrites only `resourceScheme == file`.
 */
export function followSchemes(): vscode.Disposable {
  const tell = () =>
    void vscode.commands.executeCommand('setContext', 'claimwright.schemes', servedSchemes());
  tell();
  return vscode.workspace.onDidChangeWorkspaceFolders(tell);
}
