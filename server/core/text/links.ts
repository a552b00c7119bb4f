/** Makes links of what was found between brackets, in the body and in front matter, and of plain relation strings. */
import { copied } from './copied';
import { type Frontmatter, unescaped, type Value } from './frontmatter';
import { scanInline, type Wikilink } from './inline';
import type { Span } from './span';

export interface Target {
  /** The target as written, without fragment and alias; empty for a link inside its own note. */
  readonly written: string;
  readonly span: Span;
  /** What stands behind `#`: headings joined by `#`, or `^` and a block id. */
  readonly fragment: string | null;
}

export interface Link {
  /** The whole link with its brackets; of a plain string the text without its quotes. */
  readonly span: Span;
  readonly target: Target;
  readonly alias: string | null;
  readonly embed: boolean;
  /** The front-matter field it stands in; `null` in the body. */
  readonly field: string | null;
  /** `plain` is a relation field's string without brackets; quoted as the YAML value around it is. */
  readonly form: 'wiki' | 'plain';
  readonly quoting: Value['style'] | null;
}

export function linksOf(
  text: string,
  frontmatter: Frontmatter | null,
  body: readonly Wikilink[],
  relations: ReadonlySet<string>,
): Link[] {
  const links: Link[] = [];
  for (const field of frontmatter?.fields ?? []) {
    const relation = relations.has(field.name) && field.kind !== 'map';
    for (const value of field.values) addValueLinks(text, value, field.name, relation, links);
  }
  for (const link of body) links.push(wikiLink(text, link, null, null));
  return links;
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
    const found: Wikilink[] = [];
    scanInline(text, value.inner, false, found, []);
    for (const link of found) links.push(wikiLink(text, link, field, value.style));
    if (found.length > 0) return;
  }
  if (!relation || value.style === 'block' || typeof value.data !== 'string') return;
  if (value.under !== undefined && !NAMES_A_NOTE.has(value.under)) return;
  const written = value.text.trim();
  if (written === '' || raw.includes('\n')) return;
  const target = { written, span: value.inner, fragment: null };
  links.push({
    span: value.inner,
    target,
    alias: null,
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
  const whole = inner.slice(0, targetEnd);
  const written = whole.trim();
  const start = link.inner.start + whole.length - whole.trimStart().length;
  return {
    span: link.span,
    target: {
      written: unescaped(written, quoting),
      span: { start, end: start + written.length },
      fragment: hash < 0 ? null : unescaped(inner.slice(hash + 1, end).trim(), quoting),
    },
    alias: bar < 0 ? null : unescaped(inner.slice(bar + 1).trim(), quoting),
    embed: link.embed,
    field,
    form: 'wiki',
    quoting,
  };
}
