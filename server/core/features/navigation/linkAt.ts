/** The link under a cursor, shared by everything that follows links. */
import type { Link } from '../../text/links';
import type { Note } from '../../text/parseNote';
import { touches } from '../../text/span';

/** `offset` is UTF-16; both ends of a link count as inside. Of links within each other it is the inner one. */
export function linkAt(note: Note, offset: number): Link | undefined {
  const touching = note.links.filter(link => touches(link.span, offset));
  const innermost = touching.filter(link => !touching.some(other => within(other, link)));
  // Of two links that touch, the cursor stands on the second one's first character.
  return innermost.find(({ span }) => span.start === offset) ?? innermost[0];
}

function within({ span: inner }: Link, { span: outer }: Link): boolean {
  return outer.start < inner.start && inner.end < outer.end;
}
