/** The argument as a graph. */
import type { Graph, GraphScope } from '../../core/features/graph/form';

/** `claimwright/graph`, from the client: the argument as a graph. */
export const graphMethod = 'claimwright/graph';

export interface GraphParams {
  /** Address of a note of the vault, or of its root. */
  readonly uri: string;
  /** Around a note: the one at the address where no path is given. At most four steps. */
  readonly scope:
    | { readonly kind: 'note'; readonly path?: string; readonly steps: number }
    | Exclude<GraphScope, { readonly kind: 'note' }>;
}

export interface GraphAnswer {
  /** Why there is none, as a sentence; `null` where there is one. */
  readonly refused: string | null;
  /** Address of the root of the vault, from which the paths in the graph count; empty where there is none. */
  readonly vault: string;
  readonly graph: Graph | null;
  /** All that can be asked for, by name. */
  readonly domains: readonly string[];
}

/**
 * `claimwright/argumentChanged`, from the server: notes say something else of each other, or of themselves, as graphs
 * show it. Only for clients that asked for the argument once.
 */
export const argumentChangedMethod = 'claimwright/argumentChanged';

export interface ArgumentChanged {
  /** Address of the root of the vault. */
  readonly vault: string;
}
