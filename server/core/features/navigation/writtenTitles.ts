/** The titles that a note gives itself, with the places where they are written. */
import { fieldOf } from '../../text/frontmatter';
import type { Note } from '../../text/parseNote';
import { type Span, span } from '../../text/span';

export interface WrittenTitle {
  readonly text: string;
  /** The heading's line, or the value in the front matter without its quotes. */
  readonly span: Span;
  readonly kind: 'heading' | 'title' | 'alias';
}

const FIELDS = [
  ['title', 'title'],
  ['name', 'title'],
  ['aliases', 'alias'],
  ['alias', 'alias'],
] as const;

/** A first heading of level one comes first, then titles, then aliases. */
export function writtenTitles(note: Note): WrittenTitle[] {
  const titles: WrittenTitle[] = [];
  const [heading] = note.headings;
  if (heading?.level === 1) titles.push({ ...heading, kind: 'heading' });
  for (const [name, kind] of FIELDS) {
    const field = fieldOf(note.frontmatter, name);
    if (field === undefined || field.kind === 'map') continue;
    for (const { text, inner, data } of field.values)
      if (data !== null) titles.push({ text: text.trim(), span: inner, kind });
  }
  return titles.filter(({ text }) => text !== '');
}

/** Where a note says what it is called; the start of its text where it does not. */
export function titleSpan(note: Note): Span {
  return writtenTitles(note).find(({ kind }) => kind !== 'alias')?.span ?? span(0, 0);
}
