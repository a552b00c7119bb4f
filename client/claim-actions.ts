/** What can be done with what stands in the claim's tree. */
import * as vscode from 'vscode';
import {
  type LinkedMention,
  type LinkMentionParams,
  linkMentionMethod,
} from '../server/lsp/protocol';
import type { ServerLink } from './language-client';
import { messageOf, tell, warn } from './tell';
import { linkOf } from './views/claim-drag';
import type { ClaimElement, PlaceElement } from './views/claim-elements';
import type { ClaimModel } from './views/claim-model';

type Run = (element: ClaimElement | undefined, selected: readonly ClaimElement[]) => unknown;

export function claimActions(
  server: ServerLink,
  model: ClaimModel,
  view: vscode.TreeView<ClaimElement>,
  refresh: () => void,
): vscode.Disposable {
  const commands: readonly (readonly [name: string, run: Run])[] = [
    ['refresh', refresh],
    ['more', element => element?.kind === 'more' && model.showMore(element)],
    ['copyLink', (_, selected) => copyLinks(selected)],
    ['openToSide', element => openToSide(element)],
    ['linkMention', element => element?.kind === 'place' && link(server, model, element)],
    ['markEvaluated', element => element?.kind === 'dated' && markEvaluated(element.uri)],
  ];
  return vscode.Disposable.from(
    ...commands.map(([name, run]) =>
      vscode.commands.registerCommand(
        `claimwright.claim.${name}`,
        // Keys and the palette name no element: they are about the one that is chosen.
        (element?: ClaimElement, elements?: readonly ClaimElement[]) => {
          const chosen = element ?? view.selection[0];
          return run(chosen, elements ?? (chosen === undefined ? [] : [chosen]));
        },
      ),
    ),
  );
}

async function copyLinks(elements: readonly ClaimElement[]): Promise<void> {
  const links = elements.flatMap(element => linkOf(element) ?? []);
  if (links.length === 0) return void tell('Choose a note in the claim view first.');
  await vscode.env.clipboard.writeText(links.join('\n'));
}

async function openToSide(element: ClaimElement | undefined): Promise<void> {
  const place = element?.kind === 'place' ? element : null;
  const note = element?.kind === 'note' || element?.kind === 'mentioning' ? element.note : null;
  const uri = place?.holder.uri ?? note?.uri;
  if (uri === undefined) return void tell('Choose a note in the claim view first.');
  const { start, end } = place?.place.range ?? {};
  await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(uri), {
    viewColumn: vscode.ViewColumn.Beside,
    ...(start && end
      ? { selection: new vscode.Range(start.line, start.character, end.line, end.character) }
      : {}),
  });
}

async function link(
  server: ServerLink,
  model: ClaimModel,
  { uri, holder, place, mention }: PlaceElement,
): Promise<void> {
  if (!mention) return;
  const { range, words } = place;
  const params: LinkMentionParams = { uri, from: holder.path, range, words };
  const document = () =>
    vscode.workspace.textDocuments.find(
      each => `${each.uri}` === `${vscode.Uri.parse(holder.uri)}`,
    );
  const wasSaved = document()?.isDirty !== true;
  try {
    const { refused, places } = await server.request<LinkedMention>(linkMentionMethod, params);
    if (refused !== null) void warn(refused);
    // Else links in many notes would leave as many unsaved editors behind.
    else if (wasSaved) await document()?.save();
    model.tookPlaces(uri, holder.path, places);
  } catch (error) {
    void warn(messageOf(error));
  }
}

function markEvaluated(uri: string): Thenable<unknown> {
  return vscode.commands.executeCommand('claimwright.markEvaluated', vscode.Uri.parse(uri));
}
