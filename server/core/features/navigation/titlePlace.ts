/** Where a note shows what it is called, so that it can be pointed at. */
import type { Note } from '../../text/parseNote';
import { type Span, span } from '../../text/span';

/**
 * The first heading, else the first line of the body, else the start of the file. Without `text` a heading counts where
 * it is of level one, and blank lines are not skipped.
 */
export function titlePlace(note: Note, text: string | null): Span {
  const [heading] = note.headings;
  const isBlank = (start: number, end: number) => text?.slice(start, end).trim() === '';
  if (heading?.level === 1 || (heading && isBlank(note.body, heading.span.start)))
    return heading.span;
  if (text === null) return span(note.body, note.body);
  const start = text.slice(note.body).search(/\S/u) + note.body;
  if (start < note.body) return span(0, 0);
  const end = /[\r\n]|$/u.exec(text.slice(start))?.index ?? 0;
  return span(start, start + end);
}
