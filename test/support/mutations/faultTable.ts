/** Counts trials by kind of fault and sets them out as a table. */
import type { Trial } from './tryFault';

export interface Tally {
  tried: number;
  reported: number;
  /** Of which a safe fix was due or offered. */
  fixable: number;
  fixed: number;
}

export function noTally(): Tally {
  return { tried: 0, reported: 0, fixable: 0, fixed: 0 };
}

export function count(tally: Tally, { reported, fixed }: Pick<Trial, 'reported' | 'fixed'>): void {
  tally.tried++;
  if (reported) tally.reported++;
  if (fixed !== null) tally.fixable++;
  if (fixed === true) tally.fixed++;
}

/** The lesser of what is reported and what is mended, of one kind or several. */
export function share(tallies: Iterable<Tally>): number {
  const sum = noTally();
  for (const each of tallies)
    for (const key of ['tried', 'reported', 'fixable', 'fixed'] as const) sum[key] += each[key];
  const fixed = sum.fixable === 0 ? 1 : sum.fixed / sum.fixable;
  return Math.min(sum.reported / sum.tried, fixed);
}

export function faultTable(tallies: ReadonlyMap<string, Tally>): string {
  const line = (name: string, cells: readonly (string | number)[]) =>
    name.padEnd(42) + cells.map(cell => String(cell).padStart(9)).join('');
  const rows = [...tallies].map(([name, each]) => {
    const { tried, reported, fixable, fixed } = each;
    const poor = tried > 0 && share([each]) < 1 ? '  <' : '';
    return line(name, [tried, reported, fixable, fixed]) + poor;
  });
  return [line('kind', ['tried', 'reported', 'fixable', 'fixed']), ...rows].join('\n');
}
