/** Front matter as bytes: what can be told from the texts and from what stands before it is left out. */
import type { Field, Frontmatter, Value, YamlProblem } from '../../text/frontmatter';
import type { Span } from '../../text/span';
import type { ByteReader, ByteWriter } from './bytes';
import { readSpan, writeSpan } from './spans';
import type { TextReader, TextWriter } from './texts';

const CLOSED_BY = ['---', '...', null] as const;
const KINDS = ['empty', 'scalar', 'list', 'map'] as const;
const STYLES = ['plain', 'single', 'double', 'block', 'nested'] as const;
/** What a value is to YAML: its text, one of these, the number that its text says, another number, or another text. */
const DATA = ['text', null, true, false, 'number said', 'number', 'other text'] as const;

export function writeFrontmatter(to: ByteWriter, texts: TextWriter, matter: Frontmatter): void {
  const { block, yaml, close, language, closedBy } = matter;
  const usual = isUsual(matter);
  to.byte(CLOSED_BY.indexOf(closedBy) * 2 + (usual ? 1 : 0));
  to.number(texts.numberOf(language));
  to.number(block.start);
  to.number(yaml.end);
  if (!usual) {
    to.number(yaml.start);
    to.number(block.end);
    writeSpan(to, close, 0);
  }
  to.number(matter.fields.length);
  let at = yaml.start;
  for (const field of matter.fields) at = writeField(to, texts, field, at);
  to.number(matter.problems.length);
  for (const { code, message, span } of matter.problems) {
    to.number(texts.numberOf(code));
    to.number(texts.numberOf(message));
    writeSpan(to, span, 0);
  }
}

export function readFrontmatter(from: ByteReader, texts: TextReader): Frontmatter {
  const opening = readOpening(from, texts);
  const fields = readFields(from, texts, opening.yaml.start);
  const problems: YamlProblem[] = [];
  for (let left = from.count(); left > 0; left--) {
    const code = texts.text(from.number());
    problems.push({ code, message: texts.text(from.number()), span: readSpan(from, 0) });
  }
  return { ...opening, fields, problems };
}

/** The first field of that name, read up to there. */
export function readFieldNamed(
  from: ByteReader,
  texts: TextReader,
  name: string,
): Field | undefined {
  const { yaml } = readOpening(from, texts);
  const last = readFields(from, texts, yaml.start, name).at(-1);
  return last?.name === name ? last : undefined;
}

function readOpening(
  from: ByteReader,
  texts: TextReader,
): Omit<Frontmatter, 'fields' | 'problems'> {
  const form = from.byte();
  const language = texts.text(from.number());
  const start = from.number();
  const end = from.number();
  const usual = (form & 1) === 1;
  const yaml = { start: usual ? start + 4 : from.number(), end };
  const block = { start, end: usual ? end + 4 : from.number() };
  const close = usual ? { start: end, end: end + 3 } : readSpan(from, 0);
  return { block, yaml, language, closedBy: CLOSED_BY[form >> 1] ?? null, close };
}

/** All of them, or up to the first one of that name. */
function readFields(from: ByteReader, texts: TextReader, start: number, until?: string): Field[] {
  const fields: Field[] = [];
  let at = start;
  for (let left = from.count(); left > 0; left--) {
    const field = readField(from, texts, at);
    fields.push(field);
    if (field.name === until) break;
    at = field.span.end;
  }
  return fields;
}

/** Between two lines of three hyphens, with simple line ends. */
function isUsual({ block, yaml, close }: Frontmatter): boolean {
  return (
    yaml.start === block.start + 4 &&
    block.end === yaml.end + 4 &&
    close.start === yaml.end &&
    close.end === yaml.end + 3
  );
}

const LONG_KEY = 4;
const OTHER_SPAN = 8;
const ONE_VALUE = 16;

