/** A tool for language models: a note, how it stands, and the notes around it in the argument. */
import * as vscode from 'vscode';
import {
  type ClaimAnswer,
  type ClaimNotes,
  type ClaimNotesParams,
  claimMethod,
  claimNotesMethod,
  type FoundNote,
  findNotesMethod,
} from '../../server/lsp/protocol';
import { registerTool, type ToolPlace, type ToolServer, type VaultInput } from './tool';

interface Input extends VaultInput {
  /** Its path from the vault's root, or its title. */
  readonly note: string;
}

/** UTF-16 units of a note that a model is given. */
const MOST_TEXT = 40_000;
/** Notes of a section. */
const MOST_NOTES = 20;

export function readClaim(at: ToolServer): vscode.Disposable {
  return registerTool<Input>(
    at,
    'claimwright_readClaim',
    ({ note }) => `Reading “${note}”`,
    async (place, { note }) => {
      const uri = await addressOf(place, note);
      const claim = await place.server.request<ClaimAnswer | null>(
        claimMethod,
        { uri },
        place.token,
      );
      // Nothing but notes of the vault is read.
      if (claim === null) throw new Error(`“${note}” is no note of this vault.`);
      const { refused, note: shown, standing, sections } = claim;
      const around = await Promise.all(
        sections.map(async ({ name, count }) => {
          const params: ClaimNotesParams = { uri, section: name, below: [], most: MOST_NOTES };
          const below = await place.server.request<ClaimNotes | null>(
            claimNotesMethod,
            params,
            place.token,
          );
          const notes = (below?.notes ?? []).map(each => ({
            path: each.path,
            title: each.title,
            type: each.type,
            confidence: each.confidence?.word ?? null,
          }));
          return [name, { count, notes }] as const;
        }),
      );
      const text = await textOf(vscode.Uri.parse(uri));
      return {
        path: shown.path,
        title: shown.title,
        type: shown.type,
        confidence: shown.confidence?.word ?? null,
        status: standing.status,
        dated: standing.dated && { what: standing.dated.what, date: standing.dated.date },
        waitsForEvaluation: standing.waits,
        problems:
          standing.problems?.map(({ severity, code, message }) => ({ severity, code, message })) ??
          null,
        unknown: refused,
        around: Object.fromEntries(around),
        text: text.slice(0, MOST_TEXT),
        truncated: text.length > MOST_TEXT,
      };
    },
  );
}

/** Of the note at that path, or else of the one that the words find first. */
async function addressOf({ server, root, token }: ToolPlace, note: string): Promise<string> {
  const base = vscode.Uri.parse(root);
  const path = /\.md$/iu.test(note) ? note : `${note}.md`;
  const uri = vscode.Uri.joinPath(base, path).toString();
  const isInside = uri.startsWith(`${base.toString().replace(/\/$/u, '')}/`);
  if (isInside && (await server.request<ClaimAnswer | null>(claimMethod, { uri }, token)) !== null)
    return uri;
  const [found] = await server.request<FoundNote[]>(
    findNotesMethod,
    { uri: root, query: note },
    token,
  );
  if (found === undefined) throw new Error(`There is no note like “${note}”.`);
  return found.uri;
}

/** As the editor has it, with what is not saved. */
async function textOf(uri: vscode.Uri): Promise<string> {
  const open = vscode.workspace.textDocuments.find(each => each.uri.toString() === uri.toString());
  if (open !== undefined) return open.getText();
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}
