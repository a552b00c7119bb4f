/** A claim's title as the index holds it, and how much of it another one says. */
import type { Bag, Mortal } from '../search/bag';
import { differ } from './differ';
import type { Saying } from './saying';

/** A word of titles in its plain form, or a whole description. */
export interface Token {
  readonly text: string;
  readonly entries: Bag<Entry>;
  /** Scratch of the query numbered `stamp`: the place of the word in it. */
  stamp: number;
  place: number;
}

/** What is looked for: a saying with the words as the index has them, `undefined` for one that it has not. */
export interface Query extends Omit<Saying, 'stems'> {
  readonly tokens: readonly (Token | undefined)[];
}

export interface Title extends Query {
  readonly tokens: readonly Token[];
}

export interface Entry extends Mortal {
  readonly id: string;
  titles: readonly Title[];
  description: Token | null;
  /** Scratch of the query numbered `stamp`: how many of its words it has. */
  stamp: number;
  shared: number;
}

/** From this score on two titles may say the same; found by reading the likest pairs of a real vault. */
const BAR = 0.6;
/** What the statements alone count, where what is said about them differs. */
const STATEMENT = 0.95;
/** So many words have to be shared, lest short titles about the same thing are taken for the same. */
const FEWEST_SHARED = 4;
/** Of fewer words two titles are a topic, even where the words are the same. */
const FEWEST_SAME = 3;
/** From here on the words that only one of them has decide whether they say the same at all. */
const NEARLY_THE_SAME = 0.75;

/**
 * 0..1, 1 for the same words, and 0 below the bar or where the titles contradict each other. Depends on nothing but the
 * two, and is the same both ways. The words of the query bear its `stamp`.
 */
export function likeness(query: Query, stamp: number, title: Title): number {
  let [all, inOne, inOther, inBoth] = [0, 0, 0, 0];
  for (const [at, token] of title.tokens.entries()) {
    if (token.stamp !== stamp) continue;
    const [states, stated] = [token.place < query.statement, at < title.statement];
    all++;
    if (states) inOne++;
    if (stated) inOther++;
    if (states && stated) inBoth++;
  }
  const whole = dice(all, query.tokens.length, title.tokens.length);
  const statements = Math.max(
    dice(inOne, query.statement, title.tokens.length),
    dice(inOther, query.tokens.length, title.statement),
    dice(inBoth, query.statement, title.statement),
  );
  const score = Math.max(whole, STATEMENT * statements);
  return score < BAR || differ(query, title, whole >= NEARLY_THE_SAME) ? 0 : score;
}

/** Of the words of a title: no other one that shares fewer is like it enough. */
export function fewestShared({ tokens, statement }: Query): number {
  // Of n words s are shared with a title of s words or more: 2s / (n + s) has to reach the bar.
  const share = BAR / (2 - BAR);
  return Math.min(tokens.length, Math.max(FEWEST_SHARED, Math.ceil(share * statement)));
}

function dice(shared: number, a: number, b: number): number {
  const same = shared === a && shared === b && shared >= FEWEST_SAME;
  return same || shared >= FEWEST_SHARED ? (2 * shared) / (a + b) : 0;
}
