/** How places in notes look in the claim's tree: where they link to the note, and where they only say its name. */
import * as vscode from 'vscode';
import type { MentioningElement, MentionsElement, PlaceElement } from './claim-elements';
import { noteIcon } from './claim-icons';
import { opening } from './claim-opening';
import { contextOf, factsOf, spokenFacts } from './claim-words';
import { counted, inLine, joined } from './inbox-words';

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

export function mentionsItem({ uri, found }: MentionsElement): vscode.TreeItem {
  const item = new vscode.TreeItem('Unlinked Mentions', Collapsed);
  const count = found?.notes.reduce((sum, { places }) => sum + places.length, 0) ?? null;
  const shown = count === null ? '' : `${count.toLocaleString()}${found?.more ? '+' : ''}`;
  // Another note begins folded: to look for its mentions reads all others.
  item.id = `mentions ${uri}`;
  item.description = shown;
  item.iconPath = new vscode.ThemeIcon('search');
  item.contextValue = 'mentions';
  item.tooltip = 'Where other notes say a name of this one without a link.';
  const label = count === null ? 'unfold to look for them' : counted(count, 'place');
  item.accessibilityInformation = { label: `Unlinked Mentions, ${label}` };
  return item;
}

export function mentioningItem({ uri, note, places }: MentioningElement): vscode.TreeItem {
  const item = new vscode.TreeItem(inLine(note.title), Expanded);
  item.id = [uri, 'mention', note.path].join('\n');
  item.description = joined([places.length > 1 && `${places.length}`, factsOf(note)], ' · ');
  item.iconPath = noteIcon(note);
  item.contextValue = contextOf(note);
  item.command = opening(note.uri);
  const label = [inLine(note.title), spokenFacts(note), counted(places.length, 'mention')];
  item.accessibilityInformation = { label: joined(label, ', ') };
  return item;
}

/** So much of what stands before the words, and of the words, is shown: a narrow side bar must not lose what is around. */
const BEFORE = 24;
const WORDS = 24;

export function placeItem({ uri, holder, place, mention }: PlaceElement): vscode.TreeItem {
  const { range, before, words, behind } = place;
  const shown = before.length > BEFORE ? `…${before.slice(-BEFORE)}` : before.trimStart();
  const marked = inLine(words, WORDS);
  const label = `${shown}${marked}${behind}`;
  const highlights: [number, number][] = [[shown.length, shown.length + marked.length]];
  const item = new vscode.TreeItem({ label, highlights }, None);
  const { line, character } = range.start;
  item.id = [uri, mention ? 'mention' : 'link', holder.path, `${line}:${character}`].join('\n');
  item.contextValue = mention ? 'mention' : 'place';
  item.command = opening(holder.uri, range);
  item.tooltip = `${before}${words}${behind}`;
  item.accessibilityInformation = {
    label: `${inLine(`${before}${words}${behind}`)}, line ${line + 1} of ${inLine(holder.title)}`,
  };
  return item;
}
