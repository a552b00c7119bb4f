/** Where an arrow key leads: along an edge in its direction, else to what is nearest there. */
import type { GraphEdge, GraphPositions } from '../../../server/core/features/graph/form';

export type Direction = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

const AHEAD: Readonly<Record<Direction, readonly [x: number, y: number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

export function isDirection(key: string): key is Direction {
  return Object.hasOwn(AHEAD, key);
}

/** Where nothing is ahead it is `null`. */
export function neighbourIn(
  direction: Direction,
  focus: string,
  edges: readonly GraphEdge[],
  positions: GraphPositions,
): string | null {
  const linked = new Set<string>();
  for (const { from, to } of edges) {
    if (from === focus) linked.add(to);
    if (to === focus) linked.add(from);
  }
  linked.delete(focus);
  return (
    nearest(direction, focus, linked, positions) ??
    nearest(direction, focus, positions.keys(), positions)
  );
}

function nearest(
  direction: Direction,
  focus: string,
  paths: Iterable<string>,
  positions: GraphPositions,
): string | null {
  const start = positions.get(focus);
  if (start === undefined) return null;
  const [dx, dy] = AHEAD[direction];
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const path of paths) {
    const place = positions.get(path);
    if (place === undefined || path === focus) continue;
    const [x, y] = [place.x - start.x, place.y - start.y];
    const ahead = x * dx + y * dy;
    const aside = Math.abs(x * dy - y * dx);
    // What lies more to the side than ahead belongs to another key.
    const isAhead = dx === 0 ? ahead > 1 : ahead > 1 && aside <= ahead * 1.2;
    const cost = ahead + 2 * aside;
    if (!isAhead || cost >= least) continue;
    best = path;
    least = cost;
  }
  return best;
}
