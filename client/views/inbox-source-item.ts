/** How a source looks in the inbox, and what is read out of it. */
import * as vscode from 'vscode';
import type { InboxSource, InboxStatus } from '../../server/lsp/protocol';
import { addressOf, type SourceElement } from './inbox-elements';
import { markAddress } from './inbox-marks';
import { ageOf, counted, inLine, joined, statusNames, unaddressed } from './inbox-words';

const { Collapsed, None } = vscode.TreeItemCollapsibleState;

export function sourceItem(element: SourceElement): vscode.TreeItem {
  const { source, status, severalVaults } = element;
  const { open, promoted, dropped } = source.hints;
  const all = open + promoted + dropped;
  const item = new vscode.TreeItem(inLine(source.title), all > 0 ? Collapsed : None);
  const domain = source.domain === null ? null : inLine(source.domain);
  const age = ageOf(source);
  const vault = severalVaults ? source.vault : null;
  const hints = open > 0 ? `${open} open` : all > 0 ? 'no open hint' : null;
  item.id = source.uri;
  item.resourceUri = markAddress(addressOf(element), open);
  item.description = joined([hints, age, domain, vault], ' · ');
  item.iconPath = sourceIcon(source, status);
  item.contextValue = `source ${status}${open > 0 ? ' open' : ''}`;
  item.command = {
    command: 'vscode.open',
    title: 'Open Source',
    arguments: [addressOf(element)],
  };
  item.tooltip = sourceTooltip(source, status);
  const priority = source.priority === null ? 'no priority' : `priority ${inLine(source.priority)}`;
  const left = all === 0 ? 'no hints' : `${open} of ${counted(all, 'hint')} open`;
  const old = age === '' ? null : age === 'today' ? 'of today' : age;
  const said = [inLine(source.title), statusNames[status], priority, left, old, domain, vault];
  item.accessibilityInformation = { label: joined(said, ', ') };
  return item;
}

/** Shapes tell them apart as well as colours do. */
function sourceIcon({ priority }: InboxSource, status: InboxStatus): vscode.ThemeIcon {
  const icon = (id: string, color?: string) =>
    new vscode.ThemeIcon(id, color === undefined ? undefined : new vscode.ThemeColor(color));
  if (status === 'processed') return icon('pass', 'charts.green');
  if (status === 'null-result') return icon('circle-slash');
  const color =
    priority === 'high' ? 'charts.red' : priority === 'medium' ? 'charts.yellow' : undefined;
  if (status === 'processing') return icon('edit', color);
  if (priority === 'high') return icon('circle-large-filled', color);
  return icon(priority === 'medium' ? 'circle-filled' : 'circle-small-filled', color);
}

/** What sources say stands in it as text: nothing of it is Markdown, an icon, or a command. */
function sourceTooltip(source: InboxSource, status: InboxStatus): vscode.MarkdownString {
  const text = new vscode.MarkdownString('**');
  text.appendText(unaddressed(inLine(source.title))).appendMarkdown('**\n\n');
  const about = [source.author, source.date].flatMap(each => (each === null ? [] : [inLine(each)]));
  if (about.length > 0) text.appendText(unaddressed(about.join(' · '))).appendMarkdown('\n\n');
  if (source.url !== null) text.appendText(inLine(source.url)).appendMarkdown('\n\n');
  const { open, promoted, dropped } = source.hints;
  const hints = [
    counted(open, 'open hint'),
    `${promoted} promoted`,
    dropped > 0 && `${dropped} dropped`,
  ];
  const priority = source.priority === null ? null : `priority ${inLine(source.priority)}`;
  text.appendText(unaddressed(joined([statusNames[status], priority, ...hints], ' · ')));
  return text.appendMarkdown('\n\n').appendText(unaddressed(source.path));
}
