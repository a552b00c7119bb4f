/** "Claimwright: Retire Claim…": asks which claim replaces it, if one does, and why. */
import * as vscode from 'vscode';
import { askUntilMade, author, refusalOf } from '../author';
import type { ServerLink } from '../language-client';
import { askNote } from '../note-search';
import { warn } from '../tell';
import { noteFor } from './fix-all';

const HEADING = 'Retire the claim';
const REPLACED = { label: '$(replace) Another claim replaces it…' };
const WRONG = { label: '$(circle-slash) It no longer holds' };

/** Path of the claim that replaces it, if one does, and why. */
interface Retirement {
  readonly by: string | null;
  readonly reason: string;
}

export function retireClaim(server: ServerLink): vscode.Disposable {
  return vscode.commands.registerCommand('claimwright.retireClaim', async (chosen?: vscode.Uri) => {
    const uri = noteFor(chosen)?.toString();
    if (uri === undefined) return;
    const probe = { kind: 'retire', by: null, reason: 'nobody has said yet why' } as const;
    const refused = await refusalOf(server, uri, probe);
    if (refused !== null) return void warn(refused);
    await askUntilMade<Retirement>(
      before => askRetirement(server, uri, before?.reason ?? ''),
      ({ by, reason }) => author(server, { uri, move: { kind: 'retire', by, reason } }),
    );
  });
}

async function askRetirement(
  server: ServerLink,
  uri: string,
  value: string,
): Promise<Retirement | undefined> {
  const way = await vscode.window.showQuickPick([REPLACED, WRONG], { title: HEADING });
  if (way === undefined) return undefined;
  const by = way === REPLACED ? await askReplacing(server, uri) : null;
  if (by === undefined) return undefined;
  const reason = await vscode.window.showInputBox({
    title: HEADING,
    prompt: by === null ? 'Why does it no longer hold?' : 'Why? May be left empty.',
    value,
    ignoreFocusOut: true,
    validateInput: typed =>
      by === null && typed.trim() === '' ? 'The note stays, so it has to say why.' : undefined,
  });
  return reason === undefined ? undefined : { by, reason };
}

async function askReplacing(server: ServerLink, uri: string): Promise<string | undefined> {
  const placeHolder = 'Which claim replaces it?';
  const claim = await askNote(server, { uri, heading: HEADING, placeHolder, types: ['claim'] });
  return claim?.path;
}
