/** The first paragraph of a note as plain text, for previews. */
import { scanBlocks } from '../../text/blocks';

/** Longer paragraphs are cut at a word. */
const MAX_LENGTH = 400;

/** `null` where the body from `start` has no paragraph. */
export function firstParagraph(text: string, start: number): string | null {
  // What comes late is no opening, and a huge note is not scanned for it.
  const head = text.slice(0, start + 20_000);
  const block = scanBlocks(head, start).find(each => each.kind === 'text');
  if (block === undefined) return null;
  const plain = head
    .slice(block.span.start, block.span.end)
    .replace(/!?\[\[((?:[^[\]|\n]|\[(?!\[))*\|)?((?:[^[\]\n]|\[(?!\[))*)\]\]/gu, '$2')
    .replace(/!?\[([^[\]\n]*)\]\((?:[^()\n]|\([^()\n]*\))*\)/gu, '$1')
    .replace(/[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  if (plain.length <= MAX_LENGTH) return plain;
  const cut = plain.lastIndexOf(' ', MAX_LENGTH);
  return `${plain.slice(0, cut < MAX_LENGTH / 2 ? MAX_LENGTH : cut)}…`;
}
