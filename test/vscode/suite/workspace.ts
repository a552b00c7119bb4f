/** What the tests inside VS Code share: the vault's notes, typing, and waiting. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import * as vscode from 'vscode';

export function vaultPath(...segments: readonly string[]): string {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'no folder is open');
  return join(folder.uri.fsPath, ...segments);
}

export function vaultUri(path: string): vscode.Uri {
  return vscode.Uri.file(vaultPath(path));
}

export async function openNote(path: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(vaultUri(path));
  return vscode.window.showTextDocument(document, { preview: false });
}

/** Waits until `read` gives something; fails with `what` otherwise. */
export async function until<Value>(
  what: string,
  read: () => Value | null | undefined | false | Promise<Value | null | undefined | false>,
  timeout = 10_000,
): Promise<Value> {
  for (const end = Date.now() + timeout; Date.now() < end; ) {
    const value = await read();
    if (value !== null && value !== undefined && value !== false) return value;
    await pause(25);
  }
  throw new Error(`waited ${timeout} ms in vain for ${what}`);
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}

export function problemsOf(path: string): readonly vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(vaultUri(path))
    .filter(diagnostic => diagnostic.source === 'claimwright');
}

export function codeOf(diagnostic: vscode.Diagnostic): string {
  const { code } = diagnostic;
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits for the one problem of this code. */
export function problem(path: string, code: string): Promise<vscode.Diagnostic> {
  return until(`${code} in ${path}`, () => problemsOf(path).find(each => codeOf(each) === code));
}

/** Puts the caret behind the first occurrence of `text`. */
export function caretBehind(editor: vscode.TextEditor, text: string): void {
  const offset = editor.document.getText().indexOf(text);
  assert.ok(offset >= 0, `“${text}” is not in the note`);
  const position = editor.document.positionAt(offset + text.length);
  editor.selection = new vscode.Selection(position, position);
}

/** As from the keyboard: one character at a time, with everything that typing sets off. */
export async function typeText(text: string): Promise<void> {
  for (const character of text) {
    await vscode.commands.executeCommand('type', { text: character });
    await pause(15);
  }
}

/** Closes all editors without saving, so that each test begins with the notes as they were. */
export async function closeAll(): Promise<void> {
  while (vscode.window.activeTextEditor?.document.isDirty === true) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
