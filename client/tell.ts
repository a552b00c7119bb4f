/** Messages to the author; what stands in a note never becomes a link in one, which could run a command. */
import * as vscode from 'vscode';
import { unlinked } from '../server/lsp/protocol';

/** Answers with the button that the author chose; `undefined` where none. */
export function tell(
  sentence: string,
  ...buttons: readonly string[]
): Thenable<string | undefined> {
  return vscode.window.showInformationMessage(unlinked(sentence), ...buttons);
}

export function warn(
  sentence: string,
  ...buttons: readonly string[]
): Thenable<string | undefined> {
  return vscode.window.showWarningMessage(unlinked(sentence), ...buttons);
}

export function fail(
  sentence: string,
  ...buttons: readonly string[]
): Thenable<string | undefined> {
  return vscode.window.showErrorMessage(unlinked(sentence), ...buttons);
}

/** What an error says of itself. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
