/** Adds an entry to a section of a note's body; where the note has no such section, makes it where it usually stands. */
import { lineEndOf } from '../../rules/frontmatter/frontmatterText';
import type { Note } from '../../text/parseNote';
import type { TextEdit } from '../../text/span';
import { type BodyLine, bodyLines, bulletOf, closingAt, lastWritten } from '../moves/bodyLines';

export interface Section {
  /** What such a section may be called. */
  readonly called: RegExp;
  /** What it is called where it is made. */
  readonly heading: string;
  /** Sections that it stands above. */
  readonly above: RegExp;
}

/** The first of `lines` gets the bullet of the list, the others are indented below it. */
export function sectionEntry(
  note: Note,
  text: string,
  section: Section,
  lines: readonly string[],
): TextEdit {
  const all = bodyLines(note, text);
  const end = lineEndOf(text);
  const closing = closingAt(all);
  const own = sectionLines(note, all, section.called);
  const above = sectionLines(note, all, section.above);
  const until = own === null ? (above?.start ?? all.length) : own.end;
  const last = lastWritten(
    all,
    Math.min(until, own === null || closing > own.start ? closing : until),
  );
  const mark = own === null ? '-' : (bulletOf(all, last) ?? '-');
  const [first = '', ...more] = lines;
  const entry = [`${mark} ${first}`, ...more.map(line => `  ${line}`)].join(end);
  const whole = own === null ? `## ${section.heading}${end}${entry}` : entry;
  const line = all[last];
  if (line === undefined) {
    const before = text === '' || text.endsWith('\n') ? '' : end;
    return {
      span: { start: text.length, end: text.length },
      newText: `${before}${end}${whole}${end}`,
    };
  }
  const close = own !== null && (last === own.start || bulletOf(all, last) !== null);
  const next = all[last + 1];
  const apart = next !== undefined && next.text.trim() !== '' ? end : '';
  const span = { start: line.end, end: line.end };
  return { span, newText: `${close ? end : end + end}${whole}${apart}` };
}

/** Indexes of the line of its heading, and of what comes behind the section. */
function sectionLines(
  { headings }: Note,
  lines: readonly BodyLine[],
  called: RegExp,
): { start: number; end: number } | null {
  const heading = headings.find(({ level, text }) => level > 1 && called.test(text));
  if (heading === undefined) return null;
  const next = headings.find(
    ({ level, span }) => span.start > heading.span.start && level <= heading.level,
  );
  const start = lines.findLastIndex(each => each.start < heading.span.end);
  const until = lines.findIndex(each => each.start >= (next?.span.start ?? Infinity));
  return { start, end: until < 0 ? lines.length : until };
}
