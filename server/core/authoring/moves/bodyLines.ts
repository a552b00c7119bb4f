/** The body of a note as lines, and the places at which something can be put into it. */
import { isThematicBreak } from '../../text/markers';
import type { Note } from '../../text/parseNote';

export interface BodyLine {
  /** Without its line end. */
  readonly text: string;
  /** Offsets of the text. */
  readonly start: number;
  readonly end: number;
  /** Whether it is code, which says nothing of the note. */
  readonly code: boolean;
}

/** What closes a note: lists of the notes that belong to it, below a line. */
const CLOSING =
  /^(?:#{1,6} +)?\**(?:relevant notes|related(?: (?:claims|notes))?|topics):?\**:?$/iu;

export function bodyLines(note: Note, text: string): BodyLine[] {
  const lines: BodyLine[] = [];
  let code = 0;
  for (let at = note.body; at < text.length; ) {
    const newline = text.indexOf('\n', at);
    const next = newline < 0 ? text.length : newline + 1;
    const line = text.slice(at, next).replace(/\r?\n$/u, '');
    while ((note.code[code]?.end ?? Infinity) <= at) code++;
    const inCode = (note.code[code]?.start ?? Infinity) <= at;
    lines.push({ text: line, start: at, end: at + line.length, code: inCode });
    at = next;
  }
  return lines;
}

/** The index of the line at which a note's closing lists begin, the line above them included; all lines where none do. */
export function closingAt(lines: readonly BodyLine[]): number {
  const first = lines.findIndex(({ text, code }) => !code && CLOSING.test(text.trim()));
  if (first < 0) return lines.length;
  const before = lastWritten(lines, first);
  const line = lines[before];
  return line !== undefined && isThematicBreak(line.text.trim()) ? before : first;
}

/** The index of the last line above `end` that is not blank; -1 where all are. */
export function lastWritten(lines: readonly BodyLine[], end: number): number {
  let at = end - 1;
  while (at >= 0 && lines[at]?.text.trim() === '') at--;
  return at;
}

/** Whether the paragraph that ends with this line is an entry of a list of bullets, and with which mark. */
export function bulletOf(lines: readonly BodyLine[], last: number): string | null {
  for (let at = last; at >= 0; at--) {
    const { text = '' } = lines[at] ?? {};
    const mark = /^ {0,3}([-*+])[ \t]+\S/u.exec(text)?.[1];
    if (mark !== undefined && !isThematicBreak(text.trim())) return mark;
    if (text.trim() === '' || /^#{1,6} /u.test(text)) return null;
  }
  return null;
}
