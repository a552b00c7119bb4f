/** Which of some names are most like one that is none of them, by letters and by words. */
import { wordsOf } from '../../vault/names';

/** Below it two names have little to do with each other. */
const LIKE = 0.45;
/** More are not compared: a note may hold a hundred thousand links that ask for it. */
export const MOST_NAMES = 200;

/** At most three, best first. */
export function closest(written: string, names: Iterable<string>): string[] {
  const pairs = pairsOf(written);
  const rated: { name: string; score: number }[] = [];
  for (const name of names) {
    if (rated.length === MOST_NAMES) break;
    rated.push({ name, score: shared(pairs, pairsOf(name)) });
  }
  const least = rated.reduce((most, { score }) => Math.max(most, score), 0) * 0.75;
  return rated
    .filter(({ score }) => score >= LIKE && score >= least)
    .sort((a, b) => b.score - a.score)
    .slice(0, 3)
    .map(({ name }) => name);
}

/** How alike two names are, 0..1, whatever the order of their words. */
export function likeness(a: string, b: string): number {
  return shared(pairsOf(a), pairsOf(b));
}

/** Neighbouring letters of each word, its ends included, each pair with how often it stands there. */
function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (const word of wordsOf(text.slice(0, 300))) {
    const framed = ` ${word} `;
    for (let at = 0; at + 1 < framed.length; at++) {
      const pair = framed.slice(at, at + 2);
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
  }
  return pairs;
}

/** Twice what both have, by what there is (Dice). */
function shared(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let [both, all] = [0, 0];
  for (const [pair, count] of a) {
    both += Math.min(count, b.get(pair) ?? 0);
    all += count;
  }
  for (const count of b.values()) all += count;
  return all === 0 ? 0 : (2 * both) / all;
}
