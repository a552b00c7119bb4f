/** Everything Claimwright knows of one note by itself: a total function of its text that never throws. */
import { type Frontmatter, parseFrontmatter } from './frontmatter';
import { type LineStarts, lineStarts } from './lines';
import { type Link, linksOf } from './links';
import { type BlockId, type Heading, scanMarkdown } from './markdown';
import type { Span } from './span';

export interface Note {
  /** Path from the vault's root, with `/`. */
  readonly path: string;
  readonly frontmatter: Frontmatter | null;
  readonly headings: readonly Heading[];
  readonly blocks: readonly BlockId[];
  /** In the front matter first, then in the body. */
  readonly links: readonly Link[];
  /** Where the body begins. */
  readonly body: number;
  /** Code blocks and spans of the body. */
  readonly code: readonly Span[];
  /** The text itself is not kept; with these its offsets can still be told as lines. */
  readonly lines: LineStarts;
}

/** `relations` are the fields whose plain strings name notes. */
export function parseNote(path: string, text: string, relations: ReadonlySet<string>): Note {
  const frontmatter = parseFrontmatter(text);
  const body = frontmatter?.block.end ?? (text.charCodeAt(0) === 0xfeff ? 1 : 0);
  const scan = scanMarkdown(text, body);
  const links = linksOf(text, frontmatter, scan.links, relations);
  return {
    path,
    frontmatter,
    headings: scan.headings,
    blocks: scan.blocks,
    links,
    body,
    code: scan.code,
    lines: lineStarts(text),
  };
}
