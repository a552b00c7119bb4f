/** "Claimwright: Mark Source as Null Result…": asks why nothing came of it. */
import * as vscode from 'vscode';
import { askUntilMade, author, refusalOf } from '../author';
import type { ServerLink } from '../language-client';
import { warn } from '../tell';
import { noteFor } from './fix-all';

/** Asks whether a source can be one, whatever is said of it. */
export const nullResultProbe = { kind: 'null-result', notes: 'nobody has said yet why' } as const;

export function sourceNullResult(server: ServerLink): vscode.Disposable {
  return vscode.commands.registerCommand(
    'claimwright.sourceNullResult',
    async (chosen?: vscode.Uri) => {
      const uri = noteFor(chosen)?.toString();
      if (uri === undefined) return;
      const refused = await refusalOf(server, uri, nullResultProbe);
      if (refused !== null) return void warn(refused);
      await askUntilMade<string>(
        before => askReason(before ?? ''),
        notes => author(server, { uri, move: { kind: 'null-result', notes } }),
      );
    },
  );
}

async function askReason(value: string): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: 'Null result',
    prompt: 'Why did nothing come of it? So nobody has to read it again.',
    value,
    ignoreFocusOut: true,
    validateInput: typed => (typed.trim() === '' ? 'A null result says why.' : undefined),
  });
}
