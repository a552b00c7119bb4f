/** Likeness of whole names: how much of what two of them say, weighed by rarity, is said by both. */
import type { Entry, Name } from './entry';
import { bySize, type Group, groupOf } from './gather';
import type { Lexicon } from './lexicon';
import { piecesOf } from './pieces';
import { mark, worthOf } from './query';

export interface Likeness {
  /** Tokens to gather entries from, the group with the fewest entries first. */
  readonly groups: readonly Group[];
  /** The worth of the words that the entry shares with the text: cheap, favours long names. */
  readonly shared: (entry: Entry) => number;
  /** 0..1, 1 for the same words. */
  readonly likeness: (entry: Entry) => number;
}

export function readText(
  text: string,
  lexicon: Lexicon<Entry>,
  entries: number,
  stamp: number,
): Likeness {
  const words = Array.from(new Set(piecesOf(text).pieces));
  const groups: Group[] = [];
  const worth = words.map((word, index) => {
    const token = lexicon.get(word);
    // A word of no other name may be a misspelling or another number of one that is.
    const matches = token === undefined ? lexicon.misspelt(word) : [{ token, weight: 1 }];
    const whole = matches.filter(match => match.weight > 0.5);
    mark(whole, index, 1, stamp);
    if (whole.length > 0)
      groups.push(
        groupOf(
          whole.map(match => match.token),
          0,
        ),
      );
    return worthOf(token?.entries.size ?? 0, entries);
  });
  const total = worth.reduce((sum, value) => sum + value, 0);
  const weights = new Float64Array(words.length);

  const sharedBy = (name: Name): number => {
    weights.fill(0);
    for (const token of name.tokens) {
      if (token.stamp !== stamp) continue;
      for (let at = 0; at < token.marks.length; at += 2) {
        const word = token.marks[at] ?? 0;
        weights[word] = Math.max(weights[word] ?? 0, token.marks[at + 1] ?? 0);
      }
    }
    return worth.reduce((sum, value, word) => sum + value * (weights[word] ?? 0), 0);
  };
  const said = (name: Name): number => {
    let sum = 0;
    for (const token of new Set(name.tokens)) sum += worthOf(token.entries.size, entries);
    return sum;
  };
  return {
    groups: groups.sort(bySize),
    shared: entry => best(entry, sharedBy),
    likeness: entry =>
      best(entry, name => Math.min(1, (2 * sharedBy(name)) / (total + said(name)))),
  };
}

function best(entry: Entry, rating: (name: Name) => number): number {
  return entry.names.reduce((most, name) => Math.max(most, rating(name)), 0);
}
