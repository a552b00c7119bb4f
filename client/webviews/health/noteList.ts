/** The notes behind a number, each a way into its editor. */
import type { HealthNotes } from '../../../server/lsp/protocol';
import { element } from '../graph/dom';
import { counted, ownShare } from './words';

export interface NoteListWants {
  open(uri: string, keepFocus: boolean): void;
  more(from: number): void;
}

/** `notes` is `undefined` until they are known. */
export function noteList(notes: HealthNotes | undefined, wants: NoteListWants): HTMLElement[] {
  if (notes === undefined) return [element('p', 'Looking…', 'quiet')];
  if (notes.refused !== null) return [element('p', notes.refused, 'quiet')];
  const list = element('ol', '', 'notes');
  for (const { uri, path, title, facts, count } of notes.notes) {
    const item = element('li');
    const link = element('button', title, 'note');
    link.type = 'button';
    link.title = path;
    link.dataset['focus'] = `note ${uri}`;
    // As lists of VS Code: a click shows, a double click or Enter goes there.
    link.addEventListener('click', ({ detail }) => wants.open(uri, detail === 1));
    const about = [ownShare(count, notes.unit), facts].filter(each => each !== '').join(' · ');
    item.append(link, element('span', about, 'quiet'));
    list.append(item);
  }
  const left = notes.count - notes.notes.length;
  if (left <= 0) return [list];
  const more = element('button', `Show more: ${counted(left, 'note')} left`, 'more');
  more.type = 'button';
  more.addEventListener('click', () => wants.more(notes.notes.length));
  return [list, more];
}
