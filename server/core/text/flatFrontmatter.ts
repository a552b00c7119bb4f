/** Reads the flat front matter that nearly every note has, many times faster than a YAML parser, or refuses it. */
import { flatScalar, meansNoText } from './flatScalar';
import type { Field, Value } from './frontmatter';

/*
 * What is taken: `key: value` lines with an optional list of scalars, plain or in quotes without escapes. Everything
 * that could mean something else to YAML is refused, and then the parser reads the whole block: a differential test
 * holds both against each other. Refusing too much costs time, taking too much would be a wrong answer.
 */

// Tabs, control characters, lone carriage returns and exotic line ends have rules of their own.
const UNSURE = /(?![\r\n])[\p{Cc}\u2028\u2029\uFEFF\uFFFE\uFFFF]|\r(?!\n)/u;
const KEY = /([A-Za-z_][A-Za-z0-9_-]{0,99}):(?= |\r?\n|$)/y;
const ITEM = /( {0,8})- +(?=[^ \r\n])/y;

/** The fields of a YAML map whose text begins at `base` of the note; `null` where it is not surely flat. */
export function readFlatFields(source: string, base: number): Field[] | null {
  if (source === '' || UNSURE.test(source)) return null;
  const fields: Field[] = [];
  for (let at = 0; at < source.length; ) {
    if (isBlankLine(source, at)) {
      at = nextLine(source, at);
      continue;
    }
    KEY.lastIndex = at;
    const name = KEY.exec(source)?.[1];
    if (name === undefined || meansNoText(name)) return null;
    const colon = at + name.length;
    const key = { start: base + at, end: base + colon };
    const end = lineEnd(source, colon);
    const start = afterBlanks(source, colon + 1, end);
    at = nextLine(source, colon);
    if (start < end) {
      const opens = source[start] === '[';
      const values = opens ? flowItems(source, start, end, base) : one(source, start, end, base);
      if (values === null) return null;
      const kind = opens ? 'list' : 'scalar';
      fields.push({ name, key, span: { start: key.start, end: base + end }, kind, values });
      continue;
    }
    // Blanks behind the colon of an empty value belong to it or not, as what follows will have it.
    if (end > colon + 1 || lineEndWithBlanks(source, colon) > colon + 1) return null;
    const list = blockItems(source, at, base);
    if (list === null) return null;
    at = list.next;
    const span = { start: key.start, end: list.values.at(-1)?.span.end ?? key.end + 1 };
    fields.push({
      name,
      key,
      span,
      kind: list.values.length > 0 ? 'list' : 'empty',
      values: list.values,
    });
  }
  return fields.length > 0 ? fields : null;
}

function one(source: string, start: number, end: number, base: number): Value[] | null {
  const value = flatScalar(source, start, end, base, false);
  return value === null ? null : [value];
}

/** The lines of a list, all indented alike. */
function blockItems(
  source: string,
  from: number,
  base: number,
): { values: Value[]; next: number } | null {
  const values: Value[] = [];
  let indent: number | null = null;
  let at = from;
  while (at < source.length) {
    if (isBlankLine(source, at)) {
      at = nextLine(source, at);
      continue;
    }
    ITEM.lastIndex = at;
    const mark = ITEM.exec(source);
    if (mark === null) break;
    indent ??= mark[1]?.length ?? 0;
    if (mark[1]?.length !== indent) return null;
    const value = flatScalar(source, at + mark[0].length, lineEnd(source, at), base, false);
    if (value === null) return null;
    values.push(value);
    at = nextLine(source, at);
  }
  return { values, next: at };
}

/** `[a, "b"]` on one line. */
function flowItems(source: string, start: number, end: number, base: number): Value[] | null {
  if (source[end - 1] !== ']') return null;
  const values: Value[] = [];
  const last = end - 1;
  let at = afterBlanks(source, start + 1, last);
  while (at < last) {
    const quote = source[at];
    let stop = at;
    if (quote === '"' || quote === "'") {
      stop = source.indexOf(quote, at + 1) + 1;
      if (stop === 0 || stop > last) return null;
    } else {
      const comma = source.indexOf(',', at);
      stop = comma < 0 || comma > last ? last : comma;
      while (stop > at && source[stop - 1] === ' ') stop--;
    }
    const value = flatScalar(source, at, stop, base, true);
    if (value === null) return null;
    values.push(value);
    at = afterBlanks(source, stop, last);
    if (at === last) break;
    if (source[at] !== ',') return null;
    at = afterBlanks(source, at + 1, last);
    // A comma with nothing behind it.
    if (at === last) return null;
  }
  return values;
}

function isBlankLine(source: string, at: number): boolean {
  return source[at] === '\n' || (source[at] === '\r' && source[at + 1] === '\n');
}

function nextLine(source: string, at: number): number {
  const newline = source.indexOf('\n', at);
  return newline < 0 ? source.length : newline + 1;
}

function lineEndWithBlanks(source: string, at: number): number {
  const newline = source.indexOf('\n', at);
  if (newline < 0) return source.length;
  return source[newline - 1] === '\r' ? newline - 1 : newline;
}

/** Where the text of the line ends, without the blanks behind it. */
function lineEnd(source: string, at: number): number {
  let end = lineEndWithBlanks(source, at);
  while (end > at && source[end - 1] === ' ') end--;
  return end;
}

function afterBlanks(source: string, at: number, end: number): number {
  let next = at;
  while (next < end && source[next] === ' ') next++;
  return next;
}
