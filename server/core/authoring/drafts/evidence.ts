/** What of a source speaks for a claim: the few sentences that share the most telling words with it. */

import { tellingWords } from '../../vault/likeness/tellingWords';
import type { Passage } from './passages';

/** So many passages at most are quoted, and so many characters together. */
const MOST_PASSAGES = 3;
const MOST_CHARACTERS = 900;
const LEAST_CHARACTERS = 25;
/** A passage shares so many of the claim's words, and so much of their worth. */
const ENOUGH = { words: 2, share: 0.14 };
/** Where no passage does, the best of those that share a little. */
const LITTLE = { words: 1, share: 0.08 };
/** What words count that stand in a passage chosen before. */
const AGAIN = 0.25;

/** In the order of the text. `said` is the claim, `beside` what is said for it. */
export function evidenceFor(passages: readonly Passage[], said: string, beside: string): Passage[] {
  const words = passages.map(({ text }) => new Set(tellingWords(text)));
  const holders = new Map<string, number>();
  for (const each of words)
    for (const word of each) holders.set(word, (holders.get(word) ?? 0) + 1);
  const rarity = (word: string) =>
    Math.log(1 + passages.length / (holders.get(word) ?? passages.length));
  const worth = new Map<string, number>();
  for (const word of tellingWords(beside)) worth.set(word, rarity(word) / 2);
  for (const word of tellingWords(said)) worth.set(word, rarity(word));
  const best = chosenPassages(passages, words, worth, ENOUGH, MOST_PASSAGES);
  return best.length > 0 ? best : chosenPassages(passages, words, worth, LITTLE, 1);
}

function chosenPassages(
  passages: readonly Passage[],
  words: readonly ReadonlySet<string>[],
  worth: ReadonlyMap<string, number>,
  least: { readonly words: number; readonly share: number },
  count: number,
): Passage[] {
  const total = [...worth.values()].reduce((sum, each) => sum + each, 0);
  const chosen = new Set<number>();
  const used = new Set<string>();
  let characters = 0;
  while (chosen.size < count) {
    let [best, most] = [-1, 0];
    for (const [index, each] of words.entries()) {
      const { length } = passages[index]?.text ?? '';
      if (chosen.has(index) || length < LEAST_CHARACTERS) continue;
      if (characters + length > MOST_CHARACTERS && chosen.size > 0) continue;
      const shared = [...each].filter(word => worth.has(word));
      if (shared.length < least.words) continue;
      const share = shared.reduce(
        (sum, word) => sum + (worth.get(word) ?? 0) * (used.has(word) ? AGAIN : 1),
        0,
      );
      // Of two that say as much the shorter one says it better.
      const score = share / total / (1 + length / 1200);
      if (share / total >= least.share && score > most) [best, most] = [index, score];
    }
    const found = passages[best];
    if (found === undefined) break;
    chosen.add(best);
    characters += found.text.length;
    for (const word of words[best] ?? []) used.add(word);
  }
  return passages.filter((_, index) => chosen.has(index));
}
