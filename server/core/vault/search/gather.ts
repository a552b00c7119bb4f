/** Walks the notes that may answer a query, from rare words to common ones, within a budget. */
import type { NameStore } from './NameStore';
import type { Postings } from './Postings';

export interface Group {
  readonly lists: readonly number[];
  readonly size: number;
  /** The share of the query's worth that its word carries. */
  readonly share: number;
}

/** What one query may cost: commoner words are read in part, so no keystroke scans the vault. */
export const LOOKS = 6_000;
/** Notes passed on the way, most of them looked at before. */
const STEPS = 20_000;
/** The same where only some kinds are wanted: to pass one of another kind costs next to nothing. */
const STEPS_OF_KINDS = 100_000;
/** Small groups are read even when the answer seems found: all of them together cost at most this much. */
const EXTRA = 3_000;

/** Whether a kind, by its list, is wanted; `null` where all are. */
export type WantedKinds = Uint8Array | null;

export function groupOf(postings: Postings, lists: readonly number[], share: number): Group {
  return { lists, size: lists.reduce((sum, list) => sum + postings.size(list), 0), share };
}

export function bySize(a: Group, b: Group): number {
  return a.size - b.size;
}

/**
 * Shows `look` each note once, of the wanted kinds where some are; `left`, given the share of the worth already covered,
 * tells at how many notes of a large group it is worth looking.
 */
export function gather(
  postings: Postings,
  names: NameStore,
  groups: readonly Group[],
  look: (note: number) => void,
  left: (covered: number) => number,
  wanted: WantedKinds = null,
): void {
  const stamp = postings.nextStamp();
  const { memory, stamps } = postings;
  let looks = LOOKS;
  let steps = wanted === null ? STEPS : STEPS_OF_KINDS;
  let covered = 0;
  const extra = EXTRA / groups.length;
  for (const { lists, size, share } of groups) {
    let worthwhile = size > extra ? left(covered) : size;
    if (worthwhile === 0) continue;
    group: for (const list of lists) {
      for (let at = postings.start(list), end = postings.end(list); at < end; at++) {
        if (steps-- === 0) return;
        const note = memory[at] ?? 0;
        // Those looked at, and the dead, whose stamp is more than any.
        if ((stamps[note] ?? 0) >= stamp) continue;
        if (wanted !== null && wanted[names.kind(note)] === 0) continue;
        if (worthwhile-- <= 0) break group;
        if (looks-- === 0) return;
        stamps[note] = stamp;
        look(note);
      }
    }
    covered += share;
  }
}
