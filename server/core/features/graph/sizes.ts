/** How large nodes are, in the unit of positions: the pixel of a screen, unscaled. */
import type { Graph } from './form';

/** Up to so many notes have room for their titles. */
const MOST_IN_ROWS = 150;

/** Whether its notes are boxes that stand in rows, and not dots in a cloud. */
export function standsInRows({ nodes }: Pick<Graph, 'nodes'>): boolean {
  return nodes.length <= MOST_IN_ROWS;
}

/** A note with its title: four lines of it and one with its facts. */
export const BOX = { width: 230, height: 86 } as const;
/** A note without. */
export const DOT = { width: 16, height: 16 } as const;
export const GAP = { x: 40, y: 56 } as const;
