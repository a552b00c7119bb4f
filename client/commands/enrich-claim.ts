/** "Claimwright: Enrich Claim from Source…": with what is selected in the source, or else with the open hint at the caret. */
import * as vscode from 'vscode';
import { author } from '../author';
import { hintAtCaret } from '../hints';
import type { ServerLink } from '../language-client';
import { askNote } from '../note-search';
import { activeNote } from './fix-all';
import { moveHint } from './hint';

/** More of it says nothing about which claim it is like. */
const MOST_WORDS = 300;

export function enrichClaim(server: ServerLink): vscode.Disposable {
  return vscode.commands.registerCommand('claimwright.enrichClaim', async () => {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined || editor.selection.isEmpty) {
      const found = await hintAtCaret(server);
      if (found !== undefined) await moveHint(server, 'enrich', found.uri, found.hint);
      return;
    }
    const uri = activeNote()?.toString();
    if (uri === undefined) return;
    const { start, end } = editor.selection;
    const claim = await askNote(server, {
      uri,
      heading: 'Enrich a claim with what is selected',
      placeHolder: 'Which claim does it enrich?',
      types: ['claim'],
      like: editor.document.getText(editor.selection).slice(0, MOST_WORDS),
    });
    if (claim === undefined) return;
    const move = { kind: 'enrich', hint: null, claim: claim.path } as const;
    await author(server, { uri, selection: { start, end }, move });
  });
}
