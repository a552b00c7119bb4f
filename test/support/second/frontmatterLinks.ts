/** Front matter, cut and read plainly: the links in its values, and the names it gives a note. */
import { isMap, isScalar, isSeq, type Node, parseDocument, type Scalar } from 'yaml';
import { type SecondLink, wikiParts } from './secondLink';

export interface Matter {
  /** Where the body begins. */
  readonly body: number;
  readonly links: readonly SecondLink[];
  /** `title`, `name` and `aliases`. */
  readonly names: readonly string[];
}

const WIKI = /!?\[\[(?!\[)(?:(?!\[\[|\]\])[^\r\n])+\]\]/gu;

export function matterOf(text: string, relations: ReadonlySet<string>): Matter {
  const { start, end, body, yaml } = cut(text);
  const links: SecondLink[] = [];
  const names: string[] = [];
  if (!yaml) return { body, links, names };
  const document = parseDocument(text.slice(start, end), { uniqueKeys: false });
  const fault =
    document.errors.length === 0 ? Infinity : Math.min(...document.errors.map(each => each.pos[0]));
  if (!isMap(document.contents)) return { body, links, names };
  for (const { key, value } of document.contents.items) {
    const field = String(isScalar(key) ? key.value : key);
    const node = value as Node | null;
    if (node === null || (node.range?.[1] ?? 0) > fault) continue;
    const raw = text.slice(start, end);
    for (const { index, 0: found } of unquoted(node, raw))
      push(links, wikiParts(found, start + index, field));
    for (const [scalar, place] of scalarsIn(node, 'value', raw)) {
      if (typeof scalar.value !== 'string' || scalar.range == null) continue;
      const [from, to] = [scalar.range[0], scalar.range[1]];
      let any = false;
      for (const { index, 0: found } of raw.slice(from, to).matchAll(WIKI)) {
        any = true;
        push(links, unescaped(found, start + from + index, field, scalar));
      }
      if (any || !relations.has(field) || place === 'other') continue;
      push(links, plain(scalar, raw, start, field));
    }
    if (field === 'title' || field === 'name')
      names.push(...textsOf(node).slice(0, isSeq(node) ? 0 : 1));
    if (field === 'aliases') names.push(...textsOf(node));
  }
  return { body, links: links.sort((a, b) => a.start - b.start), names };
}

function textsOf(node: Node): string[] {
  const nodes = isSeq(node) ? node.items : [node];
  return nodes.flatMap(each =>
    isScalar(each) && typeof each.value === 'string' ? [each.value] : [],
  );
}

/** Where the block's text, and the body, begin and end. A block that nothing closes ends with its last field. */
function cut(text: string): { start: number; end: number; body: number; yaml: boolean } {
  const none = { start: 0, end: 0, body: 0, yaml: false };
  const open = /^---(?!-)([^\r\n]*)(?:\r?\n|$)/u.exec(text);
  if (open === null) return none;
  const start = open[0].length;
  const yaml = /^\s*(?:ya?ml)?\s*$/u.test(open[1] ?? '');
  const closing = /^---[ \t]*(?:\r?\n|$)/mu.exec(text.slice(start));
  if (closing !== null) {
    const end = start + closing.index;
    return { start, end, body: end + closing[0].length, yaml };
  }
  const fields =
    /^(?:[\w-]+:.*(?:\r?\n|$)|[ \t]+\S.*(?:\r?\n|$)|- .*(?:\r?\n|$)|#.*(?:\r?\n|$))+/u.exec(
      text.slice(start),
    );
  if (fields === null) return none;
  const end = start + fields[0].length;
  const dots = /^\.\.\.[ \t]*(?:\r?\n|$)/u.exec(text.slice(end));
  return { start, end, body: end + (dots?.[0].length ?? 0), yaml };
}

function push(links: SecondLink[], link: SecondLink | null): void {
  if (link !== null) links.push(link);
}

/** A list in a list around words is a link whose author forgot the quotes. */
function* unquoted(node: Node, raw: string): Generator<{ index: number; 0: string }> {
  if (isMap(node))
    for (const { value } of node.items) if (value) yield* unquoted(value as Node, raw);
  if (!isSeq(node)) return;
  for (const item of node.items) {
    if (node.flow && isSeq(item) && isLinkText(node, item as Node, raw)) {
      const [from = 0, to = 0] = node.range ?? [];
      yield { index: from, 0: raw.slice(from, to) };
    } else yield* unquoted(item as Node, raw);
  }
}

const isLinkText = (outer: Node, inner: Node, raw: string): boolean => {
  const [from = 0, to = 0] = outer.range ?? [];
  return raw.slice(from, to).match(WIKI)?.[0] === raw.slice(from, to) && isSeq(inner);
};

/** Values that a relation takes for names of notes: its one value, its entries, and these keys of entries that are maps. */
type Place = 'value' | 'entry' | 'named' | 'other';
const NAMING = ['target', 'claim', 'note', 'entity'];

function* scalarsIn(node: Node, place: Place, raw: string): Generator<[Scalar, Place]> {
  if (isScalar(node)) yield [node, place];
  else if (isSeq(node)) {
    if (node.items.length === 1 && isLinkText(node, node.items[0] as Node, raw)) return;
    const inner = place === 'value' ? 'entry' : 'other';
    for (const item of node.items) yield* scalarsIn(item as Node, inner, raw);
  } else if (isMap(node))
    for (const { key, value } of node.items) {
      const named = place === 'entry' && isScalar(key) && NAMING.includes(String(key.value));
      if (value) yield* scalarsIn(value as Node, named ? 'named' : 'other', raw);
    }
}

/** What YAML's quotes escape is written as they need it; the link is what they mean. */
function unescaped(raw: string, start: number, field: string, scalar: Scalar): SecondLink | null {
  const written = wikiParts(raw, start, field);
  const link = wikiParts(meant(raw, scalar), start, field);
  return link && written && { ...link, end: written.end, addressEnd: written.addressEnd };
}

function meant(raw: string, { type }: Scalar): string {
  const quote = type === 'QUOTE_DOUBLE' ? '"' : type === 'QUOTE_SINGLE' ? "'" : '';
  return quote === '' ? raw : String(parseDocument(`${quote}${raw}${quote}`).toJS());
}

function plain(scalar: Scalar, raw: string, start: number, field: string): SecondLink | null {
  const [from = 0, to = 0] = scalar.range ?? [];
  const quoted = scalar.type === 'QUOTE_DOUBLE' || scalar.type === 'QUOTE_SINGLE';
  if (/[\r\n]/u.test(raw.slice(from, to)) || scalar.type?.startsWith('BLOCK')) return null;
  const written = String(scalar.value).trim();
  if (written === '') return null;
  const [begin, end] = quoted ? [from + 1, to - 1] : [from, to];
  return {
    form: 'plain',
    start: start + begin,
    end: start + end,
    addressEnd: start + end,
    written,
    fragment: null,
    alias: null,
    embed: false,
    field,
  };
}
