/** How the elements of the claim's tree look, and what is read out of them. */
import * as vscode from 'vscode';
import type { ClaimElement, MoreElement, NoteElement } from './claim-elements';
import { noteIcon, sectionIcon } from './claim-icons';
import { mentioningItem, mentionsItem, placeItem } from './claim-mention-items';
import { opening } from './claim-opening';
import { checksItem, datedItem, problemItem, sureItem } from './claim-standing-items';
import { contextOf, factsOf, sectionTitles, spokenFacts } from './claim-words';
import { counted, inLine, joined } from './inbox-words';

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

/** What is long and seldom wanted waits until it is unfolded. */
const FOLDED: ReadonlySet<string> = new Set(['linked-from', 'related']);

export function claimItem(element: ClaimElement): vscode.TreeItem {
  switch (element.kind) {
    case 'sure':
      return sureItem(element);
    case 'dated':
      return datedItem(element);
    case 'checks':
      return checksItem(element);
    case 'problem':
      return problemItem(element);
    case 'section': {
      const { name, count } = element;
      const item = new vscode.TreeItem(
        sectionTitles[name],
        FOLDED.has(name) ? Collapsed : Expanded,
      );
      item.id = name;
      item.description = count.toLocaleString();
      item.iconPath = sectionIcon(name);
      item.contextValue = `section ${name}`;
      item.accessibilityInformation = {
        label: `${sectionTitles[name]}, ${counted(count, 'note')}`,
      };
      return item;
    }
    case 'note':
      return noteItem(element);
    case 'more':
      return moreItem(element);
    case 'mentions':
      return mentionsItem(element);
    case 'mentioning':
      return mentioningItem(element);
    case 'place':
      return placeItem(element);
    case 'words': {
      const item = new vscode.TreeItem(element.words, None);
      item.id = `words ${element.words}`;
      return item;
    }
  }
}

function noteItem(element: NoteElement): vscode.TreeItem {
  const { note, uri, section, below } = element;
  const item = new vscode.TreeItem(inLine(note.title), note.unfolds ? Collapsed : None);
  const circular = note.circular ? 'stands above itself' : null;
  const challenged = note.challenged > 0 ? `challenged by ${note.challenged}` : null;
  item.id = [uri, section, ...below].join('\n');
  item.description = joined([circular, factsOf(note), challenged], ' · ');
  item.iconPath = note.circular ? new vscode.ThemeIcon('sync') : noteIcon(note);
  item.contextValue = contextOf(note);
  item.command = opening(note.uri);
  const label = [
    inLine(note.title),
    spokenFacts(note),
    circular && 'stands above itself, so nothing is shown below it',
  ];
  item.accessibilityInformation = { label: joined(label, ', ') };
  return item;
}

function moreItem(element: MoreElement): vscode.TreeItem {
  const { uri, section, below, left } = element;
  const item = new vscode.TreeItem('Show More', None);
  item.id = [uri, section, ...below, 'more'].join('\n');
  item.description = `${left.toLocaleString()} left`;
  item.iconPath = new vscode.ThemeIcon('ellipsis');
  item.command = {
    command: 'claimwright.claim.more',
    title: 'Show More',
    arguments: [element],
  };
  item.accessibilityInformation = { label: `Show more, ${counted(left, 'note')} left` };
  return item;
}
