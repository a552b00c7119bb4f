/** What an editor can fold away in a note: its front matter, sections, fenced code and comments. */
import { scanBlocks } from '../../text/blocks';
import { positionAt } from '../../text/lines';
import type { Note } from '../../text/parseNote';
import { sectionsOf } from './sections';

/** Zero-based lines, both included; the first one stays in sight. */
export interface FoldingRange {
  readonly start: number;
  readonly end: number;
  readonly kind: 'region' | 'comment' | null;
}

/** `text` is that of the note. In the order of their first lines, and each within those that begin before it. */
export function foldingRanges(note: Note, text: string): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  const add = (from: number, to: number, kind: FoldingRange['kind']) => {
    const start = positionAt(note.lines, from).line;
    const end = lastWritten(note, text, start, positionAt(note.lines, Math.max(from, to)).line);
    if (end > start) ranges.push({ start, end, kind });
  };
  const { frontmatter } = note;
  if (frontmatter !== null) add(frontmatter.block.start, frontmatter.block.end - 1, 'region');
  for (const { start, end } of sectionsOf(note.headings, text.length)) {
    // The next heading may stand in a list, behind its mark.
    const behind =
      end === text.length ? end : (note.lines[positionAt(note.lines, end).line] ?? end) - 1;
    add(start, behind, null);
  }
  for (const { kind, span } of scanBlocks(text, note.body)) {
    if (kind === 'comment') add(span.start, span.end, 'comment');
    // Indented code has no first line that would say what was folded.
    else if (kind === 'code' && /[`~]/u.test(text[span.start] ?? ''))
      add(span.start, span.end, null);
  }
  return ranges.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The last line up to `end` that is not blank. */
function lastWritten({ lines }: Note, text: string, start: number, end: number): number {
  let last = end;
  while (last > start && text.slice(lines[last], lines[last + 1]).trim() === '') last--;
  return last;
}
