/** Where the notes of a graph stand. */
import { force } from './force';
import type { Graph, GraphPositions } from './form';
import { joined } from './joined';
import { layered } from './layered';
import { standsInRows } from './sizes';

export interface LayoutOptions {
  /** Where notes stood before: they stay there, or near by, as long as most of the graph is the same. */
  readonly start?: GraphPositions;
}

type Shape = Pick<Graph, 'nodes' | 'edges'>;

/**
 * Yields positions that become better, until it ends with the final ones. A large graph takes many steps, so that
 * something can be drawn and asked in between; what it yields is the same map each time, in which notes move.
 */
export function* layoutSteps(graph: Shape, { start = new Map() }: LayoutOptions = {}) {
  const known = graph.nodes.filter(({ path }) => start.has(path)).length;
  const stays = known > 0 && known * 2 >= graph.nodes.length;
  if (!standsInRows(graph)) {
    yield* force(graph, joined(graph, start));
  } else {
    yield stays ? joined(graph, start) : layered(graph).positions;
  }
}

/** The final positions. */
export function layout(graph: Shape, options: LayoutOptions = {}): GraphPositions {
  let positions: GraphPositions = new Map();
  for (const each of layoutSteps(graph, options)) positions = each;
  return positions;
}
