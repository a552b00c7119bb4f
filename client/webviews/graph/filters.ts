/** Which notes and edges of a graph are shown: what the reader ticked off is left out. */
import type {
  Graph,
  GraphEdge,
  GraphEdgeKind,
  GraphNode,
} from '../../../server/core/features/graph/form';

/** What notes and edges can be told apart by. */
export const facets = ['type', 'confidence', 'domain', 'edge'] as const;
export type Facet = (typeof facets)[number];

/** Of each facet the values that are not shown; `''` stands for notes that say nothing. */
export interface Filters extends Readonly<Record<Facet, readonly string[]>> {
  /** `YYYY-MM-DD`, both included; empty where there is no bound. */
  readonly from: string;
  readonly until: string;
}

export const noFilters: Filters = {
  type: [],
  confidence: [],
  domain: [],
  edge: [],
  from: '',
  until: '',
};

export type Shown = Pick<Graph, 'nodes' | 'edges'>;

export function filtered({ nodes, edges, scope }: Graph, filters: Filters): Shown {
  if (!isFiltering(filters)) return { nodes, edges };
  const centre = scope.kind === 'note' ? scope.path : null;
  const fits = nodes.filter(node => node.path === centre || isShown(node, filters));
  const paths = new Set(fits.map(({ path }) => path));
  const shownEdges = edges.filter(
    ({ from, to, kind }) => paths.has(from) && paths.has(to) && !filters.edge.includes(kind),
  );
  if (filters.edge.length === 0) return { nodes: fits, edges: shownEdges };
  // Who looks at challenges alone does not want to see all that is in no dispute.
  const connected = new Set(shownEdges.flatMap(({ from, to }) => [from, to]));
  return {
    nodes: fits.filter(({ path }) => path === centre || connected.has(path)),
    edges: shownEdges,
  };
}

export function isFiltering(filters: Filters): boolean {
  return (
    filters.from !== '' || filters.until !== '' || facets.some(name => filters[name].length > 0)
  );
}

/** The values of a facet with how many notes or edges have each, the most frequent first. */
export function valuesOf(graph: Graph, facet: Facet): [value: string, count: number][] {
  const counts = new Map<string, number>();
  const items: readonly (GraphNode | GraphEdge)[] = facet === 'edge' ? graph.edges : graph.nodes;
  for (const item of items) {
    const value = valueIn(item, facet);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

function valueIn(item: GraphNode | GraphEdge, facet: Facet): string {
  if ('kind' in item) return item.kind;
  return facet === 'edge' ? '' : (item[facet] ?? '');
}

function isShown(node: GraphNode, filters: Filters): boolean {
  return (
    facets.every(name => name === 'edge' || !filters[name].includes(valueIn(node, name))) &&
    isBetween(node.created, filters)
  );
}

/** A note that says only the year or the month may be of any day in it. */
function isBetween(created: string | null, { from, until }: Filters): boolean {
  if (from === '' && until === '') return true;
  if (created === null) return false;
  const { length } = created;
  return created >= from.slice(0, length) && (until === '' || created <= until.slice(0, length));
}

export function isFilters(value: unknown): value is Filters {
  if (typeof value !== 'object' || value === null) return false;
  const record = value as Readonly<Record<string, unknown>>;
  const isList = (each: unknown) =>
    Array.isArray(each) && each.every(text => typeof text === 'string');
  return (
    facets.every(name => isList(record[name])) &&
    [record['from'], record['until']].every(each => typeof each === 'string')
  );
}

/** How each edge is told: from its start, and from its end. */
export const edgeWords: Readonly<
  Record<
    GraphEdgeKind,
    { readonly name: string; readonly forwards: string; readonly backwards: string }
  >
> = {
  supports: { name: 'Support', forwards: 'supports', backwards: 'is supported by' },
  depends: { name: 'Foundation', forwards: 'is a foundation of', backwards: 'rests on' },
  challenges: { name: 'Challenge', forwards: 'challenges', backwards: 'is challenged by' },
  extracted: { name: 'Extraction', forwards: 'is the source of', backwards: 'was made from' },
  related: { name: 'Related', forwards: 'is related to', backwards: 'is related to' },
};
