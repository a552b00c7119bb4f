/** The link under a cursor, shared by everything that follows links. */
import type { Link } from '../text/links';
import type { Note } from '../text/parseNote';
import { touches } from '../text/span';

/** `offset` is UTF-16; both ends of a link count as inside. */
export function linkAt(note: Note, offset: number): Link | undefined {
  return note.links.find(link => touches(link.span, offset));
}
