/** What a node and an edge look like, whoever draws them. */
import type { GraphEdgeKind, GraphNode } from './form';

/** How firmly a note stands, the firmest first. */
export const firmnesses = ['firm', 'likely', 'open', 'weak', 'unsaid'] as const;
export type Firmness = (typeof firmnesses)[number];

const WORDS: ReadonlyMap<string, Firmness> = new Map([
  ...['proven', 'high', 'strong', 'certain'].map(word => [word, 'firm'] as const),
  ...['likely', 'moderate', 'probable', 'medium'].map(word => [word, 'likely'] as const),
  ...['experimental', 'cautious', 'developing', 'plausible'].map(word => [word, 'open'] as const),
  ...['speculative', 'low', 'weak'].map(word => [word, 'weak'] as const),
]);

/** Claims, beliefs and positions have other words for it; of unknown ones nothing is known. */
export function firmnessOf({ confidence }: Pick<GraphNode, 'confidence'>): Firmness {
  return WORDS.get(confidence?.trim().toLowerCase() ?? '') ?? 'unsaid';
}

/** `round` corners, a sheet with a `folded` corner, a `hexagon`, an `octagon`, a `double` border, an `ellipse`, a plain `box`. */
export type NodeShape = 'round' | 'folded' | 'hexagon' | 'octagon' | 'double' | 'ellipse' | 'box';

const SHAPES: ReadonlyMap<string, NodeShape> = new Map([
  ['claim', 'round'],
  ['source', 'folded'],
  ['belief', 'hexagon'],
  ['position', 'octagon'],
  ['conviction', 'double'],
  ['entity', 'ellipse'],
]);

export function shapeOf({ type }: Pick<GraphNode, 'type'>): NodeShape {
  return SHAPES.get(type ?? '') ?? 'box';
}

/** What an edge says, read from its start to its end. */
export const edgeWords: Readonly<Record<GraphEdgeKind, string>> = {
  supports: 'supports',
  depends: 'is a foundation of',
  challenges: 'challenges',
  extracted: 'is the source of',
  related: 'is related to',
};
