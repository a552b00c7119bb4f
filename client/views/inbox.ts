/** The inbox in the side bar: sources by status, priority and age, with the hints that wait in them, and a badge for the urgent ones. */
import * as vscode from 'vscode';
import type { InboxAnswer, Status } from '../../server/lsp/protocol';
import { inboxActions } from '../inbox-actions';
import type { ServerLink } from '../language-client';
import type { InboxElement } from './inbox-elements';
import { InboxFilterState } from './inbox-filter';
import { inboxMarks } from './inbox-marks';
import { InboxTree } from './inbox-tree';

export function createInbox(server: ServerLink, memory: vscode.Memento): vscode.Disposable {
  const filter = new InboxFilterState(memory);
  const tree = new InboxTree(server, () => filter.current);
  const view = vscode.window.createTreeView<InboxElement>('claimwright.inbox', {
    treeDataProvider: tree,
    showCollapseAll: true,
  });
  let ready = false;
  const refresh = () => {
    tree.refresh();
    // Nobody fetches what is out of sight, and the badge stands there all the same.
    if (!view.visible) void tree.ask({});
  };
  const follow = (status: Status | 'starting' | 'failed') => {
    const now = typeof status === 'object' && status.state === 'ready';
    if (now !== ready) refresh();
    ready = now;
  };
  refresh();
  return vscode.Disposable.from(
    tree,
    view,
    view.onDidCollapseElement(({ element }) => tree.folded(element)),
    tree.onAnswer(answer => show(view, answer, filter.description)),
    server.onStatus(follow),
    server.onInboxChanged(refresh),
    // Who opens it means the folder to be a vault.
    view.onDidChangeVisibility(({ visible }) => {
      if (visible && vscode.workspace.workspaceFolders !== undefined) server.begin();
    }),
    inboxMarks(),
    inboxActions(server, tree, view, filter, refresh),
  );
}

function show(view: vscode.TreeView<InboxElement>, answer: InboxAnswer, filter: string): void {
  const { refused, urgent, total } = answer;
  view.message = refused ?? (filter === '' ? '' : `Only ${filter}`);
  void vscode.commands.executeCommand('setContext', 'claimwright.inbox.sources', total > 0);
  view.badge = urgent.hints === 0 ? undefined : { value: urgent.hints, tooltip: tooltipOf(urgent) };
}

function tooltipOf({ hints, sources }: InboxAnswer['urgent']): string {
  const waiting = hints === 1 ? 'One hint waits' : `${hints.toLocaleString()} hints wait`;
  const where = sources === 1 ? 'one source' : `${sources.toLocaleString()} sources`;
  return `${waiting} in ${where} of high priority`;
}
