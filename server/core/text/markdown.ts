/** Scans the body of a note: headings, block ids, links, and what is code or comment and so holds none. */
import { type Block, scanBlocks } from './blocks';
import { copied } from './copied';
import { definitionAt, isLocal } from './destination';
import { type InlineScan, InlineScanner, type MarkdownLink, type Wikilink } from './inline';
import type { Span } from './span';

export interface Heading {
  /** 1 to 6. */
  readonly level: number;
  readonly text: string;
  /** Where the text stands, without the marks around it. */
  readonly content: Span;
  /** The whole line (both lines, where it is underlined). */
  readonly span: Span;
}

/** An Obsidian block id, `^name` at the end of a block. */
export interface BlockId {
  readonly id: string;
  /** The block it names. */
  readonly span: Span;
}

export interface Scan {
  readonly headings: readonly Heading[];
  readonly blocks: readonly BlockId[];
  readonly wikilinks: readonly Wikilink[];
  readonly markdownLinks: readonly MarkdownLink[];
  /** Code blocks and code spans, in order. */
  readonly code: readonly Span[];
}

const BLOCK_ID = /(?:^|[ \t])\^([A-Za-z0-9-]+)[ \t]*\r?$/u;
const CLOSING_HASHES = /(?:^|[ \t])#+[ \t]*$/u;

const MANY_BLANKS = /\s{2}|[^\S ]/;

/** Scans from the offset `start`, where the body begins. Never throws. */
export function scanMarkdown(text: string, start: number): Scan {
  const headings: Heading[] = [];
  const blocks: BlockId[] = [];
  const found: InlineScan = { wikilinks: [], markdownLinks: [], code: [] };
  const inline = new InlineScanner(text, found);
  // Most notes have none.
  let caret = text.indexOf('^', start);
  for (const { kind, span, heading } of scanBlocks(text, start)) {
    if (kind === 'code') found.code.push(span);
    if (kind === 'code' || kind === 'comment') continue;
    if (heading !== null) headings.push(headingOf(text, span, heading));
    if (inline.mayHold(span.start, span.end)) {
      const from = kind === 'text' ? afterDefinitions(text, span, found) : span.start;
      inline.scan(from, span.end, kind !== 'html');
    }
    if (caret >= 0 && caret < span.start) caret = text.indexOf('^', span.start);
    const id = caret >= 0 && caret < span.end ? blockIdOf(text, span) : undefined;
    if (id !== undefined) blocks.push({ id: copied(id), span });
  }
  return { headings, blocks, ...found };
}

/** Where the text of a paragraph begins, behind the definitions of references that open it. */
function afterDefinitions(text: string, { start, end }: Span, found: InlineScan): number {
  let at = start;
  for (;;) {
    const destination = text[at] === '[' ? definitionAt(text, at, end) : null;
    if (destination === null) return at;
    const { span } = destination;
    if (isLocal(text.slice(span.start, span.end)))
      found.markdownLinks.push({ span, label: null, destination, embed: false });
    at = destination.end;
    while (at < end && /[ \t>]/u.test(text[at] ?? '')) at++;
  }
}

function headingOf(text: string, span: Span, heading: NonNullable<Block['heading']>): Heading {
  const raw = copied(text.slice(heading.content.start, heading.content.end));
  const kept = (raw.includes('#') ? raw.replace(CLOSING_HASHES, '') : raw).trimEnd();
  const start = heading.content.start + kept.length - kept.trimStart().length;
  return {
    level: heading.level,
    text: MANY_BLANKS.test(kept) ? kept.replace(/\s+/gu, ' ').trim() : kept.trim(),
    content: { start, end: heading.content.start + kept.length },
    span,
  };
}

function blockIdOf(text: string, block: Span): string | undefined {
  const newline = text.lastIndexOf('\n', block.end - 1);
  const lastLine = text.slice(Math.max(newline + 1, block.start), block.end);
  return BLOCK_ID.exec(lastLine)?.[1];
}
