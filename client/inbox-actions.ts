/** What can be done with the inbox and what stands in it. */
import * as vscode from 'vscode';
import {
  type HintAction,
  type HintedNote,
  type HintsParams,
  hintsMethod,
} from '../server/lsp/protocol';
import { hintCommand } from './commands/hint';
import { hintNow } from './hints';
import type { ServerLink } from './language-client';
import { tell } from './tell';
import {
  addressOf,
  type HintElement,
  type InboxElement,
  type MoreElement,
  type SourceElement,
} from './views/inbox-elements';
import { askForFilter, type InboxFilterState } from './views/inbox-filter';
import type { InboxTree } from './views/inbox-tree';

type Command = readonly [name: string, run: (element?: InboxElement) => unknown];

export function inboxActions(
  server: ServerLink,
  tree: InboxTree,
  view: vscode.TreeView<InboxElement>,
  filter: InboxFilterState,
  refresh: () => void,
): vscode.Disposable {
  const setFilter = async (set: Parameters<InboxFilterState['set']>[0] | undefined) => {
    if (set === undefined) return;
    await filter.set(set);
    refresh();
  };
  /** Keys and the palette name no element: they are about the one that is chosen. */
  const onSource = (command: string) => async (element?: InboxElement) => {
    const source = sourceOf(element ?? view.selection[0]);
    if (source !== null) return vscode.commands.executeCommand(command, addressOf(source));
    void tell('Choose a source in the inbox first.');
    return undefined;
  };
  const onHint = (action: HintAction) => (element?: InboxElement) => {
    const chosen = element ?? view.selection[0];
    if (chosen?.kind !== 'hint') return undefined;
    const { uri, hint } = chosen;
    const { index, text } = hint;
    return vscode.commands.executeCommand(hintCommand, uri, action, { index, text }, null);
  };
  const commands: readonly Command[] = [
    ['refresh', refresh],
    ['filter', async () => setFilter(await askForFilter(filter.current, await tree.allDomains()))],
    ['clearFilter', () => setFilter({})],
    ['more', element => element?.kind === 'more' && tree.showMore(element as MoreElement)],
    ['openHint', element => element?.kind === 'hint' && openHint(server, element)],
    ['promote', onSource('claimwright.promoteHints')],
    ['promoteHint', onHint('promote')],
    ['enrichClaim', onHint('enrich')],
    ['hintExists', onHint('exists')],
    ['dropHint', onHint('drop')],
    ['done', onSource('claimwright.sourceDone')],
    ['nullResult', onSource('claimwright.sourceNullResult')],
  ];
  return vscode.Disposable.from(
    ...commands.map(([name, run]) =>
      vscode.commands.registerCommand(`claimwright.inbox.${name}`, run),
    ),
  );
}

function sourceOf(element: InboxElement | undefined): SourceElement | HintElement | null {
  return element?.kind === 'source' || element?.kind === 'hint' ? element : null;
}

/** Where it stands now: the note may have been edited since it was listed. */
async function openHint(server: ServerLink, { uri, hint }: HintElement): Promise<void> {
  const params: HintsParams = { uri };
  const asked = server.request<readonly HintedNote[] | null>(hintsMethod, params);
  const [note] = (await asked.catch(() => null)) ?? [];
  const { range } = hintNow(note, hint) ?? hint;
  const { start, end } = range;
  await vscode.window.showTextDocument(vscode.Uri.parse(uri), {
    selection: new vscode.Range(start.line, start.character, end.line, end.character),
  });
}
