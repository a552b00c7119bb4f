/** How a hint looks in the inbox, and what is read out of it. */
import * as vscode from 'vscode';
import { isOpen } from '../hints';
import type { HintElement } from './inbox-elements';
import { inLine, joined, unaddressed } from './inbox-words';

export function hintItem(element: HintElement): vscode.TreeItem {
  const { hint } = element;
  const item = new vscode.TreeItem(inLine(hint.text));
  const state =
    hint.promoted !== null ? 'promoted' : hint.dropped ? 'dropped' : (hint.confidence ?? '');
  const kind = hint.kind === 'enrichment' ? 'enrichment' : null;
  item.id = `${element.uri}#${hint.index}`;
  item.description = joined([kind, inLine(state)], ' · ');
  item.iconPath = hintIcon(element);
  item.contextValue = `hint ${hint.kind}${isOpen(hint) ? ' open' : ''}`;
  item.command = {
    command: 'claimwright.inbox.openHint',
    title: 'Open Hint',
    arguments: [element],
  };
  const tooltip = new vscode.MarkdownString().appendText(unaddressed(inLine(hint.text, 1000)));
  if (hint.reason !== null)
    tooltip.appendMarkdown('\n\n').appendText(unaddressed(inLine(hint.reason, 1000)));
  if (hint.promoted !== null)
    tooltip.appendMarkdown('\n\n').appendText(unaddressed(`The claim: ${inLine(hint.promoted)}`));
  item.tooltip = tooltip;
  const label = [inLine(hint.text), `hint of a ${hint.kind}`, isOpen(hint) ? 'open' : null];
  item.accessibilityInformation = { label: joined([...label, inLine(state)], ', ') };
  return item;
}

function hintIcon({ hint }: HintElement): vscode.ThemeIcon {
  if (hint.promoted !== null)
    return new vscode.ThemeIcon('pass', new vscode.ThemeColor('charts.green'));
  if (hint.dropped) return new vscode.ThemeIcon('close');
  return new vscode.ThemeIcon(hint.kind === 'enrichment' ? 'diff-added' : 'lightbulb');
}
