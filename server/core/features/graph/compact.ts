/**
 * Places in rows whose order is given: everything as near as it can be to what it is joined with, on a sheet that is
 * hardly wider than the longest row, as rows would drift apart sideways.
 */

/** A box in a row, or the place where an edge goes through it. */
export interface Item {
  /** With the room that it needs on both sides. */
  readonly width: number;
  readonly joined: { readonly item: Item; readonly weight: number }[];
  /** Its middle. */
  x: number;
}

const SWEEPS = 40;

/** How much wider than its longest row all of it may become, so that edges can go straighter. */
const SLACK = 1.1;

/** Moves the items of each row, which stand from the left to the right, and do not touch. */
export function compact(rows: readonly (readonly Item[])[]): void {
  const width = SLACK * Math.max(...rows.map(lengthOf));
  const xs = rows.flat().map(({ x }) => x);
  const left = (Math.min(...xs) + Math.max(...xs) - width) / 2;
  for (let sweep = 0; sweep < SWEEPS; sweep++)
    for (const row of sweep % 2 === 0 ? rows : rows.toReversed()) settle(row, left, width);
}

function lengthOf(row: readonly Item[]): number {
  return row.reduce((sum, { width }) => sum + width, 0);
}

/** What stands side by side without room between, and moves as one. */
interface Block {
  readonly end: number;
  readonly weight: number;
  /** Sum of the places that its items want, each by its weight. */
  readonly sum: number;
}

/**
 * The nearest places to those that are wanted, by squares: an isotonic regression, as pools of adjacent violators.
 * On a sheet of this width, it is the same with what lies beyond brought to its border.
 */
function settle(row: readonly Item[], left: number, width: number): void {
  const offsets: number[] = [];
  const blocks: Block[] = [];
  for (const [at, item] of row.entries()) {
    const before = row[at - 1];
    const apart = before === undefined ? 0 : (before.width + item.width) / 2;
    offsets.push((offsets[at - 1] ?? 0) + apart);
    const weight = item.joined.reduce((sum, each) => sum + each.weight, 0);
    const wanted = item.joined.reduce((sum, each) => sum + each.weight * each.item.x, 0);
    const offset = offsets[at] ?? 0;
    let block: Block =
      weight === 0
        ? { end: at, weight: 0.1, sum: 0.1 * (item.x - offset) }
        : { end: at, weight, sum: wanted - weight * offset };
    for (;;) {
      const last = blocks.at(-1);
      if (last === undefined || last.sum / last.weight <= block.sum / block.weight) break;
      blocks.pop();
      block = { end: at, weight: last.weight + block.weight, sum: last.sum + block.sum };
    }
    blocks.push(block);
  }
  const first = left + (row[0]?.width ?? 0) / 2;
  const last = first + width - lengthOf(row);
  let at = 0;
  for (const { end, sum, weight } of blocks) {
    const start = Math.min(Math.max(sum / weight, first), last);
    for (; at <= end; at++) {
      const item = row[at];
      if (item !== undefined) item.x = start + (offsets[at] ?? 0);
    }
  }
}
