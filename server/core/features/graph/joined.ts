/** Places for notes that come to a graph in which the others have theirs already, and keep them. */
import type { Graph, GraphEdge, GraphPositions } from './form';
import type { Point } from './routes';
import { BOX, DOT, GAP, standsInRows } from './sizes';

/** So many notes aside of where it would be the nearest, before it goes to another row. */
const MOST_ASIDE = 3;

/** Each new note near one that it is joined with: evidence below it, what rests on it above, others beside. */
export function joined(
  { nodes, edges }: Pick<Graph, 'nodes' | 'edges'>,
  start: GraphPositions,
): GraphPositions {
  const size = standsInRows({ nodes }) ? BOX : DOT;
  const step = { x: size.width + GAP.x, y: size.height + GAP.y };
  const places = new Map<string, Point>();
  for (const { path } of nodes) {
    const known = start.get(path);
    if (known !== undefined) places.set(path, { x: known.x, y: known.y });
  }
  const taken = new Grid(step, places.values());
  const place = (path: string, near: Point, onwards: number) => {
    const free = taken.freePlace(near, onwards);
    taken.add(free);
    places.set(path, free);
  };
  const around = edgesByPath(edges);
  // What was placed may be a neighbour of others.
  const queue = [...places.keys()];
  for (const path of queue) {
    const { x, y } = places.get(path) as Point;
    for (const { from, to, kind } of around.get(path) ?? []) {
      const other = from === path ? to : from;
      if (places.has(other)) continue;
      if (kind === 'related' || kind === 'challenges') place(other, { x: x + step.x, y }, step.y);
      else {
        const higher = other === from ? step.y : -step.y;
        place(other, { x, y: y + higher }, higher);
      }
      queue.push(other);
    }
  }
  const bottom = Math.max(0, ...Array.from(places.values(), ({ y }) => y)) + step.y;
  if (standsInRows({ nodes }))
    for (const { path } of nodes) if (!places.has(path)) place(path, { x: 0, y: bottom }, step.y);
  return places;
}

function edgesByPath(edges: readonly GraphEdge[]): Map<string, GraphEdge[]> {
  const around = new Map<string, GraphEdge[]>();
  for (const edge of edges) {
    for (const path of [edge.from, edge.to]) {
      const known = around.get(path);
      if (known === undefined) around.set(path, [edge]);
      else known.push(edge);
    }
  }
  return around;
}

/** Which places are taken, by cells as large as a note with its gap. */
class Grid {
  private readonly cells = new Map<string, Point[]>();

  constructor(
    private readonly step: Point,
    points: Iterable<Point>,
  ) {
    for (const point of points) this.add(point);
  }

  add(point: Point): void {
    const key = this.keyOf(point);
    this.cells.set(key, [...(this.cells.get(key) ?? []), point]);
  }

  /** As near as it can be on the same height; where too much stands there, a row onwards. */
  freePlace({ x, y }: Point, onwards: number): Point {
    for (let row = 0; ; row++) {
      for (let away = 0; away <= MOST_ASIDE * 2; away++) {
        for (const side of away === 0 ? [0] : [1, -1]) {
          const point = { x: x + (side * away * this.step.x) / 2, y: y + row * onwards };
          if (this.isFree(point)) return point;
        }
      }
    }
  }

  private isFree({ x, y }: Point): boolean {
    const { step } = this;
    for (const dx of [-1, 0, 1]) {
      for (const dy of [-1, 0, 1]) {
        const near = this.cells.get(this.keyOf({ x: x + dx * step.x, y: y + dy * step.y })) ?? [];
        const touches = (each: Point) =>
          Math.abs(each.x - x) < step.x && Math.abs(each.y - y) < step.y * 0.75;
        if (near.some(touches)) return false;
      }
    }
    return true;
  }

  private keyOf({ x, y }: Point): string {
    return `${Math.floor(x / this.step.x)} ${Math.floor(y / this.step.y)}`;
  }
}
