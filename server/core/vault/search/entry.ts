/** What the index holds of one note: each of its names as a phrase and as tokens. */
import type { Mortal } from './bag';
import type { Token as TokenOf } from './lexicon';

export type Token = TokenOf<Entry>;

export interface Name {
  readonly plain: string;
  readonly tokens: readonly Token[];
  /** Whether it is the file name rather than a title, an alias or a heading. */
  readonly own: boolean;
}

export interface Entry extends Mortal {
  readonly id: string;
  /** What it says to be; a query may be for some kinds only. */
  readonly kind: string;
  /** Emptied on death, lest lists not yet swept keep the words in memory. */
  names: readonly Name[];
  /** The last query that looked at it. */
  stamp: number;
}

/** A name's first letters: names that begin with the query are found by them, however common their words. */
export const OPENING = 8;

export function openingsOf(names: readonly Name[]): Set<string> {
  return new Set(names.map(name => name.plain.slice(0, OPENING)));
}
