/** The hints of notes, as commands ask the server for them. */
import * as vscode from 'vscode';
import {
  type HintedNote,
  type HintReference,
  type HintsParams,
  hintsMethod,
  type WireHint,
} from '../server/lsp/protocol';
import { activeNote } from './commands/fix-all';
import type { ServerLink } from './language-client';
import { messageOf, tell, warn } from './tell';

/** Of a note, a folder or a vault; what keeps the server from an answer is shown. */
export async function hintsOf(server: ServerLink, uri: string): Promise<readonly HintedNote[]> {
  const params: HintsParams = { uri };
  try {
    return await server.request<HintedNote[]>(hintsMethod, params);
  } catch (error) {
    void warn(messageOf(error));
    return [];
  }
}

/** Whether somebody has still to decide about it. */
export function isOpen({ promoted, dropped }: WireHint): boolean {
  return promoted === null && !dropped;
}

/** A hint as it stands now: the note may have been edited since it was listed. */
export function hintNow(
  note: HintedNote | undefined,
  { index, text }: HintReference,
): WireHint | undefined {
  const hints = note?.hints ?? [];
  const there = hints[index];
  return there?.text === text ? there : hints.find(each => each.text === text);
}

/** The domain that a note says; `null` where it says none. */
export async function domainAt(server: ServerLink, uri: string): Promise<string | null> {
  const [note] = await hintsOf(server, uri);
  return note?.domain ?? null;
}

export interface FoundHint {
  readonly uri: string;
  readonly hint: WireHint;
}

/** The open hint in which the caret stands, or else the first on its line; says so where there is none. */
export async function hintAtCaret(server: ServerLink): Promise<FoundHint | undefined> {
  const uri = activeNote();
  const editor = vscode.window.activeTextEditor;
  if (uri === undefined || editor === undefined) return undefined;
  const [note] = await hintsOf(server, uri.toString());
  const { active } = editor.selection;
  const open = (note?.hints ?? []).filter(isOpen);
  const hint =
    open.find(({ range }) => rangeOf(range).contains(active)) ??
    open.find(({ range: { start, end } }) => start.line <= active.line && active.line <= end.line);
  if (hint !== undefined) return { uri: uri.toString(), hint };
  void tell('There is no open hint at the caret.');
  return undefined;
}

function rangeOf({ start, end }: WireHint['range']): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
