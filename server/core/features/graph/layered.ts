/** Positions for a small graph: rows of boxes, with evidence below and what rests on it above. */
import * as dagre from '@dagrejs/dagre';
import { compact, type Item } from './compact';
import { fanOut, type Strand } from './fans';
import type { Graph, GraphEdge, GraphPositions } from './form';
import { compare } from './order';
import { packed } from './packed';
import { rowsOf } from './ranks';
import { type Point, type Routes, routeKey } from './routes';
import { BOX, GAP } from './sizes';

export interface Layered {
  readonly positions: GraphPositions;
  readonly routes: Routes;
}

type Placed = dagre.graphlib.Graph<dagre.GraphLabel, dagre.NodeLabel, dagre.EdgeLabel>;

/** How wide the way of an edge is where it passes boxes. */
const LANE = 12;
/** How much more it matters that a way goes straight than that it is short. */
const STRAIGHT = 6;
/** How many ranks of Dagre a row is: its edges have to span two at least, and some end between two rows. */
const RANKS = 4;

export function layered({ nodes, edges }: Pick<Graph, 'nodes' | 'edges'>): Layered {
  // Dagre has signs of its own in names, and a path may hold any.
  const paths = nodes.map(({ path }) => path);
  const names = new Map(paths.map((path, at) => [path, `n${String(at).padStart(4, '0')}`]));
  const named = edges.flatMap(({ from, to, kind }): GraphEdge[] => {
    const [a, b] = [names.get(from), names.get(to)];
    return a === undefined || b === undefined ? [] : [{ from: a, to: b, kind }];
  });
  const parts = componentsOf([...names.values()], named);
  const all = packed(parts.map(part => rowsOfBoxes(part, named)));
  const positions = new Map(
    [...names].map(([path, name]) => [path, all.positions.get(name) ?? { x: 0, y: 0 }]),
  );
  const routes = new Map(
    edges.flatMap(({ from, to }) => {
      const points = all.routes.get(routeKey(names.get(from) ?? '', names.get(to) ?? ''));
      return points === undefined ? [] : [[routeKey(from, to), points] as const];
    }),
  );
  return { positions, routes };
}

/** What hangs together, the largest first. */
function componentsOf(paths: readonly string[], edges: readonly GraphEdge[]): string[][] {
  const next = new Map<string, string[]>(paths.map(path => [path, []]));
  for (const { from, to } of edges) {
    next.get(from)?.push(to);
    next.get(to)?.push(from);
  }
  const seen = new Set<string>();
  const parts: string[][] = [];
  for (const path of paths) {
    if (seen.has(path)) continue;
    const part = new Set([path]);
    // A set that grows is gone through to its end.
    for (const each of part) for (const other of next.get(each) ?? []) part.add(other);
    for (const each of part) seen.add(each);
    parts.push([...part].sort(compare));
  }
  return parts.sort((a, b) => b.length - a.length || compare(a[0] ?? '', b[0] ?? ''));
}

function rowsOfBoxes(paths: readonly string[], all: readonly GraphEdge[]): Layered {
  const part = new Set(paths);
  const edges = all.filter(({ from }) => part.has(from));
  const widest = Math.max(5, Math.ceil(Math.sqrt(paths.length) * 1.1));
  const rows = rowsOf(paths, edges, widest);
  const graph: Placed = new dagre.graphlib.Graph();
  graph.setGraph({
    rankdir: 'BT',
    // Rows are given; the types of Dagre do not know that yet.
    ranker: 'none' as 'longest-path',
    nodesep: GAP.x,
  });
  for (const path of paths) graph.setNode(path, { ...BOX, rank: RANKS * (rows.get(path) ?? 0) });
  const beside: [string, string][] = [];
  for (const [key, [lower, upper, weight]] of pairsOf(edges, rows)) {
    const rank = RANKS * (rows.get(lower) ?? 0) + RANKS / 2;
    if (rows.get(lower) !== rows.get(upper)) {
      graph.setEdge(lower, upper, { weight });
      continue;
    }
    // Dagre has no edges within a row: what both ends lead to keeps them beside each other.
    beside.push([lower, upper]);
    graph.setNode(key, { width: 1, height: 1, rank });
    for (const each of [lower, upper]) graph.setEdge(each, key, { weight });
  }
  dagre.layout(graph);
  return compacted(graph, rows, beside);
}

