/** Reads and writes where a Markdown link leads (CommonMark 0.31, sections 4.7 and 6.3). */
import type { Span } from './span';

export interface Destination {
  /** Without angle brackets. */
  readonly span: Span;
  readonly angle: boolean;
  /** Behind the closing parenthesis of a link, or behind the line of a definition. */
  readonly end: number;
}

/** CommonMark allows no deeper ones, and nobody writes longer ones. */
const MAX_DEPTH = 32;
const MAX_LENGTH = 4000;
const TITLE =
  /[ \t\n\r]+(?:"(?:[^"\\]|\\.){0,999}"|'(?:[^'\\]|\\.){0,999}'|\((?:[^()\\]|\\.){0,999}\))/suy;
const ANGLE = /<((?:[^<>\\\n]|\\[^\n]){0,4000})>/uy;
const BLANKS = /[ \t\r\n]*/uy;
const DEFINITION = /\[(?!\^)(?:[^[\]\\\n]|\\[^\n]){1,999}\]:[ \t]*(?:\r?\n[ \t]*)?(?=[^\s])/uy;
const LINE_END = /[ \t]*(?:\r?\n|$)/uy;

/** What stands between the parentheses of `[text](…)`, of which the first is at `open`; `null` where it is no link. */
export function inlineDestination(text: string, open: number, end: number): Destination | null {
  const start = after(BLANKS, text, open + 1);
  const read = bareOrAngle(text, start, end);
  if (read === null) return null;
  const close = after(BLANKS, text, after(TITLE, text, read.end));
  return close < end && text[close] === ')' ? { ...read, end: close + 1 } : null;
}

/** The definition of a reference (`[label]: destination "title"`) at `start`. */
export function definitionAt(text: string, start: number, end: number): Destination | null {
  const begin = after(DEFINITION, text, start);
  if (begin === start) return null;
  const read = bareOrAngle(text, begin, end);
  if (read === null || (read.span.start === read.span.end && !read.angle)) return null;
  for (const behind of [after(TITLE, text, read.end), read.end]) {
    const line = match(LINE_END, text, behind);
    if (line !== null && behind <= end)
      return { ...read, end: Math.min(end, behind + line.length) };
  }
  return null;
}

function bareOrAngle(text: string, start: number, end: number): Destination | null {
  if (text[start] === '<') {
    const whole = match(ANGLE, text, start);
    if (whole === null || start + whole.length > end) return null;
    const close = start + whole.length;
    return { span: { start: start + 1, end: close - 1 }, angle: true, end: close };
  }
  let depth = 0;
  let at = start;
  for (const stop = Math.min(end, start + MAX_LENGTH); at < stop; at++) {
    const character = text[at] ?? '';
    if (character <= ' ' || character === '\x7f') break;
    if (character === '\\' && at + 1 < stop && (text[at + 1] ?? ' ') > ' ') at++;
    else if (character === '(' && ++depth > MAX_DEPTH) return null;
    else if (character === ')' && depth-- === 0) break;
  }
  if (depth > 0) return null;
  return { span: { start, end: at }, angle: false, end: at };
}

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** Behind what the pattern matches; `at` where it does not. */
function after(pattern: RegExp, text: string, at: number): number {
  return at + (match(pattern, text, at)?.length ?? 0);
}

const SCHEME = /^[a-z][a-z0-9+.-]*:/iu;

/** Whether it may be a file of the vault: no address on the web, no program, not nothing. */
export function isLocal(raw: string): boolean {
  return raw !== '' && raw !== '#' && !raw.startsWith('//') && !SCHEME.test(raw);
}

/** What the author means: without escapes and entities, percent-encoding read once where it is sound. */
export function decoded(raw: string): string {
  const plain = raw
    .replace(/\\([!-/:-@[-`{-~])/gu, '$1')
    .replace(/&#(\d{1,7});|&#x([\da-f]{1,6});/giu, (_, decimal, hex) => character(decimal, hex))
    .replace(/&amp;/gu, '&');
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}

function character(decimal: string | undefined, hex: string | undefined): string {
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
}

/** The path or heading as it must stand in a destination; what is not ASCII stays readable. */
export function encoded(path: string, angle: boolean): string {
  const marks = angle ? /[%#?<>\\\p{Cc}]|&(?=#?\w+;)/gu : /[%#?<>\\()[\]"`|\s\p{Cc}]|&(?=#?\w+;)/gu;
  return path.replace(marks, percent);
}

/** `encodeURIComponent` leaves parentheses. */
function percent(mark: string): string {
  return mark === '(' ? '%28' : mark === ')' ? '%29' : encodeURIComponent(mark);
}
