/** Walks the entries that may answer a query, from rare words to common ones, within a budget. */
import type { Bag } from './bag';
import type { Entry, Token } from './entry';

export interface Group {
  readonly lists: readonly Bag<Entry>[];
  readonly size: number;
  /** The share of the query's worth that its word carries. */
  readonly share: number;
}

/** What one query may cost: commoner words are read in part, so no keystroke scans the vault. */
export const LOOKS = 6_000;
/** Entries passed on the way, most of them looked at before. */
const STEPS = 20_000;
/** The same where only some kinds are wanted: to pass one of another kind costs next to nothing. */
const STEPS_OF_KINDS = 100_000;
/** Small groups are read even when the answer seems found: all of them together cost at most this much. */
const EXTRA = 3_000;

/** Asked of each entry that is passed, so it has to be quick. */
export type IsWanted = (kind: string) => boolean;

export function groupOf(tokens: readonly Token[], share: number): Group {
  const lists = tokens.map(token => token.entries);
  return { lists, size: lists.reduce((sum, list) => sum + list.size, 0), share };
}

export function bySize(a: Group, b: Group): number {
  return a.size - b.size;
}

/**
 * Shows `look` each entry once, of the wanted kinds where some are; `enough`, given the share of the worth already
 * covered, passes over large groups.
 */
export function gather(
  groups: readonly Group[],
  stamp: number,
  look: (entry: Entry) => void,
  enough: (covered: number) => boolean,
  wanted?: IsWanted,
): void {
  let looks = LOOKS;
  let steps = wanted === undefined ? STEPS : STEPS_OF_KINDS;
  let covered = 0;
  const extra = EXTRA / groups.length;
  for (const { lists, size, share } of groups) {
    if (size > extra && enough(covered)) continue;
    for (const list of lists) {
      for (const entry of list.items) {
        if (steps-- === 0) return;
        if (!entry.alive || entry.stamp === stamp || wanted?.(entry.kind) === false) continue;
        if (looks-- === 0) return;
        entry.stamp = stamp;
        look(entry);
      }
    }
    covered += share;
  }
}
