/** Makes room for embeds in the blocks of a note, and makes its blocks with an id places that links can lead to. */
import type { StateCore, Token } from 'markdown-it';
import { embedToken } from './embeds';
import { shownIn } from './shown';

const BLOCK_ID = /(?:^|[ \t])\^([A-Za-z0-9-]+)$/u;

export function placeBlocks({ env, tokens }: StateCore): void {
  const shown = shownIn(env);
  if (shown === null) return;
  for (const [at, { type, children }] of tokens.entries()) {
    if (type !== 'inline' || children === null) continue;
    const [open, close] = [tokens[at - 1], tokens[at + 1]];
    if (open?.type !== 'paragraph_open') continue;
    // A paragraph holds no blocks: a browser would end it before the first.
    if (close && children.some(child => child.type === embedToken)) {
      open.tag = close.tag = 'div';
      open.attrJoin('class', 'claimwright-block');
    }
    const id = takeBlockId(children.at(-1));
    const item = open.hidden ? tokens[at - 2] : open;
    if (id !== null && !shown.embedded) item?.attrSet('id', encodeURIComponent(`^${id}`));
  }
}

/** The id, which is taken off the text. */
function takeBlockId(last: Token | undefined): string | null {
  const id = last?.type === 'text' ? BLOCK_ID.exec(last.content) : null;
  if (!last || id === null) return null;
  last.content = last.content.slice(0, id.index);
  return id[1] ?? null;
}
