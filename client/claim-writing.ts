/** Writes a claim: from what is selected in a note, from a note, or from nothing. */
import * as vscode from 'vscode';
import { askDomain } from './ask-domain';
import { askUntilMade, author } from './author';
import { domainAt } from './hints';
import type { ServerLink } from './language-client';
import { askTitle } from './title-input';

/** More is no title. */
const LONGEST_TITLE = 300;
const HEADING = 'New claim';

export interface ClaimOrigin {
  /** Address of the note that it is made from, or of the root of the vault in which it stands by itself. */
  readonly uri: string;
  /** What of the note becomes its evidence. */
  readonly selection: vscode.Selection | null;
  /** What the title is at first. */
  readonly title: string;
  /** Address of the note that tells the domain where `uri` does not. */
  readonly near: string;
}

/** What is selected in the active note, if anything is. */
export function selectedOrigin(uri: string): ClaimOrigin | null {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined || editor.document.uri.toString() !== uri) return null;
  const { selection } = editor;
  const selected = editor.document.getText(selection).trim();
  return selected === '' ? null : { uri, selection, title: titleIn(selected), near: uri };
}

export async function writeClaim(server: ServerLink, origin: ClaimOrigin): Promise<void> {
  const { uri, selection, near } = origin;
  const said = uri === near ? await domainSaid(server, uri) : null;
  const domain = said ?? (await askDomain(server, near, HEADING));
  if (domain === undefined) return;
  await askUntilMade<string>(
    (title = origin.title) => askTitle(server, { uri, title, heading: HEADING, domain }),
    title =>
      author(server, {
        uri,
        move: { kind: 'claim', title, domain },
        ...(selection === null
          ? {}
          : { selection: { start: selection.start, end: selection.end } }),
      }),
  );
}

/** A source says its domain, also one that the vault has no folder for. */
async function domainSaid(server: ServerLink, uri: string): Promise<string | null> {
  return uri.endsWith('.md') ? domainAt(server, uri) : null;
}

/** What is selected, where it may be a sentence. */
function titleIn(selected: string): string {
  return /\n/u.test(selected) || selected.length > LONGEST_TITLE
    ? ''
    : selected.replace(/(?<![.\s])[.\s]+$/u, '');
}
