/** Promotes hints one after the other; at the end the author stands in the last claim, with the source in sight. */
import * as vscode from 'vscode';
import { goOn } from './author';
import { enrichClaim, type Made, promoteHint } from './hint-moves';
import type { PickedHint } from './hint-picks';
import type { ServerLink } from './language-client';
import { tell } from './tell';

const COMPOSE = 'Compose Message';

/** Leaving one question leaves those after it; what was made before stays. */
export async function promoteAll(server: ServerLink, picked: readonly PickedHint[]): Promise<void> {
  const made: NonNullable<Made>[] = [];
  for (const [index, { note, hint }] of picked.entries()) {
    const heading =
      picked.length === 1 ? 'Promote hint' : `Promote hint ${index + 1} of ${picked.length}`;
    const { uri, domain } = note;
    const place = { uri, hint, names: hint.names, domain, heading };
    const move = hint.kind === 'enrichment' ? enrichClaim : promoteHint;
    const answer = await move(server, place);
    if (answer === null) break;
    if (answer.applied) made.push(answer);
  }
  if (made.length === 0) return;
  await showMade(picked, made);
  await sayDone(made.length);
}

async function showMade(
  picked: readonly PickedHint[],
  made: readonly NonNullable<Made>[],
): Promise<void> {
  const [source] = picked.map(({ note }) => note.uri);
  const shown = vscode.window.activeTextEditor?.document.uri.toString();
  if (source !== undefined && shown !== source)
    await vscode.window.showTextDocument(vscode.Uri.parse(source), { preview: false });
  const places = made.flatMap(({ open }) => (open === null ? [] : [open]));
  for (const [index, place] of places.entries()) await goOn(place, index < places.length - 1);
}

async function sayDone(count: number): Promise<void> {
  const done = count === 1 ? 'One hint is done' : `${count} hints are done`;
  const undo = count === 1 ? 'One undo takes it back.' : 'One undo for each takes them back.';
  const chosen = await tell(`${done}. ${undo}`, COMPOSE);
  if (chosen === COMPOSE) await vscode.commands.executeCommand('claimwright.composeMessage');
}
