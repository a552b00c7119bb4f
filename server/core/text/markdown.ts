/** Scans the body of a note: headings, block ids, wiki links, and what is code or comment and so holds none. */
import { type Block, scanBlocks } from './blocks';
import { copied } from './copied';
import { nextSpecial, scanInline, type Wikilink } from './inline';
import type { Span } from './span';

export interface Heading {
  /** 1 to 6. */
  readonly level: number;
  readonly text: string;
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
  readonly links: readonly Wikilink[];
  /** Code blocks and code spans, in order. */
  readonly code: readonly Span[];
}

const BLOCK_ID = /(?:^|[ \t])\^([A-Za-z0-9-]+)[ \t]*\r?$/u;
const CLOSING_HASHES = /(?:^|[ \t])#+[ \t]*$/u;

/** Scans from the offset `start`, where the body begins. Never throws. */
export function scanMarkdown(text: string, start: number): Scan {
  const headings: Heading[] = [];
  const blocks: BlockId[] = [];
  const links: Wikilink[] = [];
  const code: Span[] = [];
  let special = -1;
  for (const block of scanBlocks(text, start)) {
    if (block.kind === 'code') code.push(block.span);
    if (block.kind === 'code' || block.kind === 'comment') continue;
    if (block.heading !== undefined) headings.push(headingOf(text, block.span, block.heading));
    // Looked for once, or every plain block would search the whole rest of the text.
    if (special < block.span.start) special = nextSpecial(text, block.span.start);
    if (special < block.span.end) scanInline(text, block.span, block.kind !== 'html', links, code);
    const id = blockIdOf(text, block.span);
    if (id !== undefined) blocks.push({ id: copied(id), span: block.span });
  }
  return { headings, blocks, links, code };
}

function headingOf(text: string, span: Span, heading: NonNullable<Block['heading']>): Heading {
  const raw = copied(text.slice(heading.content.start, heading.content.end));
  return {
    level: heading.level,
    text: raw.replace(CLOSING_HASHES, '').replace(/\s+/gu, ' ').trim(),
    span,
  };
}

function blockIdOf(text: string, block: Span): string | undefined {
  const newline = text.lastIndexOf('\n', block.end - 1);
  const lastLine = text.slice(Math.max(newline + 1, block.start), block.end);
  return lastLine.includes('^') ? BLOCK_ID.exec(lastLine)?.[1] : undefined;
}
