/** The argument as a graph: what every way to show or export it is made from. */

/**
 * What an edge says: `supports` goes from evidence to what it bears out, `depends` from a foundation to what rests on it,
 * `challenges` from the challenger to what it speaks against, `extracted` from a source to what was made from it,
 * `related` between two notes either way.
 */
export type GraphEdgeKind = 'supports' | 'depends' | 'challenges' | 'extracted' | 'related';

export interface GraphNode {
  /** From the vault's root, with `/`. */
  readonly path: string;
  readonly title: string;
  readonly type: string | null;
  readonly confidence: string | null;
  readonly domain: string | null;
  /** `YYYY-MM-DD`, or as much of it as the note says. */
  readonly created: string | null;
  /** Whether another note speaks against it, in the graph or not. */
  readonly challenged: boolean;
  /** Steps from the note in the centre; `null` where there is none. */
  readonly distance: number | null;
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: GraphEdgeKind;
}

/** What is shown: a note and what is at most `steps` edges away, a domain, or all of the vault. */
export type GraphScope =
  | { readonly kind: 'note'; readonly path: string; readonly steps: number }
  | { readonly kind: 'domain'; readonly domain: string }
  | { readonly kind: 'vault' };

export interface Graph {
  readonly scope: GraphScope;
  /** By path. */
  readonly nodes: readonly GraphNode[];
  /** Each once, both ends among the nodes; by `from`, `to`, `kind`. */
  readonly edges: readonly GraphEdge[];
  /** Notes that would belong to it and were left out as there are too many, as `kept` says. */
  readonly omitted: number;
}

/** Centres of nodes; `y` grows downwards. */
export type GraphPositions = ReadonlyMap<string, { readonly x: number; readonly y: number }>;
