/** What is drawn: notes as boxes with their titles or as dots, and the edges between them. */
import type {
  Graph,
  GraphEdge,
  GraphEdgeKind,
  GraphNode,
  GraphPositions,
} from '../../../server/core/features/graph/form';
import {
  type Firmness,
  firmnessOf,
  type NodeShape,
  shapeOf,
} from '../../../server/core/features/graph/looks';
import { type Ports, portsOf } from '../../../server/core/features/graph/ports';
import { type Point, type Routes, routeKey } from '../../../server/core/features/graph/routes';
import { BOX, DOT } from '../../../server/core/features/graph/sizes';
import { pathOf } from '../../../server/core/features/graph/ways';
import type { Shown } from './filters';

/** A note in its place, in units of the layout. */
export interface Spot {
  readonly node: GraphNode;
  readonly shape: NodeShape;
  readonly tone: Firmness;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  /** Edges that are shown. */
  readonly degree: number;
  /** Notes of the graph that speak against it. */
  readonly challengers: number;
  readonly isCentre: boolean;
}

export interface Line {
  readonly from: Spot;
  readonly to: Spot;
  readonly kind: GraphEdgeKind;
  /** Between boxes; between dots it is straight. */
  readonly way: Path2D | null;
  readonly end: End;
}

/** Where a line ends, and the direction in which it goes there, of length one. */
export interface End {
  readonly x: number;
  readonly y: number;
  readonly ux: number;
  readonly uy: number;
}

export interface Scene {
  /** Boxes with titles, or dots. */
  readonly boxes: boolean;
  readonly spots: readonly Spot[];
  readonly byPath: ReadonlyMap<string, Spot>;
  readonly lines: readonly Line[];
  /** Of all notes and of the ways around them. */
  readonly bounds: Bounds;
}

export const emptyScene: Scene = {
  ...{ boxes: true, spots: [], byPath: new Map(), lines: [] },
  bounds: [0, 0, 0, 0],
};

export function sceneOf(
  graph: Graph,
  shown: Shown,
  positions: GraphPositions,
  routes: Routes,
  boxes: boolean,
): Scene {
  const degrees = count(shown.edges.flatMap(({ from, to }) => [from, to]));
  const challenged = graph.edges.filter(({ kind }) => kind === 'challenges');
  const challengers = count(challenged.map(({ to }) => to));
  const centre = graph.scope.kind === 'note' ? graph.scope.path : null;
  const spots = shown.nodes.map((node): Spot => {
    const { path } = node;
    const { x, y } = positions.get(path) ?? { x: 0, y: 0 };
    const degree = degrees.get(path) ?? 0;
    const size = DOT.width * (0.75 + 0.2 * Math.min(Math.sqrt(degree), 8));
    const [w, h] = boxes ? [BOX.width, BOX.height] : [size, size];
    return {
      ...{ node, x, y, w, h, degree },
      shape: shapeOf(node),
      tone: firmnessOf(node),
      challengers: challengers.get(path) ?? 0,
      isCentre: path === centre,
    };
  });
  const byPath = new Map(spots.map(spot => [spot.node.path, spot]));
  const beside = boxes ? neighbours(shown.edges) : new Map<string, readonly GraphEdge[]>();
  const at = (path: string) => positions.get(path) ?? { x: 0, y: 0 };
  const ports = boxes ? portsOf(shown.edges, at, routes) : new Map<GraphEdge, Ports>();
  const lines = shown.edges.flatMap((edge): Line[] => {
    const [from, to] = [byPath.get(edge.from), byPath.get(edge.to)];
    if (from === undefined || to === undefined) return [];
    if (!boxes) return [{ from, to, kind: edge.kind, way: null, end: endAt(from, to, to.w / 2) }];
    const way = wayOf(edge, from, to, routes, beside, ports.get(edge));
    return [{ from, to, kind: edge.kind, way: new Path2D(way), end: endOf(way) }];
  });
  const turns = lines.flatMap(({ from, to }) =>
    boxes ? (routes.get(routeKey(from.node.path, to.node.path)) ?? []) : [],
  );
  return { boxes, spots, byPath, lines, bounds: boundsOf(spots, turns) };
}

/** Edges with the same ends, in either direction. */
function neighbours(edges: readonly GraphEdge[]): Map<string, GraphEdge[]> {
  const found = new Map<string, GraphEdge[]>();
  for (const edge of edges) {
    const key = routeKey(edge.from, edge.to);
    found.set(key, [...(found.get(key) ?? []), edge]);
  }
  return found;
}

function wayOf(
  edge: GraphEdge,
  from: Spot,
  to: Spot,
  routes: Routes,
  beside: ReadonlyMap<string, readonly GraphEdge[]>,
  ports: Ports | undefined,
): string {
  const key = routeKey(edge.from, edge.to);
  const same = beside.get(key) ?? [edge];
  const aside = (same.indexOf(edge) - (same.length - 1) / 2) * 14;
  const route = routes.get(key) ?? [];
  // Ways are written from the lower end.
  const along = from.y < to.y ? route.toReversed() : route;
  return pathOf({ from, to, size: BOX, route: along, aside, ports });
}

/** The last two points of path data, of which the first may be a handle. */
function endOf(way: string): End {
  const numbers = (way.match(/-?[\d.]+/gu) ?? []).map(Number);
  const [x1 = 0, y1 = 0, x = 0, y = 0] = numbers.slice(-4);
  return endAt({ x: x1, y: y1 }, { x, y }, 0);
}

function endAt(from: Point, to: Point, before: number): End {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  return { x: to.x - ux * before, y: to.y - uy * before, ux, uy };
}

/** Left, top, right, bottom. */
export type Bounds = readonly [number, number, number, number];

function boundsOf(spots: readonly Spot[], turns: readonly Point[]): Bounds {
  let [l, t, r, b] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, w, h } of [...spots, ...turns.map(turn => ({ ...turn, w: 0, h: 0 }))]) {
    l = Math.min(l, x - w / 2);
    r = Math.max(r, x + w / 2);
    t = Math.min(t, y - h / 2);
    b = Math.max(b, y + h / 2);
  }
  return spots.length === 0 ? [0, 0, 0, 0] : [l, t, r, b];
}

/** The note at a place, the one that is drawn last; a dot is easier to hit than it looks. */
export function spotAt({ spots, boxes }: Scene, x: number, y: number, slack: number): Spot | null {
  const more = boxes ? 0 : slack;
  for (let at = spots.length - 1; at >= 0; at--) {
    const spot = spots[at];
    if (spot === undefined) continue;
    if (Math.abs(spot.x - x) <= spot.w / 2 + more && Math.abs(spot.y - y) <= spot.h / 2 + more)
      return spot;
  }
  return null;
}

function count(paths: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const path of paths) counts.set(path, (counts.get(path) ?? 0) + 1);
  return counts;
}
