/** What choosing a row of the claim's tree does: it opens the note, at the place that the row is about. */
import * as vscode from 'vscode';
import type { WireRange } from '../../server/lsp/protocol';

export function opening(uri: string, range?: WireRange): vscode.Command {
  const address = vscode.Uri.parse(uri);
  if (range === undefined)
    return { command: 'vscode.open', title: 'Open Note', arguments: [address] };
  const { start, end } = range;
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  return { command: 'vscode.open', title: 'Open Note', arguments: [address, { selection }] };
}
