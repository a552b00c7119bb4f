/** Reads the front matter of a note with the position of every key and value; keeps what it can of broken YAML. */
import {
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parse,
  parseDocument,
  type Scalar,
  visit,
} from 'yaml';
import { copied } from './copied';
import { readFlatFields } from './flatFrontmatter';
import { isTooDeep } from './nesting';
import type { Span } from './span';
import { type FrontmatterBlock, splitFrontmatter } from './splitFrontmatter';

/** One scalar value as written. */
export interface Value {
  /** The text it stands for, without quotes and escapes. */
  readonly text: string;
  /** As written, quotes included. */
  readonly span: Span;
  /** As written, without the quotes. */
  readonly inner: Span;
  readonly style: 'plain' | 'single' | 'double' | 'block' | 'nested';
  /** The key that it stands under within the field, where the field holds maps. */
  readonly under?: string;
  /** `text` as YAML's core schema types it; dates stay strings. */
  readonly data: string | number | boolean | null;
}

export interface Field {
  readonly name: string;
  readonly key: Span;
  /** From the key to the end of the value. */
  readonly span: Span;
  readonly kind: 'empty' | 'scalar' | 'list' | 'map';
  /** Every scalar in the value, at any depth, in order. */
  readonly values: readonly Value[];
}

export interface YamlProblem {
  /** The code of the `yaml` library, for example `BAD_INDENT`. */
  readonly code: string;
  readonly message: string;
  readonly span: Span;
}

export interface Frontmatter extends FrontmatterBlock {
  /** In the order written; a name may stand in it more than once. */
  readonly fields: readonly Field[];
  readonly problems: readonly YamlProblem[];
}

const MAX_DEPTH = 32;
/** UTF-16 units. Nobody writes a tenth of it, and the parser takes seconds for what is made to be slow. */
export const MAX_YAML = 32 * 1024;

/** `null` where the text has no front matter. Never throws. */
export function parseFrontmatter(text: string): Frontmatter | null {
  const split = splitFrontmatter(text);
  if (split === null) return null;
  if (!isYaml(split)) return { ...split, fields: [], problems: [] };
  const source = copied(text.slice(split.yaml.start, split.yaml.end));
  return { ...split, ...parseYaml(source, split.yaml.start) };
}

/** Whether the opening line says so, or says nothing; blocks in other languages are not read. */
export function isYaml({ language }: FrontmatterBlock): boolean {
  return language === 'yaml' || /^ya?ml$/i.test(language);
}

/** What YAML says of a block: the fields, and what is wrong with it. */
type Yaml = Pick<Frontmatter, 'fields' | 'problems'>;

/** Reads a YAML map whose text begins at the offset `base` of the note. */
export function parseYaml(source: string, base: number): Yaml {
  if (source.length > MAX_YAML) return unread(source, base, 'TOO_LARGE', 'too large');
  const flat = readFlatFields(source, base);
  return flat === null ? parseAnyYaml(source, base) : { fields: flat, problems: [] };
}

/** The same without the short cut for flat blocks. */
export function parseAnyYaml(source: string, base: number): Yaml {
  if (isTooDeep(source)) return unread(source, base, 'TOO_DEEP', 'nested too deeply');
  const document = parseDocument(source, {
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: 'silent',
  });
  const reader = new Reader(source, base);
  const problems = document.errors.map(error => ({
    code: error.code as string,
    message: error.message,
    span: reader.at(error.pos[0], error.pos[1]),
  }));
  for (const warning of document.warnings) {
    // Other readers reject a tag that they do not know.
    if (warning.code !== 'TAG_RESOLVE_FAILED') continue;
    const span = reader.at(warning.pos[0], warning.pos[1]);
    problems.push({ code: warning.code, message: warning.message, span });
  }
  // Asked for its anchor, each alias would look through the whole document.
  const anchors = new Set<string | undefined>();
  visit(document, {
    Collection(_, { anchor }) {
      anchors.add(anchor);
    },
    Scalar(_, { anchor, type, range }) {
      anchors.add(anchor);
      // The parser only looks whether the last character is a quote (yaml 2.9).
      if (!range || !isOpenQuote(type, source.slice(range[0], range[1]))) return;
      const span = reader.at(range[0], range[1]);
      problems.push({ code: 'MISSING_CHAR', message: 'Missing closing quote', span });
    },
    Alias(_, alias) {
      if (anchors.has(alias.source) || !alias.range) return;
      const message = `nothing is called ${alias.source}`;
      problems.push({
        code: 'BAD_ALIAS',
        message,
        span: reader.at(alias.range[0], alias.range[1]),
      });
    },
  });
  const root = document.contents;
  if (isMap(root)) for (const pair of root.items) reader.field(pair as Pair<unknown, unknown>);
  else if (root !== null && problems.length === 0 && source.trim() !== '') {
    problems.push({
      code: 'NOT_A_MAP',
      message: 'not a list of fields',
      span: reader.at(0, source.trimEnd().length),
    });
  }
  return { fields: reader.fields, problems };
}

/** What is not given to the parser; its first line is shown for it. */
function unread(source: string, base: number, code: string, message: string): Yaml {
  const first = /[^\r\n]+/u.exec(source);
  const start = base + (first?.index ?? 0);
  const span = { start, end: start + (first?.[0].length ?? 0) };
  return { fields: [], problems: [{ code, message, span }] };
}

