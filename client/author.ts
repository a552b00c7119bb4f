/** Has the server make a move: what it changes comes as one edit, and the author goes on where the move says. */
import * as vscode from 'vscode';
import {
  type AuthorAnswer,
  type AuthorParams,
  authorMethod,
  checkMoveMethod,
  type Move,
  type MoveCheck,
} from '../server/lsp/protocol';
import { DiedAfterEdit } from './ask-again';
import type { ServerLink } from './language-client';
import { fail, messageOf, warn } from './tell';

/** A refusal is shown, and answered all the same. `goesOn` is false where the caller opens the place itself. */
export async function author(
  server: ServerLink,
  params: AuthorParams,
  goesOn = true,
): Promise<AuthorAnswer> {
  const answer = await makeMove(server, params);
  if (answer.refused !== null) void warn(answer.refused);
  else if (goesOn && answer.open !== null) await goOn(answer.open);
  return answer;
}

/** Nothing is shown of what comes of it. */
export async function makeMove(server: ServerLink, params: AuthorParams): Promise<AuthorAnswer> {
  try {
    return await server.request<AuthorAnswer>(authorMethod, params);
  } catch (error) {
    // All of it is in that edit; only where its author goes on is not known.
    if (error instanceof DiedAfterEdit && error.made)
      return { refused: null, applied: true, open: null };
    return { refused: silence(error), applied: false, open: null };
  }
}

/** Why a move cannot be made of this note, whatever words its author has; `null` where it can. */
export async function refusalOf(
  server: ServerLink,
  uri: string,
  move: Move,
): Promise<string | null> {
  try {
    return (await server.request<MoveCheck>(checkMoveMethod, { uri, move })).refused;
  } catch (error) {
    return silence(error);
  }
}

/**
 * Asks, and makes the move of the answer; where that is refused it asks again, with the answer that was given. `null`
 * where the author left before anything was asked of the server, else the last answer.
 */
export async function askUntilMade<Said>(
  ask: (before: Said | undefined) => Promise<Said | undefined>,
  make: (said: Said) => Promise<AuthorAnswer>,
): Promise<AuthorAnswer | null> {
  let before: Said | undefined;
  let answer: AuthorAnswer | null = null;
  for (;;) {
    const said = await ask(before);
    if (said === undefined) return answer;
    answer = await make(said);
    if (answer.refused === null) return answer;
    before = said;
  }
}

function silence(error: unknown): string {
  return `The language server did not answer: ${messageOf(error)}`;
}

/** Shows the place beside the note that the author was reading, which stays in sight, and puts the caret there. */
export async function goOn(
  { uri, range: { start, end } }: NonNullable<AuthorAnswer['open']>,
  preserveFocus = false,
): Promise<void> {
  const address = vscode.Uri.parse(uri);
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  const viewColumn = columnFor(address);
  try {
    const editor = await vscode.window.showTextDocument(address, {
      viewColumn,
      selection,
      preserveFocus,
      preview: false,
    });
    editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  } catch (error) {
    void fail(messageOf(error));
  }
}

function columnFor(address: vscode.Uri): vscode.ViewColumn {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const shown = visibleTextEditors.find(({ document }) => `${document.uri}` === `${address}`);
  if (shown?.viewColumn !== undefined) return shown.viewColumn;
  return activeTextEditor?.document.languageId === 'markdown'
    ? vscode.ViewColumn.Beside
    : vscode.ViewColumn.Active;
}
