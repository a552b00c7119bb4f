/** The order in rows of what only leads to one note: its ways stand among the boxes that they pass, not all on one side. */
import type { Item } from './compact';

/** A note that has one edge, or a part of its way. */
export interface Strand {
  /** Where it leads to. */
  readonly hub: Item;
  /** What it comes from, in the row before; `null` for the note itself. */
  readonly from: Item | null;
}

/** Reorders what stands side by side and leads to the same place, which makes no crossings; rows come from the ends of ways. */
export function fanOut(rows: readonly Item[][], strands: ReadonlyMap<Item, Strand>): void {
  let before = new Map<Item, number>();
  for (const row of rows) {
    for (let start = 0; start < row.length; ) {
      const hub = hubOf(row[start]);
      let end = start + 1;
      while (hub !== null && end < row.length && hubOf(row[end]) === hub) end++;
      if (end - start > 1) row.splice(start, end - start, ...mixed(row.slice(start, end)));
      start = end;
    }
    before = new Map(row.map((item, at) => [item, at]));
  }

  function hubOf(item: Item | undefined): Item | null {
    return (item === undefined ? undefined : strands.get(item)?.hub) ?? null;
  }

  function mixed(run: readonly Item[]): Item[] {
    const placeOf = (item: Item) => {
      const from = strands.get(item)?.from;
      return from == null ? 0 : (before.get(from) ?? 0);
    };
    const boxes = run.filter(item => strands.get(item)?.from === null);
    const ways = run.filter(item => !boxes.includes(item)).sort((a, b) => placeOf(a) - placeOf(b));
    const slots = Array.from({ length: boxes.length + 1 }, (): Item[] => []);
    for (const [at, way] of ways.entries())
      slots[Math.floor(((at + 0.5) * slots.length) / ways.length)]?.push(way);
    return slots.flatMap((slot, at) => [...slot, ...boxes.slice(at, at + 1)]);
  }
}
