/** Likeness of whole names: how much of what two of them say, weighed by rarity, is said by both. */
import { bySize, type Group, groupOf } from './gather';
import type { Lexicon } from './lexicon';
import { Marks } from './Marks';
import { countOf, type NameStore } from './NameStore';
import type { Postings } from './Postings';
import { piecesOf } from './pieces';
import { worthOf } from './query';

export interface Likeness {
  /** Tokens to gather notes from, the group with the fewest notes first. */
  readonly groups: readonly Group[];
  /** The worth of the words that the note shares with the text: cheap, favours long names. */
  readonly shared: (note: number) => number;
  /** 0..1, 1 for the same words. */
  readonly likeness: (note: number) => number;
  /** To be cleared when all is asked. */
  readonly marks: Marks;
}

export function readText(
  text: string,
  postings: Postings,
  lexicon: Lexicon,
  names: NameStore,
  notes: number,
): Likeness {
  const words = Array.from(new Set(piecesOf(text).pieces));
  const marks = new Marks(postings.marks);
  const groups: Group[] = [];
  const worth = words.map((word, index) => {
    const token = lexicon.get(word);
    // A word of no other name may be a misspelling or another number of one that is.
    const matches = token === undefined ? lexicon.misspelt(word) : [{ token, weight: 1 }];
    const whole = matches.filter(match => match.weight > 0.5);
    marks.set(whole, index, 1);
    const tokens = whole.map(match => match.token);
    if (tokens.length > 0) groups.push(groupOf(postings, tokens, 0));
    return worthOf(token === undefined ? 0 : postings.size(token), notes);
  });
  const total = worth.reduce((sum, value) => sum + value, 0);
  const weights = new Float64Array(words.length);

  const sharedBy = (tokens: Iterable<number>): number => {
    weights.fill(0);
    for (const token of tokens) {
      const fits = marks.of(token);
      for (let at = 0; at < fits.length; at += 2) {
        const word = fits[at] ?? 0;
        weights[word] = Math.max(weights[word] ?? 0, fits[at + 1] ?? 0);
      }
    }
    return worth.reduce((sum, value, word) => sum + value * (weights[word] ?? 0), 0);
  };
  const said = (tokens: ReadonlySet<number>): number => {
    let sum = 0;
    for (const token of tokens) sum += worthOf(postings.size(token), notes);
    return sum;
  };
  const best = (note: number, rating: (tokens: ReadonlySet<number>) => number): number => {
    let most = 0;
    for (const name of namesOf(names, note)) most = Math.max(most, rating(name));
    return most;
  };
  return {
    groups: groups.sort(bySize),
    shared: note => best(note, sharedBy),
    likeness: note =>
      best(note, tokens => Math.min(1, (2 * sharedBy(tokens)) / (total + said(tokens)))),
    marks,
  };
}

/** Each name's tokens, each once. */
function namesOf(names: NameStore, note: number): Set<number>[] {
  const { memory } = names;
  const found: Set<number>[] = [];
  for (let head = names.first(note), end = names.end(note); head < end; ) {
    const to = head + 1 + countOf(memory[head]);
    found.push(new Set(Array.from(memory.subarray(head + 1, to), token => token >> 1)));
    head = to;
  }
  return found;
}
