/** Asks in which domain a new note belongs, where nothing else tells. */
import * as vscode from 'vscode';
import { type NewNotes, newNotesMethod } from '../server/lsp/protocol';
import type { ServerLink } from './language-client';

/** `uri` is that of the note in which the author is, or of the vault's root. `undefined` where the author leaves. */
export async function askDomain(
  server: ServerLink,
  uri: string,
  heading: string,
): Promise<string | null | undefined> {
  const known = await server.request<NewNotes | null>(newNotesMethod, { uri });
  // What is in no vault is refused in a moment.
  if (known === null || known.domain !== null) return known?.domain ?? null;
  const { domains } = known;
  if (domains.length === 1) return domains[0];
  if (domains.length === 0) return askFirst(heading);
  return vscode.window.showQuickPick([...domains], {
    title: heading,
    placeHolder: 'Which domain does it belong to?',
    ignoreFocusOut: true,
  });
}

async function askFirst(heading: string): Promise<string | undefined> {
  const typed = await vscode.window.showInputBox({
    title: heading,
    prompt: 'Which domain does it belong to? The vault has none yet.',
    ignoreFocusOut: true,
    validateInput: text => (text.trim() === '' ? 'It needs a domain.' : undefined),
  });
  return typed?.trim();
}
