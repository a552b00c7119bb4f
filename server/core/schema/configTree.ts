/** Reads YAML into a plain tree that keeps where each key and value stands, and from which bad parts can be taken out. */
import { isAlias, isMap, isScalar, isSeq, type Pair, parseDocument } from 'yaml';
import { isTooDeep } from '../text/nesting';
import type { Span } from '../text/span';
import { quoted } from '../text/yamlText';
import { settingsFault } from './settingsFault';

export interface Problem {
  readonly span: Span;
  readonly message: string;
  readonly severity: 'error' | 'warning';
  /** What may be meant in the place of the span. */
  readonly instead?: string;
}

export type Tree = Leaf | List | Entries;

export interface Leaf {
  readonly kind: 'leaf';
  readonly span: Span;
  readonly data: string | number | boolean | null;
  /** As written, without quotes. */
  readonly text: string;
}

export interface List {
  readonly kind: 'list';
  readonly span: Span;
  items: Tree[];
}

export interface Entries {
  readonly kind: 'entries';
  readonly span: Span;
  entries: Entry[];
}

export interface Entry {
  readonly name: string;
  readonly key: Span;
  readonly value: Tree;
}

/** UTF-16 units; nobody writes more by hand. */
const MAX_LENGTH = 128 * 1024;
/** Values, those counted again to which aliases lead. */
const MAX_PARTS = 20_000;
const MAX_DEPTH = 24;

/** `null`, with one problem, where the text cannot be read. Never throws. */
export function readTree(text: string): { tree: Entries | null; problems: Problem[] } {
  const fail = (span: Span, message: string) => ({
    tree: null,
    problems: [{ span, message, severity: 'error' as const }],
  });
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const newline = text.indexOf('\n', start);
  const firstLine = { start, end: newline < 0 ? Math.min(text.length, 80) : newline };
  if (text.length > MAX_LENGTH) return fail(firstLine, 'This file is too large to be settings.');
  if (isTooDeep(text)) return fail(firstLine, 'These settings are nested too deeply.');
  const options = { prettyErrors: false, uniqueKeys: false, logLevel: 'silent' } as const;
  const document = parseDocument(text, options);
  const [error] = document.errors;
  if (error !== undefined) return { tree: null, problems: [settingsFault(error, document, text)] };
  const builder = new Builder(text);
  const tree = builder.build(document.contents, 0);
  if (builder.full) return fail(firstLine, 'These settings are too large.');
  if (tree.kind === 'leaf' && tree.data === null)
    return { tree: { kind: 'entries', span: firstLine, entries: [] }, problems: [] };
  if (tree.kind !== 'entries')
    return fail(tree.span, 'Settings are keys with values: `domains:`, `types:` …');
  return { tree, problems: builder.problems };
}

/** The plain data, without a prototype that names could reach. */
export function dataOf(tree: Tree): unknown {
  if (tree.kind === 'leaf') return tree.data;
  if (tree.kind === 'list') return tree.items.map(dataOf);
  return Object.fromEntries(tree.entries.map(({ name, value }) => [name, dataOf(value)]));
}

class Builder {
  readonly problems: Problem[] = [];
  private readonly anchors = new Map<string, unknown>();
  private parts = 0;

  constructor(private readonly text: string) {}

  get full(): boolean {
    return this.parts > MAX_PARTS;
  }

  build(node: unknown, depth: number): Tree {
    this.parts++;
    const span = this.spanOf(node);
    const nothing: Leaf = { kind: 'leaf', span, data: null, text: '' };
    if (this.full || depth > MAX_DEPTH) return nothing;
    if (isAlias(node)) return this.buildAlias(node.source, span, depth);
    if (isScalar(node) || isSeq(node) || isMap(node))
      if (node.anchor !== undefined) this.anchors.set(node.anchor, node);
    if (isSeq(node))
      return { kind: 'list', span, items: node.items.map(each => this.build(each, depth + 1)) };
    if (isMap(node))
      return { kind: 'entries', span, entries: this.entries(node.items as Pair[], depth) };
    if (!isScalar(node)) return nothing;
    const { value } = node;
    const data =
      value === null || typeof value === 'number' || typeof value === 'boolean'
        ? value
        : String(value);
    const text = typeof value === 'string' ? value : this.text.slice(span.start, span.end);
    return { kind: 'leaf', span, data, text };
  }

  /** An alias of nothing was mostly meant as a pattern: `*.md`. */
  private buildAlias(source: string, span: Span, depth: number): Tree {
    const meant = this.anchors.get(source);
    if (meant !== undefined) return this.build(meant, depth + 1);
    const written = this.text.slice(span.start, span.end);
    const message = `To YAML, \`${written}\` is no word unless it stands in quotes.`;
    this.problems.push({ span, message, severity: 'error', instead: quoted(written) });
    return { kind: 'leaf', span, data: null, text: '' };
  }

  private entries(pairs: readonly Pair[], depth: number): Entry[] {
    const entries = new Map<string, Entry>();
    for (const { key, value } of pairs) {
      if (this.full) break;
      const span = this.spanOf(key);
      const name = isScalar(key) && key.value !== null ? String(key.value) : null;
      if (name === null || name === '__proto__') this.refuse(span, 'This cannot be a name.');
      else if (entries.has(name))
        this.refuse(span, `\`${name}\` stands here twice; only the first counts.`);
      else {
        const tree = this.build(value, depth + 1);
        // An empty value has no place of its own.
        entries.set(name, { name, key: span, value: value === null ? { ...tree, span } : tree });
      }
    }
    return [...entries.values()];
  }

  private refuse(span: Span, message: string): void {
    this.problems.push({ span, message, severity: 'error' });
  }

  private spanOf(node: unknown): Span {
    const range = (node as { range?: readonly number[] | null } | null)?.range;
    const [start = 0, stop = 0] = range ?? [];
    let end = Math.min(stop, this.text.length);
    while (end > start && ' \t\r\n'.includes(this.text.charAt(end - 1))) end--;
    return { start, end };
  }
}
