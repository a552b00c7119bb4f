/** "Claimwright: Show Argument Graph": the argument around the note, beside it; without a note, that of the vault. */
import * as vscode from 'vscode';
import { authorPlace } from '../author-place';
import type { ServerLink } from '../language-client';
import { messageOf, warn } from '../tell';
import { ArgumentGraphs } from '../views/argument-graph';
import type { ClaimElement } from '../views/claim-elements';
import { addressOf, type InboxElement } from '../views/inbox-elements';

export function showArgumentGraph(server: ServerLink, extension: vscode.Uri): vscode.Disposable {
  const graphs = new ArgumentGraphs(server, extension);
  const command = vscode.commands.registerCommand(
    'claimwright.showArgumentGraph',
    async (chosen?: unknown) => {
      try {
        const place = await authorPlace(server, addressIn(chosen));
        if (place !== undefined) graphs.show(place);
      } catch (error) {
        void warn(messageOf(error));
      }
    },
  );
  return vscode.Disposable.from(graphs, command);
}

/** A menu of the editor chooses a file, one of a view what stands there. */
function addressIn(chosen: unknown): vscode.Uri | undefined {
  if (chosen === undefined || chosen instanceof vscode.Uri) return chosen;
  const element = chosen as ClaimElement | InboxElement;
  if (element.kind === 'note' || element.kind === 'mentioning')
    return vscode.Uri.parse(element.note.uri);
  return element.kind === 'source' ? addressOf(element) : undefined;
}
