/** "Claimwright: Mark Source as Done": asks before hints that nobody decided about are left behind. */
import * as vscode from 'vscode';
import { makeMove, refusalOf } from '../author';
import { hintsOf, isOpen } from '../hints';
import type { ServerLink } from '../language-client';
import { warn } from '../tell';
import { noteFor } from './fix-all';
import { nullResultProbe } from './source-null-result';

const DONE = { label: '$(check) Mark as done all the same' };
const PROMOTE = { label: '$(sparkle) Promote them…' };
const NULL_RESULT = 'Null Result…';

export function sourceDone(server: ServerLink): vscode.Disposable {
  return vscode.commands.registerCommand('claimwright.sourceDone', async (chosen?: vscode.Uri) => {
    const note = noteFor(chosen);
    if (note === undefined) return;
    const uri = note.toString();
    const hints = (await hintsOf(server, uri)).flatMap(each => each.hints);
    const way = await askAboutHints(hints.filter(isOpen).length);
    if (way === PROMOTE) await vscode.commands.executeCommand('claimwright.promoteHints', note);
    if (way !== DONE) return;
    const { refused } = await makeMove(server, { uri, move: { kind: 'done' } });
    if (refused === null) return;
    // Only of a source of which nothing came can that be said.
    const canBeNull = (await refusalOf(server, uri, nullResultProbe)) === null;
    const answer = await warn(refused, ...(canBeNull ? [NULL_RESULT] : []));
    if (answer === NULL_RESULT)
      await vscode.commands.executeCommand('claimwright.sourceNullResult', note);
  });
}

async function askAboutHints(open: number): Promise<typeof DONE | typeof PROMOTE | undefined> {
  if (open === 0) return DONE;
  const title = 'Mark source as done';
  const placeHolder = open === 1 ? 'One hint is still open.' : `${open} hints are still open.`;
  return vscode.window.showQuickPick([DONE, PROMOTE], { title, placeHolder });
}
