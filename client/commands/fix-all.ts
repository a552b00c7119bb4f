/** Has the server mend a note, a folder or a vault; what it changes comes back as an edit of the workspace. */
import * as vscode from 'vscode';
import { fixAllCommand } from '../../server/lsp/protocol';
import type { ServerLink } from '../language-client';
import { isServed } from '../served';
import { tell } from '../tell';

export async function fixAll(server: ServerLink, uri: vscode.Uri): Promise<void> {
  await server.execute(fixAllCommand, [uri.toString()]);
}

/** The note in the active editor; says so where there is none. */
export function activeNote(): vscode.Uri | undefined {
  const document = vscode.window.activeTextEditor?.document;
  if (document?.languageId === 'markdown' && isServed(document.uri)) return document.uri;
  void tell('Open a note first.');
  return undefined;
}

/** The note that a menu or another command chose, or else the one in the active editor. */
export function noteFor(chosen: unknown): vscode.Uri | undefined {
  return chosen instanceof vscode.Uri ? chosen : activeNote();
}
