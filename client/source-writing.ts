/** Writes a source; asks for what is not known of it. */
import * as vscode from 'vscode';
import { askDomain } from './ask-domain';
import { askUntilMade, author } from './author';
import type { CopiedSource } from './clipboard-source';
import type { ServerLink } from './language-client';

const HEADING = 'New source';

type Answers = CopiedSource & { readonly domain: string | null };

/** `copied` is what is known; `uri` is that of the note in which the author is, or of the vault's root. */
export async function writeSource(
  server: ServerLink,
  uri: string,
  copied: CopiedSource,
): Promise<void> {
  await askUntilMade<Answers>(
    before => askFor(server, uri, before ?? copied, before !== undefined),
    ({ url, title, author: by, text, domain }) =>
      author(server, { uri, move: { kind: 'source', title, url, author: by, domain, text } }),
  );
}

/** `anew` where what was answered before has to be looked at again. */
async function askFor(
  server: ServerLink,
  uri: string,
  known: CopiedSource,
  anew: boolean,
): Promise<Answers | undefined> {
  const title = await ask('What is it called?', known.title, true);
  if (title === undefined) return undefined;
  const asked = (prompt: string, value: string) =>
    value === '' || anew ? ask(prompt, value) : value;
  const url = await asked('Where was it published? An address; empty where nowhere.', known.url);
  if (url === undefined) return undefined;
  const by = await asked('Who wrote it? “Name (@handle)”', known.author);
  if (by === undefined) return undefined;
  const domain = await askDomain(server, uri, HEADING);
  return domain === undefined ? undefined : { url, title, author: by, text: known.text, domain };
}

async function ask(prompt: string, value: string, needed = false): Promise<string | undefined> {
  const said = await vscode.window.showInputBox({
    title: HEADING,
    prompt,
    value,
    ignoreFocusOut: true,
    validateInput: typed => (needed && typed.trim() === '' ? 'It needs a title.' : undefined),
  });
  return said?.trim();
}
