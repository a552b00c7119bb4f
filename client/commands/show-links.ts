/** What clicking a code lens does: the places that it counts are listed in the editor's own list of references. */
import * as vscode from 'vscode';
import type { CodeLens, Location, Position } from 'vscode-languageclient';
import type { ServerLink } from '../language-client';
import { resolveLensMethod } from '../methods';

export const showLinksCommand = 'claimwright.showLinks';

export function showLinks(server: ServerLink): vscode.Disposable {
  return vscode.commands.registerCommand(showLinksCommand, async (lens: CodeLens) => {
    const { command } = await server.request<CodeLens>(resolveLensMethod, lens);
    // It counts nothing any more.
    if (!command?.arguments) return;
    const [uri, position, locations] = command.arguments as [string, Position, readonly Location[]];
    await vscode.commands.executeCommand(
      'editor.action.showReferences',
      vscode.Uri.parse(uri),
      positionOf(position),
      locations.map(locationOf),
    );
  });
}

function positionOf({ line, character }: Position): vscode.Position {
  return new vscode.Position(line, character);
}

function locationOf({ uri, range }: Location): vscode.Location {
  const { start, end } = range;
  return new vscode.Location(
    vscode.Uri.parse(uri),
    new vscode.Range(positionOf(start), positionOf(end)),
  );
}
