/** The last word on the order: fuse.js compares the query with the few names that the index brought up. */
import Fuse, { type IFuseOptions } from 'fuse.js';
import { byScore, type Rated } from './top';

/** Names are folded already, and a word may stand anywhere in a long sentence. */
const OPTIONS: IFuseOptions<string> = {
  useExtendedSearch: true,
  includeScore: true,
  shouldSort: false,
  isCaseSensitive: true,
  ignoreLocation: true,
  ignoreFieldNorm: true,
  threshold: 0.35,
};
/** How far fuse.js can push a candidate down; a name it refuses counts as this far off. */
const SAY = 0.3;
const REFUSED = 0.7;

/** `plains` are the candidates' names. Words are letters and digits: none is ever read as an operator. */
export function rerank(
  candidates: readonly Rated[],
  plains: readonly string[],
  words: readonly string[],
): Rated[] {
  const pattern = words.map(word => (word.length < 4 ? `'${word}` : word)).join(' ');
  const distance = candidates.map(() => REFUSED);
  const fuse = new Fuse(plains, OPTIONS);
  for (const { refIndex, score } of fuse.search(pattern)) distance[refIndex] = score ?? 0;
  const ranked = candidates.map(({ id, score }, index) => ({
    id,
    score: score * (1 - SAY * (distance[index] ?? REFUSED)),
  }));
  return ranked.sort(byScore);
}
