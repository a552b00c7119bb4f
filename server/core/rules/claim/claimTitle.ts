/** The sentence by which a claim goes, and where it stands. */
import { fieldOf, textOf } from '../../text/frontmatter';
import type { Note } from '../../text/parseNote';
import type { Span } from '../../text/span';
import { displayTitle } from '../../vault/noteNames';
import { titleSpan } from '../file/titleSpan';

export interface ClaimTitle {
  readonly text: string;
  /** Where a finding about it is shown. */
  readonly span: Span;
  /** Where exactly its text stands, without escapes or blanks between; `null` where it stands nowhere so. */
  readonly exact: Span | null;
}

/** The heading, else `title:`, else the file name. */
export function claimTitle(note: Note): ClaimTitle {
  const [heading] = note.headings;
  if (heading?.level === 1 && heading.text !== '') {
    const { text, content } = heading;
    const start = content.end - text.length;
    // White space inside may have been collapsed.
    const exact = content.end - content.start === text.length;
    return { text, span: heading.span, exact: exact ? { start, end: content.end } : null };
  }
  const title = textOf(note.frontmatter, 'title');
  const value = fieldOf(note.frontmatter, 'title')?.values[0];
  if (title === undefined || value === undefined)
    return { text: displayTitle(note), span: titleSpan(note), exact: null };
  const { inner } = value;
  const exact = inner.end - inner.start === title.length;
  return { text: title, span: inner, exact: exact ? inner : null };
}

/** A part of the title, in the note where it can be told. */
export function spanIn({ span, exact }: ClaimTitle, part: Span): Span {
  return exact === null ? span : { start: exact.start + part.start, end: exact.start + part.end };
}
