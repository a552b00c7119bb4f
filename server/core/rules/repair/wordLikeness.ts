/** How much of what one name says another one says too, word by word and in the same order. */
import { slipsBetween } from '../../text/nearest';
import { wordsOf } from '../../vault/names';

export interface WordLikeness {
  /** 0..1: of the worth of the written words, what stands in the name in the same order. */
  readonly kept: number;
  /** 0..1: the same in any order. */
  readonly said: number;
  /** 0..1: of the worth of the name's words, what was written. */
  readonly covered: number;
  /** How many words both begin with. */
  readonly opening: number;
  /** Words that both have, the most telling first. */
  readonly shared: readonly string[];
  /** Written words that the name lacks, and words of the name that were not written. */
  readonly missing: readonly string[];
  readonly added: readonly string[];
}

/** Longer than any title: what comes behind tells no more, and comparing costs the product. */
const MOST_WORDS = 60;
/** What a word counts that is another form of the word, or misspelt. */
const FORM = 0.85;

export function nameWords(text: string): string[] {
  return wordsOf(text.slice(0, 1000)).slice(0, MOST_WORDS);
}

/** Words with a letter in them: the date in front of a source's name says little. */
export function wordCount(name: string): number {
  return nameWords(name).filter(word => /\p{L}/u.test(word)).length;
}

/** `worth` says how much a word tells; both lists are folded as `nameWords` does it. */
export function wordLikeness(
  written: readonly string[],
  name: readonly string[],
  worth: (word: string) => number,
): WordLikeness {
  const grid = written.map(word => name.map(other => likeness(word, other)));
  joined(written, name, grid);
  const best = grid.map(row => row.reduce((most, each) => Math.max(most, each), 0));
  const bestOfName = name.map((_, at) =>
    grid.reduce((most, row) => Math.max(most, row[at] ?? 0), 0),
  );
  const worths = written.map(worth);
  const nameWorths = name.map(worth);
  const total = sum(worths);
  let opening = 0;
  while (opening < written.length && (grid[opening]?.[opening] ?? 0) > 0) opening++;
  const shared = written.filter((_, at) => best[at] !== 0);
  return {
    kept: total === 0 ? 0 : inOrder(written, name, grid, worths) / total,
    said: total === 0 ? 0 : sum(worths.map((each, at) => each * (best[at] ?? 0))) / total,
    covered:
      name.length === 0
        ? 0
        : sum(nameWorths.map((each, at) => each * (bestOfName[at] ?? 0))) / sum(nameWorths),
    opening,
    shared: [...new Set(shared)].sort((a, b) => worth(b) - worth(a)),
    missing: written.filter((_, at) => best[at] === 0),
    added: name.filter((_, at) => bestOfName[at] === 0),
  };
}

/** Words written as one or apart are the same: each of the two counts for the one, and the one for each. */
function joined(
  written: readonly string[],
  name: readonly string[],
  grid: readonly number[][],
): void {
  const places = new Map(name.map((word, at) => [word, at]));
  const pairs = new Map(name.slice(1).map((word, at) => [`${name[at]}${word}`, at]));
  for (const [row, word] of written.entries()) {
    const pair = pairs.get(word);
    const line = grid[row];
    if (pair !== undefined && line !== undefined) line[pair] = line[pair + 1] = 1;
    const one = row === 0 ? undefined : places.get(`${written[row - 1]}${word}`);
    for (const each of one === undefined ? [] : [grid[row - 1], line])
      if (each !== undefined && one !== undefined) each[one] = 1;
  }
}

/** The worth of the written words in their longest run through the name; words written as one or apart are the same. */
function inOrder(
  written: readonly string[],
  name: readonly string[],
  grid: readonly (readonly number[])[],
  worths: readonly number[],
): number {
  let beforeLast: number[] = [];
  let last = new Array<number>(name.length + 1).fill(0);
  for (let row = 1; row <= written.length; row++) {
    const word = written[row - 1] ?? '';
    const worth = worths[row - 1] ?? 0;
    const current = [0];
    for (let at = 1; at <= name.length; at++) {
      const likely = worth * (grid[row - 1]?.[at - 1] ?? 0);
      let most = Math.max(last[at] ?? 0, current[at - 1] ?? 0, (last[at - 1] ?? 0) + likely);
      if (at > 1 && word === `${name[at - 2]}${name[at - 1]}`)
        most = Math.max(most, (last[at - 2] ?? 0) + worth);
      if (row > 1 && `${written[row - 2]}${word}` === name[at - 1])
        most = Math.max(most, (beforeLast[at - 1] ?? 0) + worth + (worths[row - 2] ?? 0));
      current.push(most);
    }
    beforeLast = last;
    last = current;
  }
  return last[name.length] ?? 0;
}

/** 1 for the same word, less for another form or a slip, 0 for another word. Numbers are the same or they are not. */
function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < 4 || /\d/u.test(a) || /\d/u.test(b)) return 0;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  if (start >= 4 && start >= long.length * 0.6) return FORM;
  if (short.length < 5 || long.length - short.length > 1) return 0;
  // One slip leaves one of the ends as it is, and asking costs much less than comparing.
  if (short[0] !== long[0] && short.at(-1) !== long.at(-1)) return 0;
  return slipsBetween(a, b, 1) <= 1 ? FORM : 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
