/** What a claim says of where it comes from: who, in what, at which address. */
import { fieldFor, isEmpty } from '../../rules/frontmatter/expected';
import type { NoteType } from '../../schema/NoteType';
import type { Note } from '../../text/parseNote';
import { displayTitle } from '../../vault/noteNames';
import { plainWords } from './plainWords';

export interface SourceWords {
  readonly author: string;
  readonly title: string;
  readonly url: string;
}

/** Under the names of older notes as well; empty where the note does not say it. */
export function sourceWords(note: Note, type: NoteType | undefined): SourceWords {
  const title = plainWords(said(note, type, 'title'));
  return {
    author: plainWords(said(note, type, 'author') || said(note, type, 'agent')),
    title: title === '' ? plainWords(displayTitle(note)) : title,
    url: said(note, type, 'url').trim(),
  };
}

/** “Author, title (address)”, without what is not known. */
export function sourceLine({ author, title, url }: SourceWords): string {
  const named = [author, title].filter(each => each !== '').join(', ');
  return /^[a-z][a-z\d+.-]*:\/\/\S+$/iu.test(url) ? `${named} (${url})` : named;
}

/** The organisation that stands in brackets behind the author, else the author without a handle. */
export function sourcerOf({ author }: SourceWords): string {
  const [, name = '', inside = ''] = /^([^()]*)\(([^()]*)\)$/u.exec(author) ?? [];
  if (name === '') return author;
  return inside.startsWith('@') || !/\p{L}/u.test(inside) ? name.trim() : inside.trim();
}

/** What the field says, entries of a list behind one another. */
export function said(note: Note, type: NoteType | undefined, name: string): string {
  const { frontmatter } = note;
  const known = type?.field(name);
  if (frontmatter === null || known === undefined) return '';
  const field = fieldFor(frontmatter, known);
  if (field === undefined || field.kind === 'map' || isEmpty(field)) return '';
  const text = field.values.map(value => value.text.trim()).join(', ');
  if (field.name === name || (type?.fieldsOnceNamed(field.name).length ?? 0) < 2) return text;
  // One old name stood for an address and for words.
  return (known.kind === 'url') === /^\S+:\/\//u.test(text) ? text : '';
}
