/** Scans the body of a note: headings, block ids, links, and what is code or comment and so holds none. */
import { type Block, scanBlocks } from './blocks';
import { copied } from './copied';
import { definitionAt, isLocal } from './destination';
import {
  type InlineScan,
  type MarkdownLink,
  nextSpecial,
  scanInline,
  type Wikilink,
} from './inline';
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

/** Scans from the offset `start`, where the body begins. Never throws. */
export function scanMarkdown(text: string, start: number): Scan {
  const headings: Heading[] = [];
  const blocks: BlockId[] = [];
  const found: InlineScan = { wikilinks: [], markdownLinks: [], code: [] };
  let special = -1;
  for (const block of scanBlocks(text, start)) {
    if (block.kind === 'code') found.code.push(block.span);
    if (block.kind === 'code' || block.kind === 'comment') continue;
    if (block.heading !== undefined) headings.push(headingOf(text, block.span, block.heading));
    // Looked for once, or every plain block would search the whole rest of the text.
    if (special < block.span.start) special = nextSpecial(text, block.span.start);
    if (special < block.span.end) {
      const start =
        block.kind === 'text' ? afterDefinitions(text, block.span, found) : block.span.start;
      scanInline(text, { start, end: block.span.end }, block.kind !== 'html', found);
    }
    const id = blockIdOf(text, block.span);
    if (id !== undefined) blocks.push({ id: copied(id), span: block.span });
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
  const kept = raw.replace(CLOSING_HASHES, '').trimEnd();
  const start = heading.content.start + kept.length - kept.trimStart().length;
  return {
    level: heading.level,
    text: kept.replace(/\s+/gu, ' ').trim(),
    content: { start, end: heading.content.start + kept.length },
    span,
  };
}

function blockIdOf(text: string, block: Span): string | undefined {
  const newline = text.lastIndexOf('\n', block.end - 1);
  const lastLine = text.slice(Math.max(newline + 1, block.start), block.end);
  return lastLine.includes('^') ? BLOCK_ID.exec(lastLine)?.[1] : undefined;
}
