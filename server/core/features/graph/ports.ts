/** Where edges meet the boxes that stand in rows: side by side, in the order in which they go on. */
import type { GraphEdge } from './form';
import { type Point, type Routes, routeKey } from './routes';
import { BOX } from './sizes';
import { isAlong, portTowards } from './ways';

/** How far from the middle of a box an edge starts and ends. */
export interface Ports {
  readonly from: number;
  readonly to: number;
}

interface End {
  readonly edge: GraphEdge;
  readonly side: keyof Ports;
  /** Where it would be if it were alone. */
  readonly wanted: number;
  readonly next: Point;
}

/** How far they stand apart where there is room. */
const APART = 15;
/** As far from the middle as they go. */
const REACH = BOX.width / 2 - 24;

/** Nothing of edges along a row. */
export function portsOf(
  edges: readonly GraphEdge[],
  at: (path: string) => Point,
  routes: Routes,
): ReadonlyMap<GraphEdge, Ports> {
  const ends = new Map<string, End[]>();
  const add = (path: string, end: End) => {
    const side = `${end.next.y < at(path).y ? 'top' : 'bottom'} ${path}`;
    ends.set(side, [...(ends.get(side) ?? []), end]);
  };
  for (const edge of edges) {
    const [from, to] = [at(edge.from), at(edge.to)];
    const route = routes.get(routeKey(edge.from, edge.to)) ?? [];
    if (isAlong({ from, to, size: BOX, route })) continue;
    const along = from.y < to.y ? route.toReversed() : route;
    const [first, last] = [along[0] ?? to, along.at(-1) ?? from];
    add(edge.from, { edge, side: 'from', wanted: portTowards(from, first, BOX), next: first });
    add(edge.to, { edge, side: 'to', wanted: portTowards(to, last, BOX), next: last });
  }
  const ports = new Map<GraphEdge, { from: number; to: number }>();
  for (const side of ends.values()) {
    side.sort((a, b) => a.next.x - b.next.x);
    const apart = Math.min(APART, (2 * REACH) / Math.max(1, side.length - 1));
    const half = ((side.length - 1) * apart) / 2;
    const mean = side.reduce((sum, { wanted }) => sum + wanted, 0) / side.length;
    const middle = Math.min(Math.max(mean, half - REACH), REACH - half);
    for (const [index, { edge, side: end }] of side.entries()) {
      const both = ports.get(edge) ?? { from: 0, to: 0 };
      both[end] = middle - half + index * apart;
      ports.set(edge, both);
    }
  }
  return ports;
}
