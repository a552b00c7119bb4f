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

/** Candidates that fuse.js gets to see, where they lack a word: what comes after them is counted as refused. */
const COMPARED = 20;
/** Shorter words have to stand in a name as they are. */
const SHORTEST_FUZZY = 4;

/** `plains` are the names of the candidates, which are in order of their scores. */
export function rerank(
  candidates: readonly Rated[],
  plains: readonly string[],
  words: readonly string[],
): Rated[] {
  const distance = distances(plains, words);
  const ranked = candidates.map(({ id, score }, index) => ({
    id,
    score: score * (1 - SAY * (distance[index] ?? REFUSED)),
  }));
  return ranked.sort(byScore);
}

/**
 * What fuse.js says of each name: how far the words are from what it has, on the average. Of a word that stands in a
 * name as it is, fuse.js says zero, so it is asked only of those that a name lacks: that costs the most by far.
 */
function distances(plains: readonly string[], words: readonly string[]): number[] {
  const distance = plains.map(() => 0);
  for (const [lacking, places] of lackedBy(plains, words)) {
    const lacked = words.filter((_, index) => (lacking & (1 << index)) !== 0);
    for (const place of places) distance[place] = REFUSED;
    const compared = places.filter(place => place < COMPARED);
    if (compared.length === 0 || lacked.some(word => word.length < SHORTEST_FUZZY)) continue;
    const names = compared.map(place => plains[place] ?? '');
    // Words are letters and digits: none is ever read as an operator.
    for (const { refIndex, score = 0 } of new Fuse(names, OPTIONS).search(lacked.join(' ')))
      distance[compared[refIndex] ?? 0] = (score * lacked.length) / words.length;
  }
  return distance;
}

/** The places of names by which of the words, as bits, they do not have as they are. */
function lackedBy(plains: readonly string[], words: readonly string[]): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (const [place, plain] of plains.entries()) {
    let lacking = 0;
    for (let index = 0; index < words.length; index++)
      if (!plain.includes(words[index] ?? '')) lacking |= 1 << index;
    if (lacking === 0) continue;
    const places = groups.get(lacking);
    if (places === undefined) groups.set(lacking, [place]);
    else places.push(place);
  }
  return groups;
}
