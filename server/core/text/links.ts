/** Makes links of what was found between brackets, in the body and in front matter, and of plain relation strings. */
import { copied } from './copied';
import { decoded } from './destination';
import { type Frontmatter, unescaped, type Value } from './frontmatter';
import { type InlineScan, type MarkdownLink, scanInline, type Wikilink } from './inline';
import type { Scan } from './markdown';
import type { Span } from './span';

export interface Target {
  /** The target as its author means it, without fragment and alias; empty for a link inside its own note. */
  readonly written: string;
  readonly span: Span;
  /** What stands behind `#`: headings joined by `#`, or `^` and a block id. */
  readonly fragment: string | null;
  /** Without the `#`. */
  readonly fragmentSpan: Span | null;
}

export type LinkForm = 'wiki' | 'plain' | 'markdown';

export interface Link {
  /** The whole link with its brackets; of a plain string the text without its quotes. */
  readonly span: Span;
  readonly target: Target;
  /** What is shown in its place: behind the bar, or a Markdown link's text as it is written. */
  readonly alias: string | null;
  readonly aliasSpan: Span | null;
  readonly embed: boolean;
  /** The front-matter field it stands in; `null` in the body. */
  readonly field: string | null;
  /** `plain` is a relation field's string without brackets; a `markdown` link leads to a path. */
  readonly form: LinkForm;
  /** The YAML value around it is quoted so, or a Markdown destination stands in angle brackets. */
  readonly quoting: Value['style'] | 'angle' | null;
}

export function linksOf(
  text: string,
  frontmatter: Frontmatter | null,
  body: Pick<Scan, 'wikilinks' | 'markdownLinks'>,
  relations: ReadonlySet<string>,
): Link[] {
  const links: Link[] = [];
  for (const field of frontmatter?.fields ?? []) {
    const relation = relations.has(field.name) && field.kind !== 'map';
    for (const value of field.values) addValueLinks(text, value, field.name, relation, links);
  }
  const inBody = body.wikilinks
    .map(link => wikiLink(text, link, null, null))
    .filter(namesSomething);
  if (body.markdownLinks.length === 0) return links.concat(inBody);
  const markdown = body.markdownLinks.map(link => markdownLink(text, link)).filter(namesSomething);
  return links.concat(
    inBody.concat(markdown).sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end),
  );
}

function namesSomething({ target: { written, fragment } }: Link): boolean {
  return written.trim() !== '' || fragment !== null;
}

/** Where the entries of a relation are maps, these keys say which note is meant; the others are remarks. */
const NAMES_A_NOTE: ReadonlySet<string> = new Set(['target', 'claim', 'note', 'entity']);

function addValueLinks(
  text: string,
  value: Value,
  field: string,
  relation: boolean,
  links: Link[],
): void {
  const raw = text.slice(value.inner.start, value.inner.end);
  if (raw.includes('[[')) {
    const found: InlineScan = { wikilinks: [], markdownLinks: [], code: [] };
    scanInline(text, value.inner, false, found);
    const wiki = found.wikilinks.map(link => wikiLink(text, link, field, value.style));
    for (const link of wiki) if (namesSomething(link)) links.push(link);
    if (wiki.length > 0) return;
  }
  if (!relation || typeof value.data !== 'string') return;
  if (value.under !== undefined && !NAMES_A_NOTE.has(value.under)) return;
  // Programs fold long strings over lines; where lines stay apart it is no name.
  if (value.style === 'block' && !raw.startsWith('>')) return;
  const written = value.text.trim();
  if (written === '' || written.includes('\n')) return;
  const target = { written, span: value.inner, fragment: null, fragmentSpan: null };
  links.push({
    span: value.inner,
    target,
    alias: null,
    aliasSpan: null,
    embed: false,
    field,
    form: 'plain',
    quoting: value.style,
  });
}

function wikiLink(
  text: string,
  link: Wikilink,
  field: string | null,
  quoting: Value['style'] | null,
): Link {
  const inner = copied(text.slice(link.inner.start, link.inner.end));
  const bar = inner.indexOf('|');
  // In a table the alias bar is escaped.
  const end = bar < 0 ? inner.length : inner[bar - 1] === '\\' ? bar - 1 : bar;
  const hash = inner.slice(0, end).indexOf('#');
  const targetEnd = hash < 0 ? end : hash;
  const part = (from: number, to: number) => trimmed(inner, from, to, link.inner.start);
  const target = part(0, targetEnd);
  const fragment = hash < 0 ? null : part(hash + 1, end);
  const alias = bar < 0 ? null : part(bar + 1, inner.length);
  return {
    span: link.span,
    target: {
      written: unescaped(target.text, quoting),
      span: target.span,
      fragment: fragment && unescaped(fragment.text, quoting),
      fragmentSpan: fragment?.span ?? null,
    },
    alias: alias && unescaped(alias.text, quoting),
    aliasSpan: alias?.span ?? null,
    embed: link.embed,
    field,
    form: 'wiki',
    quoting,
  };
}

/** A part of `inner` without the blanks around it, with its place in the text in which `inner` begins at `offset`. */
function trimmed(
  inner: string,
  from: number,
  to: number,
  offset: number,
): { text: string; span: Span } {
  const whole = inner.slice(from, to);
  const text = whole.trim();
  const start = offset + from + whole.length - whole.trimStart().length;
  return { text, span: { start, end: start + text.length } };
}

function markdownLink(text: string, { span, label, destination, embed }: MarkdownLink): Link {
  const { start, end } = destination.span;
  const raw = copied(text.slice(start, end));
  const hash = hashIn(raw);
  const fragment = hash === null ? null : decoded(raw.slice(hash.end));
  const targetEnd = hash?.start ?? raw.length;
  return {
    span,
    target: {
      written: decoded(raw.slice(0, targetEnd)),
      span: { start, end: start + targetEnd },
      fragment,
      fragmentSpan: hash && { start: start + hash.end, end },
    },
    alias: label && copied(text.slice(label.start, label.end)),
    aliasSpan: label,
    embed,
    field: null,
    form: 'markdown',
    quoting: destination.angle ? 'angle' : null,
  };
}

/** The first `#` that stands for itself, escaped or as an entity or not: those of other entities do not. */
function hashIn(destination: string): Span | null {
  for (const { 0: mark, index } of destination.matchAll(/&#(?:\d+|x[\da-f]+);|\\?#/giu)) {
    if (mark.endsWith('#') || /^&#(?:35|x23);/iu.test(mark))
      return { start: index, end: index + mark.length };
  }
  return null;
}
