/** "Claimwright: Review What Rests on This…": shows the notes that wait to be evaluated again, one by one, with what changed. */
import * as vscode from 'vscode';
import {
  type DependentsParams,
  dependentsMethod,
  vaultsMethod,
  type WaitingNote,
} from '../../server/lsp/protocol';
import { author } from '../author';
import type { ServerLink } from '../language-client';
import { isServed } from '../served';
import { messageOf, tell, warn } from '../tell';

const EVALUATED = { label: '$(check) Mark as evaluated today', description: 'and go on' };
const NEXT = { label: '$(arrow-right) Next', description: 'it waits' };
const WORK = { label: '$(edit) Work on it now', description: 'run the command again to go on' };
const STOP = { label: '$(close) Stop' };

export function reviewDependents(server: ServerLink): vscode.Disposable {
  return vscode.commands.registerCommand(
    'claimwright.reviewDependents',
    async (chosen?: unknown) => {
      try {
        await review(server, await waitingFor(server, noteOf(chosen)));
      } catch (error) {
        void warn(messageOf(error));
      }
    },
  );
}

/** Those that rest on the note; where none of them waits, all that wait. */
async function waitingFor(
  server: ServerLink,
  note: vscode.Uri | undefined,
): Promise<WaitingNote[]> {
  const waiting = (uri: string) =>
    server.request<WaitingNote[]>(dependentsMethod, { uri } satisfies DependentsParams);
  const here = note === undefined ? [] : await waiting(note.toString());
  if (here.length > 0) return here;
  const roots = await server.request<string[]>(vaultsMethod);
  return (await Promise.all(roots.map(waiting))).flat();
}

/** The note that a menu chose, or the one in the active editor. */
function noteOf(chosen: unknown): vscode.Uri | undefined {
  if (chosen instanceof vscode.Uri) return chosen;
  const document = vscode.window.activeTextEditor?.document;
  const isNote = document?.languageId === 'markdown' && isServed(document.uri);
  return isNote ? document.uri : undefined;
}

async function review(server: ServerLink, notes: readonly WaitingNote[]): Promise<void> {
  if (notes.length === 0) return void tell('No note waits to be evaluated again.');
  for (const [at, note] of notes.entries()) {
    await show(note);
    const answer = await vscode.window.showQuickPick([EVALUATED, NEXT, WORK, STOP], {
      title: `${at + 1} of ${notes.length}: ${note.title}`,
      placeHolder: note.why.join(' '),
      ignoreFocusOut: true,
    });
    if (answer === EVALUATED) {
      const { uri } = note;
      await author(server, { uri, move: { kind: 'evaluated' } });
    } else if (answer === WORK) {
      await show(note, false);
      return;
    } else if (answer !== NEXT) return;
  }
}

/** In the tab that shows the next one, until it is edited. */
async function show(
  { uri, range: { start, end } }: WaitingNote,
  preserveFocus = true,
): Promise<void> {
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  const editor = await vscode.window.showTextDocument(vscode.Uri.parse(uri), {
    selection,
    preserveFocus,
    preview: true,
  });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
