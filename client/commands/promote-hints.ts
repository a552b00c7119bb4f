/** "Claimwright: Promote Extraction Hints…": those of the active note, or else of all vaults, a part at a time. */
import * as vscode from 'vscode';
import { type OpenHints, type OpenHintsParams, openHintsMethod } from '../../server/lsp/protocol';
import { type HintList, openHints, pickHints } from '../hint-picks';
import { hintsOf } from '../hints';
import type { ServerLink } from '../language-client';
import { promoteAll } from '../promotions';
import { isServed } from '../served';
import { slowRequest } from '../slow-request';
import { messageOf, tell, warn } from '../tell';

/** Open hints that are listed at first, and with each "More…". */
const PAGE = 50;

export function promoteHints(server: ServerLink): vscode.Disposable {
  return vscode.commands.registerCommand(
    'claimwright.promoteHints',
    async (chosen?: vscode.Uri) => {
      const list = await listAt(server, chosen);
      if (list === null) return;
      if (list.hints.length === 0 && list.more === null) {
        const here = chosen === undefined ? 'in this vault' : 'in this source';
        return void tell(`There is no open hint ${here}.`);
      }
      const picked = await pickHints(list);
      if (picked !== undefined) await promoteAll(server, picked);
    },
  );
}

/** Those chosen, or else of the active note if it has open hints, or else of every note that has. */
async function listAt(
  server: ServerLink,
  chosen: vscode.Uri | undefined,
): Promise<HintList | null> {
  if (chosen !== undefined)
    return { hints: openHints(await hintsOf(server, chosen.toString())), more: null };
  const document = vscode.window.activeTextEditor?.document;
  if (document?.languageId === 'markdown' && isServed(document.uri)) {
    const own = openHints(await hintsOf(server, document.uri.toString()));
    if (own.length > 0) return { hints: own, more: null };
  }
  return listFrom(server, 0);
}

/** `null` where the author called it off, or the server cannot tell. */
async function listFrom(server: ServerLink, from: number): Promise<HintList | null> {
  const params: OpenHintsParams = { from, most: PAGE };
  const title = 'Claimwright: looking for open hints';
  try {
    const answer = await slowRequest<OpenHints | null>(server, openHintsMethod, params, title);
    if (answer === null) return null;
    const { refused, notes, next } = answer;
    if (refused !== null) void warn(refused);
    if (refused !== null && notes.length === 0) return null;
    return { hints: openHints(notes), more: next === null ? null : () => listFrom(server, next) };
  } catch (error) {
    void warn(messageOf(error));
    return null;
  }
}
