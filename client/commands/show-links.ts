/** What clicking a code lens does: the places that it counts are listed in the editor's own list of references. */
import * as vscode from 'vscode';
import type { Location, Position } from 'vscode-languageclient';

export const showLinksCommand = 'claimwright.showLinks';

export function showLinks(): vscode.Disposable {
  return vscode.commands.registerCommand(
    showLinksCommand,
    (uri: string, position: Position, locations: readonly Location[]) =>
      vscode.commands.executeCommand(
        'editor.action.showReferences',
        vscode.Uri.parse(uri),
        positionOf(position),
        locations.map(locationOf),
      ),
  );
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
