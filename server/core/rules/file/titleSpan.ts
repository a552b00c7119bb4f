/** Where a finding about a note as a whole is shown: at what it is called. */
import { fieldOf } from '../../text/frontmatter';
import type { Note } from '../../text/parseNote';
import { type Span, span } from '../../text/span';

/** The first heading, else the title in front matter, else the type, else the start of the file. */
export function titleSpan({ headings, frontmatter }: Note): Span {
  const [heading] = headings;
  if (heading?.level === 1) return heading.span;
  for (const name of ['title', 'name', 'type']) {
    const value = fieldOf(frontmatter, name)?.values[0];
    if (value !== undefined) return value.inner;
  }
  return span(0, 0);
}
