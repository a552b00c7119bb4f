/** A scalar of front matter around a cursor: what was typed of it, and what of the text it takes up. */
import type { Span } from '../../text/span';
import { closes, closingQuote } from './flowItems';

export interface HalfScalar {
  /** What stands before the cursor, without quotes and escapes. */
  readonly typed: string;
  /** The whole scalar on both sides of the cursor; of a quoted one what is inside, with its closing quote. */
  readonly replace: Span;
  readonly quoting: 'none' | 'double' | 'single';
}

/** What begins something other than a scalar that could be completed. */
const OTHER = /[[\]{}|>&*!%@`#]/u;
/** A link that lacks the quotes around it, up to the cursor. */
const BARE_LINK = /^\[\[[^[\]|#^]*$/u;

/** The scalar lies between `from` and `end`, in one line. `null` where the cursor is behind it, or in something else. */
export function halfScalar(
  text: string,
  from: number,
  end: number,
  offset: number,
): HalfScalar | null {
  const written = text.slice(from, end);
  const start = from + written.length - written.trimStart().length;
  const first = text[start];
  if (start < end && (first === '"' || first === "'")) return inQuotes(text, start, end, offset);
  const isLink = offset > start && BARE_LINK.test(text.slice(start, offset));
  if (start < end && first !== undefined && OTHER.test(first) && !isLink) return null;
  const comment = /[ \t]#/u.exec(written);
  const limit = comment === null ? end : from + comment.index;
  if (offset > limit) return null;
  const last = from + text.slice(from, limit).trimEnd().length;
  const typed = offset < start ? '' : text.slice(start, offset);
  const replace = { start: Math.min(start, offset), end: Math.max(last, offset) };
  return { typed, replace, quoting: 'none' };
}

function inQuotes(text: string, start: number, end: number, offset: number): HalfScalar | null {
  if (offset <= start) return null;
  const double = text[start] === '"';
  const close = closingQuote(text, start, end);
  if (close < end && offset > close) return null;
  const raw = text.slice(start + 1, offset);
  return {
    typed: double ? raw.replace(/\\(["\\])/gu, '$1') : raw.replace(/''/gu, "'"),
    // A quote with words behind it opens another scalar.
    replace: {
      start: start + 1,
      end: closes(text, close, end) ? close + 1 : Math.max(offset, close),
    },
    quoting: double ? 'double' : 'single',
  };
}
