/** Scans one block's inline text for wiki links, stepping over code spans, comments, math, tags and escapes. */
import type { Span } from './span';

export interface Wikilink {
  /** From the first bracket (or the `!` of an embed) to behind the last. */
  readonly span: Span;
  /** What stands between the brackets. */
  readonly inner: Span;
  readonly embed: boolean;
}

const SPECIAL = /[`\\<[%$]/gu;
const AUTOLINK = /<[a-z][a-z0-9+.-]{1,31}:[^\s<>]*>/iuy;
const TAG = /<\/?[a-z][a-z0-9-]*(?:\s(?:[^"'<>`]|"[^"]*"|'[^']*')*)?\/?>/iuy;

/** Where the next character stands that can begin anything; the text's end where none does. */
export function nextSpecial(text: string, from: number): number {
  SPECIAL.lastIndex = from;
  return SPECIAL.exec(text)?.index ?? text.length;
}

/**
 * Appends the links and code spans found inside `block` to `links` and `code`.
 * `codeSpans` is false inside an HTML block, where backticks mean nothing.
 */
export function scanInline(
  text: string,
  block: Span,
  codeSpans: boolean,
  links: Wikilink[],
  code: Span[],
): void {
  const end = block.end;
  // Backtick runs of these lengths have no partner further on: not looked for twice.
  const unpaired = new Set<number>();
  for (let at = block.start; at < end; ) {
    SPECIAL.lastIndex = at;
    const found = SPECIAL.exec(text);
    if (found === null || found.index >= end) return;
    at = found.index;
    switch (found[0]) {
      case '\\':
        at += 2;
        break;
      case '`': {
        const span = codeSpans ? codeSpanAt(text, at, end, unpaired) : null;
        if (span !== null) code.push(span);
        at = span?.end ?? at + runLength(text, at, end, '`');
        break;
      }
      case '<':
        at = afterAngle(text, at, end);
        break;
      case '%':
      case '$':
        at = afterPair(text, at, end, found[0]);
        break;
      default:
        at = linkAt(text, at, end, links);
    }
  }
}

function runLength(text: string, at: number, end: number, character: string): number {
  let length = 0;
  while (at + length < end && text[at + length] === character) length++;
  return length;
}

function codeSpanAt(text: string, at: number, end: number, unpaired: Set<number>): Span | null {
  const length = runLength(text, at, end, '`');
  if (unpaired.has(length)) return null;
  for (let next = text.indexOf('`', at + length); next >= 0 && next < end; ) {
    const run = runLength(text, next, end, '`');
    if (run === length) return { start: at, end: next + run };
    next = text.indexOf('`', next + run);
  }
  unpaired.add(length);
  return null;
}

function afterAngle(text: string, at: number, end: number): number {
  if (text.startsWith('<!--', at)) {
    const close = text.indexOf('-->', at + 4);
    return close >= 0 && close < end ? close + 3 : at + 4;
  }
  for (const pattern of [AUTOLINK, TAG]) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null && at + match[0].length <= end) return at + match[0].length;
  }
  return at + 1;
}

/** Steps over `%%comment%%` and `$$math$$`; a lone pair mark is text. */
function afterPair(text: string, at: number, end: number, mark: string): number {
  if (text[at + 1] !== mark) return at + 1;
  const close = text.indexOf(mark + mark, at + 2);
  return close >= 0 && close < end ? close + 2 : at + 2;
}

function linkAt(text: string, at: number, end: number, links: Wikilink[]): number {
  if (text[at + 1] !== '[' || text[at + 2] === '[') return at + 1;
  const close = text.indexOf(']]', at + 2);
  if (close < 0 || close >= end) return at + 2;
  const inner = text.slice(at + 2, close);
  // Then these brackets open nothing, and what stands behind them is read as any text, escapes and all.
  if (/\[\[|\n|`/u.test(inner)) return at + 2;
  if (inner.trim() !== '') {
    const embed = at > 0 && text[at - 1] === '!' && text[at - 2] !== '\\';
    const start = embed ? at - 1 : at;
    links.push({ span: { start, end: close + 2 }, inner: { start: at + 2, end: close }, embed });
  }
  return close + 2;
}
