/** Everything Claimwright knows of one note by itself: a total function of its text that never throws. */
import { type BodySigns, bodySigns } from './bodySigns';
import { type Frontmatter, parseFrontmatter } from './frontmatter';
import { type LineStarts, lineStarts } from './lines';
import { type Link, linksOf } from './links';
import { type BlockId, type Heading, scanMarkdown } from './markdown';
import { type MisplacedBlock, misplacedBlock } from './misplacedBlock';
import type { Span } from './span';
import { type YamlFault, yamlFault } from './yamlFault';

export interface Note {
  /** Path from the vault's root, with `/`. */
  readonly path: string;
  readonly frontmatter: Frontmatter | null;
  /** The line of the front matter that YAML cannot read; `null` where it reads all. */
  readonly fault: YamlFault | null;
  /** A block that was surely meant as front matter and is none. */
  readonly misplaced: MisplacedBlock | null;
  readonly headings: readonly Heading[];
  readonly blocks: readonly BlockId[];
  /** In the front matter first, then in the body. */
  readonly links: readonly Link[];
  /** Where the body begins. */
  readonly body: number;
  /** Code blocks and spans of the body. */
  readonly code: readonly Span[];
  /** What its words show of its argument. */
  readonly signs: BodySigns;
  /** The text itself is not kept; with these its offsets can still be told as lines. */
  readonly lines: LineStarts;
}

/** `relations` are the fields whose plain strings name notes. */
export function parseNote(path: string, text: string, relations: ReadonlySet<string>): Note {
  const lines = lineStarts(text);
  const frontmatter = parseFrontmatter(text);
  const body = frontmatter?.block.end ?? (text.charCodeAt(0) === 0xfeff ? 1 : 0);
  const scan = scanMarkdown(text, body);
  const links = linksOf(text, frontmatter, scan, relations);
  return {
    path,
    frontmatter,
    fault: frontmatter === null ? null : yamlFault(text, frontmatter),
    misplaced: frontmatter === null ? misplacedBlock(text) : null,
    headings: scan.headings,
    blocks: scan.blocks,
    links,
    body,
    code: scan.code,
    signs: bodySigns(text, body, scan.headings, lines),
    lines,
  };
}
