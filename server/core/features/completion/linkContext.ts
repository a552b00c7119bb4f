/** Where a half-typed wiki link stands, which part of it is typed, and what of the text that takes up. */
import { unescaped } from '../../text/frontmatter';
import type { Note } from '../../text/parseNote';
import type { Span } from '../../text/span';
import { type LinkQuotes, linkQuotes } from './linkQuotes';

/** `alias` is what stands behind the bar. */
export type LinkPart = 'target' | 'fragment' | 'alias';

export interface LinkContext extends LinkQuotes {
  readonly part: LinkPart;
  /** What was typed of the part, up to the cursor. */
  readonly query: string;
  /** What stands before a fragment or an alias, as its author means it; may be empty. */
  readonly target: string;
  /** What stands behind `#` before an alias; `null` where nothing does. */
  readonly fragment: string | null;
  /** The whole part, on both sides of the cursor, and the closing brackets where they stand behind it. */
  readonly replace: Span;
  /** What has to follow the part: the brackets, unless an alias or a fragment stands behind it. */
  readonly suffix: string;
  /** Where the opening brackets begin. */
  readonly opening: number;
  /** Behind the closing brackets, where an alias or a fragment stands before them; else `null`. */
  readonly closing: number | null;
}

/** `null` where the cursor is in no link. The brackets need not be closed. */
export function linkContext(text: string, note: Note, offset: number): LinkContext | null {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.slice(lineStart, offset);
  const opening = before.lastIndexOf('[[');
  if (opening < 0 || isEscaped(before, opening)) return null;
  const typed = typedIn(before.slice(opening + 2));
  if (typed === null) return null;
  const start = lineStart + opening;
  if (note.code.some(code => code.start <= start && start < code.end)) return null;
  const newline = text.indexOf('\n', offset);
  const behind = text.slice(offset, newline < 0 ? text.length : newline).replace(/\r$/u, '');
  const { length, suffix, closing } = rest(behind, typed.part);
  const quotes = linkQuotes(text, note, { start, end: offset + (closing ?? length) });
  return {
    ...typed,
    target: unescaped(typed.target.trim(), quotes.quoting === 'bare' ? null : quotes.quoting),
    replace: { start: offset - typed.query.length, end: offset + length },
    suffix,
    ...quotes,
    opening: start,
    closing: closing === null ? null : offset + closing,
  };
}

type Typed = Pick<LinkContext, 'part' | 'query' | 'target' | 'fragment'>;

/** `inner` stands between the opening brackets and the cursor. */
function typedIn(inner: string): Typed | null {
  if (inner.includes(']]')) return null;
  const bar = inner.indexOf('|');
  // In a table the bar is escaped.
  const before = bar < 0 ? inner : inner.slice(0, bar).replace(/\\$/u, '');
  const hash = before.indexOf('#');
  const target = hash < 0 ? before : before.slice(0, hash);
  if (target.includes('^')) return null;
  const fragment = hash < 0 ? null : before.slice(hash + 1);
  if (bar >= 0) return { part: 'alias', query: inner.slice(bar + 1), target, fragment };
  if (fragment !== null) return { part: 'fragment', query: fragment, target, fragment: null };
  return { part: 'target', query: target, target, fragment: null };
}

interface Rest {
  /** How much behind the cursor belongs to the part and its brackets; an alias or fragment stays. */
  readonly length: number;
  readonly suffix: string;
  readonly closing: number | null;
}

/** What can end each part, if only by beginning the next. */
const ENDS: Readonly<Record<LinkPart, RegExp>> = {
  target: /\]\]?|[|#]|\\\||\[\[/u,
  fragment: /\]\]?|\||\\\||\[\[/u,
  alias: /\]\]?|\[\[/u,
};

function rest(behind: string, part: LinkPart): Rest {
  const open = { length: 0, suffix: ']]', closing: null };
  const end = ENDS[part].exec(behind);
  if (end === null || end[0] === '[[') return open;
  if (end[0] === ']') return { ...open, length: end.index === 0 ? 1 : 0 };
  if (end[0] === ']]') return { ...open, length: end.index + 2 };
  const closed = /^(?:(?!\[\[)[^\n])*?\]\]/u.exec(behind)?.[0].length;
  return closed === undefined ? open : { length: end.index, suffix: '', closing: closed };
}

function isEscaped(before: string, at: number): boolean {
  return before[at - 1] === '\\' && before[at - 2] !== '\\';
}