function writeField(to: ByteWriter, texts: TextWriter, field: Field, at: number): number {
  const { name, key, span, kind, values } = field;
  const usualKey = key.end === key.start + name.length;
  const usualSpan = span.start === key.start && span.end === usualEnd(key, values);
  const one = values.length === 1;
  to.byte(
    KINDS.indexOf(kind) +
      (usualKey ? 0 : LONG_KEY) +
      (usualSpan ? 0 : OTHER_SPAN) +
      (one ? ONE_VALUE : 0),
  );
  to.number(texts.numberOf(name));
  to.signed(key.start - at);
  if (!usualKey) to.signed(key.end - key.start);
  if (!one) to.number(values.length);
  let from = key.end;
  for (const value of values) {
    writeValue(to, texts, value, from);
    from = value.span.end;
  }
  if (!usualSpan) {
    to.signed(span.start - key.start);
    to.signed(span.end - usualEnd(key, values));
  }
  return span.end;
}

function readField(from: ByteReader, texts: TextReader, at: number): Field {
  const form = from.byte();
  const name = texts.text(from.number());
  const start = at + from.signed();
  const length = form & LONG_KEY ? from.signed() : name.length;
  const key = { start, end: start + length };
  const values: Value[] = [];
  let next = key.end;
  for (let left = form & ONE_VALUE ? 1 : from.count(); left > 0; left--) {
    const value = readValue(from, texts, next);
    values.push(value);
    next = value.span.end;
  }
  const span = { start, end: usualEnd(key, values) };
  if (form & OTHER_SPAN) {
    span.start += from.signed();
    span.end += from.signed();
  }
  return { name, key, span, kind: KINDS[form & 3] ?? 'empty', values };
}

function usualEnd(key: Span, values: readonly Value[]): number {
  return values.at(-1)?.span.end ?? key.end + 1;
}

const OTHER_PLACE = 8;
const UNDER = 16;
const DATA_SHIFT = 5;

function writeValue(to: ByteWriter, texts: TextWriter, value: Value, at: number): void {
  const { text, span, inner, style, under, data } = value;
  const quotes = quotesOf(style);
  const usual =
    span.end === span.start + text.length + 2 * quotes &&
    inner.start === span.start + quotes &&
    inner.end === span.end - quotes;
  const kind = dataKind(text, data);
  to.byte(
    STYLES.indexOf(style) +
      (usual ? 0 : OTHER_PLACE) +
      (under === undefined ? 0 : UNDER) +
      (DATA.indexOf(kind) << DATA_SHIFT),
  );
  to.number(texts.numberOf(text));
  to.signed(span.start - at);
  if (!usual) {
    to.signed(span.end - span.start);
    writeSpan(to, inner, span.start);
  }
  if (under !== undefined) to.number(texts.numberOf(under));
  if (kind === 'number') to.float(Number(data));
  if (kind === 'other text') to.number(texts.numberOf(String(data)));
}

function readValue(from: ByteReader, texts: TextReader, at: number): Value {
  const form = from.byte();
  const style = STYLES[form & 7] ?? 'plain';
  const text = texts.text(from.number());
  const start = at + from.signed();
  const quotes = quotesOf(style);
  const other = (form & OTHER_PLACE) !== 0;
  const end = start + (other ? from.signed() : text.length + 2 * quotes);
  const inner = other ? readSpan(from, start) : { start: start + quotes, end: end - quotes };
  const under = form & UNDER ? texts.text(from.number()) : undefined;
  const data = readData(from, texts, DATA[form >> DATA_SHIFT], text);
  const value = { text, span: { start, end }, inner, style, data };
  return under === undefined ? value : { under, ...value };
}

function quotesOf(style: Value['style']): number {
  return style === 'single' || style === 'double' ? 1 : 0;
}

function dataKind(text: string, data: Value['data']): (typeof DATA)[number] {
  if (typeof data === 'string') return data === text ? 'text' : 'other text';
  if (typeof data === 'number') return Object.is(Number(text), data) ? 'number said' : 'number';
  return data;
}

function readData(
  from: ByteReader,
  texts: TextReader,
  kind: (typeof DATA)[number] | undefined,
  text: string,
): Value['data'] {
  if (kind === 'text' || kind === undefined) return text;
  if (kind === 'number said') return Number(text);
  if (kind === 'number') return from.float();
  return kind === 'other text' ? texts.text(from.number()) : kind;
}
