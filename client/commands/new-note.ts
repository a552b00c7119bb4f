/** "Claimwright: New Note…": of a type, in the folder for it. */
import * as vscode from 'vscode';
import {
  iconless,
  type NewNotes,
  type NewNoteType,
  newNotesMethod,
} from '../../server/lsp/protocol';
import { askUntilMade, author } from '../author';
import { authorPlace } from '../author-place';
import type { ServerLink } from '../language-client';
import { writeSource } from '../source-writing';
import { askTitle } from '../title-input';

/** A source of which nothing was copied. */
const UNKNOWN = { url: '', title: '', author: '', text: '' };

export function newNote(server: ServerLink): vscode.Disposable {
  return vscode.commands.registerCommand('claimwright.newNote', async () => {
    const place = await authorPlace(server);
    if (place === undefined) return;
    const { uri } = place;
    const known = await server.request<NewNotes | null>(newNotesMethod, { uri });
    const type = await askType(known?.types ?? []);
    if (type === undefined) return;
    // These two ask for more.
    if (type.name === 'claim') return vscode.commands.executeCommand('claimwright.newClaim');
    if (type.name === 'source') return writeSource(server, uri, UNKNOWN);
    const folder = type.folder ?? (await askFolder(type));
    if (folder === undefined) return;
    await askUntilMade<string>(
      before => askName(server, uri, type, before ?? ''),
      title => author(server, { uri, move: { kind: 'note', type: type.name, title, folder } }),
    );
  });
}

async function askType(types: readonly NewNoteType[]): Promise<NewNoteType | undefined> {
  const items = types.map(type => ({
    label: iconless(type.name),
    description: iconless(type.folder ?? ''),
    detail: iconless(type.meaning),
    type,
  }));
  const placeHolder = 'What shall it be?';
  const chosen = await vscode.window.showQuickPick(items, { title: 'New note', placeHolder });
  return chosen?.type;
}

async function askFolder({ name, folders }: NewNoteType): Promise<string | undefined> {
  if (folders.length === 0) return '';
  const placeHolder = `In which folder shall the ${name} stand?`;
  return vscode.window.showQuickPick([...folders], { title: `New ${name}`, placeHolder });
}

/** A sentence is compared with the claims that are there while it is typed. */
async function askName(
  server: ServerLink,
  uri: string,
  { name, sentence }: NewNoteType,
  value: string,
): Promise<string | undefined> {
  const heading = `New ${name}`;
  if (sentence) return askTitle(server, { uri, title: value, type: name, heading });
  const title = await vscode.window.showInputBox({
    title: heading,
    prompt: 'What is it called?',
    value,
    ignoreFocusOut: true,
    validateInput: typed => (typed.trim() === '' ? 'It needs a title.' : undefined),
  });
  return title?.trim();
}
