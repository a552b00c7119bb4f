/** Where a half-typed wiki link stands, and what of the text it takes up. */
import { fieldOf } from '../text/frontmatter';
import type { Note } from '../text/parseNote';
import type { Span } from '../text/span';
import { type LinkQuotes, linkQuotes } from './linkQuotes';

export interface LinkContext extends LinkQuotes {
  /** What was typed between the brackets, up to the cursor. */
  readonly query: string;
  /** The whole target, on both sides of the cursor, and the closing brackets where they stand. */
  readonly replace: Span;
  /** What has to follow the target: the brackets, unless an alias or a fragment stands behind it. */
  readonly suffix: string;
  /** Where the opening brackets begin. */
  readonly opening: number;
  /** Behind the closing brackets, where an alias or a fragment stands before them; else `null`. */
  readonly closing: number | null;
}

/** `null` where the cursor is in no link target. The brackets need not be closed. */
export function linkContext(text: string, note: Note, offset: number): LinkContext | null {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.slice(lineStart, offset);
  const opening = before.lastIndexOf('[[');
  if (opening < 0 || isEscaped(before, opening)) return null;
  const query = before.slice(opening + 2);
  if (/\]\]|[|#^]/u.test(query)) return null;
  const start = lineStart + opening;
  if (note.code.some(code => code.start <= start && start < code.end)) return null;
  const newline = text.indexOf('\n', offset);
  const behind = text.slice(offset, newline < 0 ? text.length : newline).replace(/\r$/u, '');
  const { length, suffix, closing } = rest(behind);
  return {
    query,
    replace: { start: start + 2, end: offset + length },
    suffix,
    ...linkQuotes(text, note, { start, end: offset + (closing ?? length) }),
    opening: start,
    closing: closing === null ? null : offset + closing,
  };
}

interface Rest {
  /** How much behind the cursor belongs to the target and its brackets; an alias or fragment stays. */
  readonly length: number;
  readonly suffix: string;
  readonly closing: number | null;
}

function rest(behind: string): Rest {
  const open = { length: 0, suffix: ']]', closing: null };
  const end = /\]\]?|[|#]|\\\||\[\[/u.exec(behind);
  if (end === null || end[0] === '[[') return open;
  if (end[0] === ']') return { ...open, length: end.index === 0 ? 1 : 0 };
  if (end[0] === ']]') return { ...open, length: end.index + 2 };
  const closed = /^(?:(?!\[\[)[^\n])*?\]\]/u.exec(behind)?.[0].length;
  return closed === undefined ? open : { length: end.index, suffix: '', closing: closed };
}

function isEscaped(before: string, at: number): boolean {
  return before[at - 1] === '\\' && before[at - 2] !== '\\';
}

/** What a note says it is, for lists of notes. */
export function factsOf(note: Note): { type: string | null; confidence: string | null } {
  const text = (name: string) => fieldOf(note.frontmatter, name)?.values[0]?.text ?? null;
  return { type: text('type'), confidence: text('confidence') };
}
