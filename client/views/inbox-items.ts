/** How the elements of the inbox look, and what is read out of them. */
import * as vscode from 'vscode';
import type { InboxStatus } from '../../server/lsp/protocol';
import type { InboxElement, MoreElement } from './inbox-elements';
import { hintItem } from './inbox-hint-item';
import { sourceItem } from './inbox-source-item';
import { counted, statusNames } from './inbox-words';

/** Those that somebody has still to do with. */
const UNFOLDED: readonly InboxStatus[] = ['unprocessed', 'processing'];

const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;

export function inboxItem(element: InboxElement): vscode.TreeItem {
  switch (element.kind) {
    case 'group': {
      const { status, count } = element;
      const unfolded = UNFOLDED.includes(status);
      const item = new vscode.TreeItem(statusNames[status], unfolded ? Expanded : Collapsed);
      item.id = status;
      item.description = count.toLocaleString();
      item.contextValue = `group ${status}`;
      const label = `${statusNames[status]}, ${counted(count, 'source')}`;
      item.accessibilityInformation = { label };
      return item;
    }
    case 'source':
      return sourceItem(element);
    case 'hint':
      return hintItem(element);
    case 'more':
      return moreItem(element);
  }
}

function moreItem(element: MoreElement): vscode.TreeItem {
  const item = new vscode.TreeItem('Show More');
  item.id = `${element.status} more`;
  item.description = `${element.left.toLocaleString()} left`;
  item.iconPath = new vscode.ThemeIcon('ellipsis');
  item.command = {
    command: 'claimwright.inbox.more',
    title: 'Show More',
    arguments: [element],
  };
  item.accessibilityInformation = { label: `Show more, ${counted(element.left, 'source')} left` };
  return item;
}
