/** The sections of a note: each heading with all that stands below it. */
import type { Heading } from '../../text/markdown';
import type { Span } from '../../text/span';

/** One section a heading, from the heading to the next one of its level or above, or else to the offset `end`. */
export function sectionsOf(headings: readonly Heading[], end: number): Span[] {
  const ends = headings.map(() => end);
  const open: number[] = [];
  headings.forEach(({ level, span }, at) => {
    for (let last = open.at(-1); last !== undefined; last = open.at(-1)) {
      if ((headings[last]?.level ?? 0) < level) break;
      ends[last] = span.start;
      open.pop();
    }
    open.push(at);
  });
  return headings.map(({ span }, at) => ({ start: span.start, end: ends[at] ?? end }));
}
