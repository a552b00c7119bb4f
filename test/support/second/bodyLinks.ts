/** The links of a note's body, read out of a reference Markdown parser's tree. */
import { type Extension as Compiling, fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import { linksInHtml } from './htmlLinks';
import { obsidianSyntax } from './obsidianSyntax';
import { type SecondLink, wikiParts } from './secondLink';

export interface Tree {
  readonly type: string;
  readonly position?: { readonly start: { offset?: number }; readonly end: { offset?: number } };
  readonly children?: readonly Tree[];
  readonly url?: string;
  readonly depth?: number;
}

/** Tokens that become nodes of the tree as they are. */
const KEPT = ['wikiLink', 'comment', 'math', 'tableHeader', 'tableData'] as const;
type Enter = NonNullable<NonNullable<Compiling['enter']>[string]>;
type Exit = NonNullable<NonNullable<Compiling['exit']>[string]>;
const keep: Compiling = {
  enter: Object.fromEntries(
    KEPT.map((type): [string, Enter] => [
      type,
      function (token) {
        this.enter({ type, children: [] } as never, token);
      },
    ]),
  ),
  exit: Object.fromEntries(
    KEPT.map((type): [string, Exit] => [
      type,
      function (token) {
        this.exit(token);
      },
    ]),
  ),
};

export interface Reading {
  readonly tree: Tree;
  /** Where each text in a link's brackets begins and ends. */
  readonly labels: ReadonlyMap<number, number>;
  /** Where each address stands, in the order of the text. */
  readonly addresses: readonly { readonly start: number; readonly end: number }[];
}

export function readingOf(body: string): Reading {
  const labels = new Map<number, number>();
  const noteLabel: Enter = ({ start, end }) => {
    labels.set(start.offset, end.offset);
  };
  const addresses: { start: number; end: number }[] = [];
  const noteAddress: Enter = function ({ start, end }) {
    addresses.push({ start: start.offset, end: end.offset });
    this.buffer();
  };
  const tree = fromMarkdown(body, {
    extensions: [gfmTable(), gfmFootnote(), obsidianSyntax],
    mdastExtensions: [
      keep,
      {
        enter: {
          labelText: noteLabel,
          resourceDestinationString: noteAddress,
          definitionDestinationString: noteAddress,
        },
      },
    ],
  }) as Tree;
  return { tree, labels, addresses };
}

/** Links with offsets in the body, in the order of the text. */
export function linksOfBody(body: string, reading: Reading): SecondLink[] {
  const links: SecondLink[] = [];
  const visit = (node: Tree, parent: Tree | null): void => {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    const raw = body.slice(start, end);
    if (node.type === 'wikiLink') add(links, wikiParts(raw, start));
    else if (node.type === 'html' && isFlow(parent))
      for (const each of linksInHtml(raw, start)) add(links, each);
    else if (node.type === 'link' && raw.startsWith('<')) return;
    else if (node.url !== undefined) add(links, markdownLink(node, body, reading));
    // The tree keeps nothing of an image's text but its letters.
    const label = body.indexOf('[', start) + 1;
    const shown =
      node.type === 'image' ? body.slice(label, reading.labels.get(label) ?? label) : '';
    if (shown.includes('['))
      for (const link of linksOfBody(shown, readingOf(shown))) add(links, moved(link, label));
    if (node.type !== 'comment' && node.type !== 'math' && node.type !== 'wikiLink')
      for (const child of node.children ?? []) visit(child, node);
  };
  visit(reading.tree, null);
  return links.sort((a, b) => a.start - b.start);
}

export const moved = (link: SecondLink, by: number): SecondLink => ({
  ...link,
  start: link.start + by,
  end: link.end + by,
  addressEnd: link.addressEnd + by,
});

const isFlow = (parent: Tree | null): boolean =>
  parent === null || ['root', 'blockquote', 'listItem'].includes(parent.type);

function add(links: SecondLink[], link: SecondLink | null): void {
  if (link !== null) links.push(link);
}

/** `null` for what cannot be a file of the vault: an address with a scheme or a host. */
function markdownLink(node: Tree, body: string, { labels, addresses }: Reading): SecondLink | null {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? 0;
  const url = node.url ?? '';
  if (url === '' || url === '#' || url.startsWith('//') || /^[a-z][a-z\d+.-]*:/iu.test(url))
    return null;
  const hash = url.indexOf('#');
  const label = body.indexOf('[', start) + 1;
  // What stands in the text of a link comes before its own address.
  const address = addresses.findLast(each => each.end <= end) ?? { start, end };
  const defines = node.type === 'definition';
  return {
    form: 'markdown',
    // A definition has nothing to click but its address.
    start: defines ? address.start : start,
    end: defines ? address.end : end,
    addressEnd: address.end,
    written: decoded(hash < 0 ? url : url.slice(0, hash)),
    fragment: hash < 0 ? null : decoded(url.slice(hash + 1)),
    alias: defines ? null : body.slice(label, labels.get(label) ?? label),
    embed: node.type === 'image',
    field: null,
  };
}

/** Percent-decoded once; what is no UTF-8 stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
