/** Says whether a typed word is a name's word, or its beginning, with exactly one slip of the finger. */
export type Typo = 'word' | 'beginning' | null;

/** One letter too many, too few, wrong, or two swapped. A slip in the last letter of a beginning is no match. */
export function typoOf(typed: string, word: string): Typo {
  let at = 0;
  while (at < typed.length && typed.charCodeAt(at) === word.charCodeAt(at)) at++;
  if (at === typed.length) return null;
  let beginning = false;
  for (const [skipTyped, skipWord] of SLIPS) {
    if (skipTyped === 2 && (typed[at] !== word[at + 1] || typed[at + 1] !== word[at])) continue;
    if (at + skipTyped > typed.length || at + skipWord > word.length) continue;
    const rest = typed.length - at - skipTyped;
    if (!goesOn(typed, at + skipTyped, word, at + skipWord)) continue;
    if (at + skipWord + rest === word.length) return 'word';
    beginning ||= skipTyped === 2 || rest > 0;
  }
  return beginning ? 'beginning' : null;
}

/** Whether `word` goes on from its place as `typed` does to its end from its own. Copies nothing: very many are asked. */
function goesOn(typed: string, from: number, word: string, at: number): boolean {
  if (typed.length - from > word.length - at) return false;
  for (let each = from; each < typed.length; each++)
    if (typed.charCodeAt(each) !== word.charCodeAt(at + each - from)) return false;
  return true;
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
