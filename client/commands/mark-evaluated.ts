/** "Claimwright: Mark as Evaluated Today": the note was held against the evidence. */
import * as vscode from 'vscode';
import { author } from '../author';
import type { ServerLink } from '../language-client';
import { noteFor } from './fix-all';

export function markEvaluated(server: ServerLink): vscode.Disposable {
  return vscode.commands.registerCommand(
    'claimwright.markEvaluated',
    async (chosen?: vscode.Uri) => {
      const uri = noteFor(chosen)?.toString();
      if (uri !== undefined) await author(server, { uri, move: { kind: 'evaluated' } });
    },
  );
}
