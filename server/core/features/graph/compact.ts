/** Places in rows whose order is given: everything as near as it can be to what it is joined with. */

/** A box in a row, or the place where an edge goes through it. */
export interface Item {
  /** With the room that it needs on both sides. */
  readonly width: number;
  readonly joined: { readonly item: Item; readonly weight: number }[];
  /** Its middle. */
  x: number;
}

const SWEEPS = 40;

/** Moves the items of each row, which stand from the left to the right, and do not touch. */
export function compact(rows: readonly (readonly Item[])[]): void {
  for (let sweep = 0; sweep < SWEEPS; sweep++)
    for (const row of sweep % 2 === 0 ? rows : rows.toReversed()) settle(row);
}

/** What stands side by side without room between, and moves as one. */
interface Block {
  readonly end: number;
  readonly weight: number;
  /** Sum of the places that its items want, each by its weight. */
  readonly sum: number;
}

/** The nearest places to those that are wanted, by squares: an isotonic regression, as pools of adjacent violators. */
function settle(row: readonly Item[]): void {
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
  let at = 0;
  for (const { end, sum, weight } of blocks)
    for (; at <= end; at++) {
      const item = row[at];
      if (item !== undefined) item.x = sum / weight + (offsets[at] ?? 0);
    }
}