/** In the order that Dagre found, with few crossings; its own places are far apart. */
function compacted(
  graph: Placed,
  rows: ReadonlyMap<string, number>,
  beside: readonly (readonly [string, string])[],
): Layered {
  const row = (path: string) => rows.get(path) ?? 0;
  const byRow = Array.from({ length: Math.max(...rows.values()) + 1 }, (): Item[] => []);
  const add = (at: number, width: number, x: number) => {
    const item: Item = { width, joined: [], x };
    byRow[at]?.push(item);
    return item;
  };
  const boxes = new Map(
    [...rows].map(([path, at]) => [path, add(at, BOX.width + GAP.x, graph.node(path).x ?? 0)]),
  );
  const join = (a: Item, b: Item, weight: number) => {
    a.joined.push({ item: b, weight });
    b.joined.push({ item: a, weight });
  };
  for (const [a, b] of beside) {
    const [left, right] = [boxes.get(a), boxes.get(b)];
    if (left !== undefined && right !== undefined) join(left, right, 1);
  }
  const ways = new Map<string, Item[]>();
  const degree = (name: string) => graph.nodeEdges(name)?.length ?? 0;
  const [upwards, downwards] = [new Map<Item, Strand>(), new Map<Item, Strand>()];
  const strand = (items: readonly Item[], hub: Item, all: Map<Item, Strand>) => {
    for (const [at, item] of items.entries()) all.set(item, { hub, from: items[at - 1] ?? null });
  };
  for (const { v, w } of graph.edges()) {
    const [lower, upper] = [boxes.get(v), boxes.get(w)];
    if (lower === undefined || upper === undefined) continue;
    const points = graph.edge(v, w)?.points ?? [];
    const through: Item[] = [];
    // The first point is where it leaves the box, then there is one in each rank.
    for (let at = row(v) + 1; at < row(w); at++)
      through.push(add(at, LANE, points[RANKS * (at - row(v))]?.x ?? 0));
    const all = [lower, ...through, upper];
    for (const [index, item] of all.entries()) {
      const next = all[index + 1];
      if (next === undefined) break;
      join(item, next, through.includes(item) && through.includes(next) ? STRAIGHT : 1);
    }
    ways.set(routeKey(v, w), through);
    if (degree(v) === 1) strand([lower, ...through], upper, upwards);
    else if (degree(w) === 1) strand([upper, ...through.toReversed()], lower, downwards);
  }
  for (const items of byRow) items.sort((a, b) => a.x - b.x);
  fanOut(byRow, upwards);
  fanOut(byRow.toReversed(), downwards);
  compact(byRow);
  const y = (at: number) => 0 - at * (BOX.height + GAP.y);
  const positions = new Map([...boxes].map(([path, { x }]) => [path, { x, y: y(row(path)) }]));
  const routes = new Map<string, Point[]>();
  for (const { v, w } of graph.edges()) {
    const through = ways.get(routeKey(v, w)) ?? [];
    const points = through.map(({ x }, index) => ({ x, y: y(row(v) + 1 + index) }));
    if (points.length > 0) routes.set(routeKey(v, w), points);
  }
  return { positions, routes };
}

/** Notes with an edge between them, each pair once, and how near they should be. */
function pairsOf(edges: readonly GraphEdge[], rows: ReadonlyMap<string, number>) {
  const pairs = new Map<string, [lower: string, upper: string, weight: number]>();
  for (const { from, to, kind } of edges) {
    const isHigher = (rows.get(from) ?? 0) > (rows.get(to) ?? 0);
    const [lower, upper] = isHigher ? [to, from] : [from, to];
    const weight = kind === 'related' ? 1 : kind === 'challenges' ? 4 : 2;
    const known = pairs.get(routeKey(from, to));
    pairs.set(routeKey(from, to), [lower, upper, Math.max(weight, known?.[2] ?? 0)]);
  }
  return pairs;
}
