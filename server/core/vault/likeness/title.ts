/** How much of one title another one says. */
import { differ } from './differ';
import type { Saying } from './saying';

/** What is looked for: a saying with its words as the lists of the claims that have them, `undefined` where none has. */
export interface Query extends Omit<Saying, 'stems'> {
  readonly tokens: readonly (number | undefined)[];
}

/** A title beside a query. */
export interface Title {
  readonly text: string;
  /** So many of its words are the statement. */
  readonly statement: number;
  /** By word of the title its place in the query; -1 where the query does not have it. */
  readonly places: readonly number[];
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
 * two, and is the same both ways.
 */
export function likeness(query: Query, title: Title): number {
  const { places } = title;
  let [all, inOne, inOther, inBoth] = [0, 0, 0, 0];
  for (let at = 0; at < places.length; at++) {
    const place = places[at] ?? -1;
    if (place < 0) continue;
    const [states, stated] = [place < query.statement, at < title.statement];
    all++;
    if (states) inOne++;
    if (stated) inOther++;
    if (states && stated) inBoth++;
  }
  const whole = dice(all, query.tokens.length, places.length);
  const statements = Math.max(
    dice(inOne, query.statement, places.length),
    dice(inOther, query.tokens.length, title.statement),
    dice(inBoth, query.statement, title.statement),
  );
  const score = Math.max(whole, STATEMENT * statements);
  return score < BAR || differ(query.text, title.text, whole >= NEARLY_THE_SAME) ? 0 : score;
}

/** Whether a title of so many words, so many of them its statement, can be like the query by `shared` words. */
export function canBeLike(query: Query, words: number, statement: number, shared: number): boolean {
  if (shared < FEWEST_SAME) return false;
  // A bit less, as these sums are rounded other than those of the score.
  const least = BAR - 1e-9;
  return (
    2 * shared >= least * (query.tokens.length + words) ||
    2 * shared * STATEMENT >= least * (query.statement + statement)
  );
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
