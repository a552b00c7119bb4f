/** Says whether a typed word is a name's word, or its beginning, with exactly one slip of the finger. */
export type Typo = 'word' | 'beginning' | null;

/** One letter too many, too few, wrong, or two swapped. A slip in the last letter of a beginning is no match. */
export function typoOf(typed: string, word: string): Typo {
  let at = 0;
  while (at < typed.length && typed[at] === word[at]) at++;
  if (at === typed.length) return null;
  let beginning = false;
  for (const [skipTyped, skipWord] of SLIPS) {
    if (skipTyped === 2 && (typed[at] !== word[at + 1] || typed[at + 1] !== word[at])) continue;
    if (at + skipTyped > typed.length || at + skipWord > word.length) continue;
    const rest = typed.slice(at + skipTyped);
    if (!word.startsWith(rest, at + skipWord)) continue;
    if (at + skipWord + rest.length === word.length) return 'word';
    beginning ||= skipTyped === 2 || rest !== '';
  }
  return beginning ? 'beginning' : null;
}

/** How many letters each slip skips in what was typed and in the word meant. */
const SLIPS = [
  [1, 1],
  [1, 0],
  [0, 1],
  [2, 2],
] as const;

/** The word with each pair of neighbours swapped: the slip that can leave neither half of a short word intact. */
export function swaps(word: string): string[] {
  const swapped: string[] = [];
  for (let at = 0; at + 1 < word.length; at++) {
    if (word[at] === word[at + 1]) continue;
    swapped.push(`${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`);
  }
  return swapped;
}
