/** A typed query made ready: its words, what each is worth, and where their tokens are listed. */
import type { Entry, Token } from './entry';
import { bySize, type Group, groupOf } from './gather';
import type { Lexicon, Match } from './lexicon';
import { piecesOf } from './pieces';

/** Sets of words are kept in the bits of one number. */
const MOST_WORDS = 30;
const MOST_TELLING = 6;

export interface Query {
  readonly plain: string;
  readonly words: readonly string[];
  /** By word: how much it tells. A word that matches nothing tells much, and so lowers every score alike. */
  readonly worth: readonly number[];
  /** Words that at least one token matches, as bits. */
  readonly live: number;
  /** Tokens to gather entries from, the group with the fewest entries first. */
  readonly groups: readonly Group[];
}

interface Found {
  readonly tokens: readonly Token[];
  readonly index: number;
}

/** How much a word says that this many of all the entries hold. */
export function worthOf(holders: number, entries: number): number {
  return Math.log(1 + entries / Math.max(1, holders));
}

/** Reads the query and leaves its marks on the tokens it matches, under the number `stamp`. */
export function readQuery(
  text: string,
  lexicon: Lexicon<Entry>,
  entries: number,
  stamp: number,
): Query {
  const { plain, pieces } = piecesOf(text);
  const words = Array.from(new Set(pieces)).slice(0, MOST_WORDS);
  const worth: number[] = [];
  const near: Found[] = [];
  const misspelt: Found[] = [];
  const letter: Found[] = [];
  let live = 0;
  words.forEach((word, index) => {
    const hits = lexicon.near(word, index === 0);
    const typos = lexicon.misspelt(word);
    const known = hits[0]?.weight === 1;
    mark(hits, index, 1, stamp);
    // A word that exists as typed is hardly a typo.
    mark(typos, index, known ? 0.5 : 1, stamp);
    const whole = hits.filter(hit => hit.weight >= 0.8).map(hit => hit.token);
    const main = tokensOf(hits.length > 0 ? hits : typos);
    worth.push(worthOf(sizeOf(whole.length > 0 ? whole : main), entries));
    if (main.length > 0) live |= 1 << index;
    // A lone first letter is as likely the end of a word cut off: it chooses candidates last.
    if (index === 0 && word.length === 1) letter.push({ tokens: main, index });
    else if (main.length > 0) near.push({ tokens: main, index });
    if (hits.length > 0 && typos.length > 0) misspelt.push({ tokens: tokensOf(typos), index });
  });
  const total = worth.reduce((sum, value) => sum + value, 0);
  const grouped = (found: readonly Found[]) =>
    found.map(({ tokens, index }) => groupOf(tokens, (worth[index] ?? 0) / total)).sort(bySize);
  const groups = [near, misspelt, letter].flatMap(grouped);
  return { plain, words, worth, live, groups };
}

/** The few live words worth most: comparing a pasted sentence word by word would cost more than it tells. */
export function tellingWords({ words, worth, live }: Query): string[] {
  const places = words.map((_, index) => index).filter(index => (live & (1 << index)) !== 0);
  places.sort((a, b) => (worth[b] ?? 0) - (worth[a] ?? 0));
  return places.slice(0, MOST_TELLING).map(index => words[index] ?? '');
}

/** Notes on each token which query word it matches, and how well. */
export function mark(
  matches: readonly Match<Entry>[],
  index: number,
  factor: number,
  stamp: number,
): void {
  for (const { token, weight } of matches) {
    if (token.stamp !== stamp) {
      token.stamp = stamp;
      token.marks.length = 0;
    }
    token.marks.push(index, weight * factor);
  }
}

function tokensOf(matches: readonly Match<Entry>[]): Token[] {
  return matches.map(match => match.token);
}

function sizeOf(tokens: readonly Token[]): number {
  return tokens.reduce((sum, token) => sum + token.entries.size, 0);
}
