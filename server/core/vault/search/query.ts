/** A typed query made ready: its words, what each is worth, and where their tokens are listed. */
import { bySize, type Group, groupOf } from './gather';
import { isSoughtInside, type Lexicon, type Match } from './lexicon';
import { Marks } from './Marks';
import { Phrase } from './Phrase';
import type { Postings } from './Postings';
import { piecesOf } from './pieces';

/** Sets of words are kept in the bits of one number. */
const MOST_WORDS = 30;
const MOST_TELLING = 6;

export interface Query {
  readonly phrase: Phrase;
  readonly words: readonly string[];
  /** By word: how much it tells. A word that matches nothing tells much, and so lowers every score alike. */
  readonly worth: readonly number[];
  /** Words that at least one token matches, as bits. */
  readonly live: number;
  /** Tokens to gather notes from, the group with the fewest notes first. */
  readonly groups: readonly Group[];
  /** Where all notes are that have all the words, slips apart; `null` where there are none. */
  readonly narrowest: Group | null;
  readonly marks: Marks;
}

interface Found {
  readonly tokens: readonly number[];
  readonly index: number;
}

/** How much a word says that this many of all the notes hold. */
export function worthOf(holders: number, notes: number): number {
  return Math.log(1 + notes / Math.max(1, holders));
}

/**
 * Reads the query and leaves its marks on the tokens it matches, to be cleared when it is answered. `slips`: words that
 * one slip turns into its own match as well.
 */
export function readQuery(
  text: string,
  postings: Postings,
  lexicon: Lexicon,
  notes: number,
  slips = true,
): Query {
  const read = piecesOf(text);
  const words = Array.from(new Set(read.pieces)).slice(0, MOST_WORDS);
  const marks = new Marks(postings.marks);
  const worth: number[] = [];
  const near: Found[] = [];
  const misspelt: Found[] = [];
  const letter: Found[] = [];
  const inside: Found[] = [];
  let live = 0;
  const sizeOf = (tokens: readonly number[]) =>
    tokens.reduce((sum, token) => sum + postings.size(token), 0);
  words.forEach((word, index) => {
    const hits = lexicon.near(word, index === 0);
    const typos = slips ? lexicon.misspelt(word) : [];
    const known = hits[0]?.weight === 1;
    marks.set(hits, index, 1);
    // A word that exists as typed is hardly a typo.
    marks.set(typos, index, known ? 0.5 : 1);
    const whole = hits.filter(hit => hit.weight >= 0.8).map(hit => hit.token);
    const main = tokensOf(hits.length > 0 ? hits : typos);
    worth.push(worthOf(sizeOf(whole.length > 0 ? whole : main), notes));
    if (main.length > 0) live |= 1 << index;
    // A lone first letter is as likely the end of a word cut off: it chooses candidates last.
    if (index === 0 && word.length === 1) letter.push({ tokens: main, index });
    else if (main.length > 0) near.push({ tokens: main, index });
    if (isSoughtInside(word, index === 0)) inside.push({ tokens: tokensOf(hits), index });
    if (hits.length > 0 && typos.length > 0) misspelt.push({ tokens: tokensOf(typos), index });
  });
  const total = worth.reduce((sum, value) => sum + value, 0);
  const grouped = (found: readonly Found[]) =>
    found
      .map(({ tokens, index }) => groupOf(postings, tokens, (worth[index] ?? 0) / total))
      .sort(bySize);
  const groups = [near, misspelt, letter].flatMap(grouped);
  // A shorter word may stand in the middle of others, where it is not found.
  const narrowest = grouped(inside)[0] ?? groups[0] ?? null;
  return { phrase: new Phrase(read, postings), words, worth, live, groups, narrowest, marks };
}

/** The few live words worth most: comparing a pasted sentence word by word would cost more than it tells. */
export function tellingWords({ words, worth, live }: Query): string[] {
  const places = words.map((_, index) => index).filter(index => (live & (1 << index)) !== 0);
  places.sort((a, b) => (worth[b] ?? 0) - (worth[a] ?? 0));
  return places.slice(0, MOST_TELLING).map(index => words[index] ?? '');
}

function tokensOf(matches: readonly Match[]): number[] {
  return matches.map(match => match.token);
}