function isOpenQuote(type: Scalar['type'], written: string): boolean {
  if (type === 'QUOTE_DOUBLE') return !/^"(?:[^"\\]|\\[\s\S])*"$/u.test(written);
  return type === 'QUOTE_SINGLE' && !/^'(?:[^']|'')*'$/u.test(written);
}

class Reader {
  readonly fields: Field[] = [];

  constructor(
    private readonly source: string,
    private readonly base: number,
  ) {}

  at(start: number, end: number): Span {
    const from = Math.min(start, this.source.length);
    return {
      start: this.base + from,
      end: this.base + Math.max(from, Math.min(end, this.source.length)),
    };
  }

  field(pair: Pair<unknown, unknown>): void {
    const { key, value } = pair;
    if (!isScalar(key) || !key.range) return;
    const keySpan = this.at(key.range[0], key.range[1]);
    const node = value as Node | null;
    const values: Value[] = [];
    this.collect(node, values, 0);
    const end = node?.range ? this.trimmedEnd(node.range[0], node.range[1]) : key.range[1];
    this.fields.push({
      name: String(key.value),
      key: keySpan,
      span: { start: keySpan.start, end: Math.max(keySpan.end, this.base + end) },
      kind: isSeq(node) ? 'list' : isMap(node) ? 'map' : values.length === 0 ? 'empty' : 'scalar',
      values,
    });
  }

  private collect(node: unknown, values: Value[], depth: number): void {
    if (depth > MAX_DEPTH) return;
    if (isScalar(node)) this.scalar(node, values);
    else if (isSeq(node)) {
      if (this.isUnquotedLink(node.range)) this.nested(node.range, values);
      else for (const item of node.items) this.collect(item, values, depth + 1);
    } else if (isMap(node)) {
      for (const pair of node.items) if (isPair(pair)) this.inMap(pair, values, depth);
    }
  }

  private inMap({ key, value }: Pair<unknown, unknown>, values: Value[], depth: number): void {
    const first = values.length;
    this.collect(value, values, depth + 1);
    const under = isScalar(key) ? String(key.value) : '';
    for (let at = first; at < values.length; at++) {
      const found = values[at];
      if (found !== undefined) values[at] = { under, ...found };
    }
  }

  private scalar(node: Scalar, values: Value[]): void {
    if (!node.range) return;
    const [start, valueEnd] = node.range;
    // A key without a value has an empty scalar; `null` and `~` are written out.
    if (
      start === valueEnd ||
      (node.value === null && this.source.slice(start, valueEnd).trim() === '')
    )
      return;
    const end = this.trimmedEnd(start, valueEnd);
    const span = this.at(start, end);
    const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
    const style = quoted
      ? node.type === 'QUOTE_DOUBLE'
        ? 'double'
        : 'single'
      : node.type === 'PLAIN'
        ? 'plain'
        : 'block';
    const inner = quoted
      ? { start: span.start + 1, end: Math.max(span.start + 1, span.end - 1) }
      : span;
    const { value } = node;
    const data =
      typeof value === 'number' || typeof value === 'boolean' || value === null
        ? value
        : String(value);
    values.push({
      text: typeof value === 'string' ? value : this.source.slice(start, end),
      span,
      inner,
      style,
      data,
    });
  }

  /** `[[x]]` without quotes is a list in a list to YAML, and a link to its author. */
  private isUnquotedLink(
    range: readonly number[] | null | undefined,
  ): range is [number, number, number] {
    if (!range) return false;
    const raw = this.source.slice(range[0], range[1]);
    return (
      raw.startsWith('[[') &&
      !raw.startsWith('[[[') &&
      raw.trimEnd().endsWith(']]') &&
      !/[[\]]/u.test(raw.trimEnd().slice(2, -2))
    );
  }

  private nested(range: readonly [number, number, number], values: Value[]): void {
    const span = this.at(range[0], this.trimmedEnd(range[0], range[1]));
    const text = this.source.slice(span.start - this.base, span.end - this.base);
    values.push({ text, span, inner: span, style: 'nested', data: text });
  }

  private trimmedEnd(start: number, end: number): number {
    let at = end;
    while (at > start && ' \t\r\n'.includes(this.source.charAt(at - 1))) at--;
    return at;
  }
}

/** The first field of that name. */
export function fieldOf(frontmatter: Frontmatter | null, name: string): Field | undefined {
  return frontmatter?.fields.find(field => field.name === name);
}

/** The text of a scalar field; `undefined` where the field is missing, empty, null, a list or a map. */
export function textOf(frontmatter: Frontmatter | null, name: string): string | undefined {
  return textIn(fieldOf(frontmatter, name));
}

/** The same of a field that is found already. */
export function textIn(field: Field | undefined): string | undefined {
  const value = field?.kind === 'scalar' ? field.values[0] : undefined;
  return value === undefined || value.data === null || value.text.trim() === ''
    ? undefined
    : value.text;
}

/** A part of a quoted value without its escapes, as YAML reads it. */
export function unescaped(raw: string, style: Value['style'] | null): string {
  if (style === 'single') return raw.replace(/''/gu, "'");
  if (style !== 'double' || !raw.includes('\\')) return raw;
  try {
    const value: unknown = parse(`"${raw}"`, { logLevel: 'silent' });
    return typeof value === 'string' ? value : raw;
  } catch {
    return raw;
  }
}
