/** The text of a hint without what stands around it: blanks, quotes or bold around the whole, the final full stop. */
import type { Span } from '../../text/span';

const PAIRS: readonly (readonly [string, string])[] = [
  ['**', '**'],
  ['__', '__'],
  ['"', '"'],
  ['“', '”'],
  ['‘', '’'],
  ["'", "'"],
  ['*', '*'],
  ['_', '_'],
];

/** "(1)" in front of a claim that stands alone. */
const NUMBER = /^\s*\(\d{1,2}\)\s+/u;

export function trimmed(text: string, span: Span): Span {
  let { start, end } = span;
  start += NUMBER.exec(text.slice(start, Math.min(end, start + 8)))?.[0].length ?? 0;
  for (;;) {
    while (start < end && /[\s,;:]/u.test(text[start] ?? '')) start++;
    while (end > start && /[\s,;:—–-]/u.test(text[end - 1] ?? '')) end--;
    if (text[end - 1] === '.' && text[end - 2] !== '.') {
      end--;
      continue;
    }
    const pair = PAIRS.find(each => isAround(text, start, end, each));
    if (pair === undefined) return { start, end: Math.max(start, end) };
    start += pair[0].length;
    end -= pair[1].length;
  }
}

/** Whether the first mark is closed by the last, and not before it. */
function isAround(
  text: string,
  start: number,
  end: number,
  [open, close]: readonly [string, string],
): boolean {
  if (end - start <= open.length + close.length) return false;
  if (!text.startsWith(open, start) || !text.startsWith(close, end - close.length)) return false;
  for (let at = start + open.length; at < end - close.length; at++) {
    if (!text.startsWith(close, at)) continue;
    const inWord =
      /[\p{L}\p{N}]/u.test(text[at - 1] ?? '') && /[\p{L}\p{N}]/u.test(text[at + 1] ?? '');
    if (!(inWord && (close === "'" || close === '’'))) return false;
  }
  return true;
}
