/** Finds places for the notes of a graph, a little of it at a time where there are many. */
import type { Graph, GraphPositions } from '../../../server/core/features/graph/form';
import { layered } from '../../../server/core/features/graph/layered';
import { layoutSteps } from '../../../server/core/features/graph/layout';
import type { Routes } from '../../../server/core/features/graph/routes';
import { standsInRows } from '../../../server/core/features/graph/sizes';

export interface Arrangement {
  readonly positions: GraphPositions;
  readonly routes: Routes;
  /** Rows of boxes, or a cloud of dots. */
  readonly boxes: boolean;
}

/** Milliseconds until it is looked again whether it may go on. */
const REST = 60;
/** Milliseconds of a frame that may go into it, and between two pictures of a cloud that still moves. */
const [SLICE, PICTURE] = [8, 400];
/** Notes of which a picture is made so often. */
const QUICK = 4000;

/**
 * Tells each arrangement that is worth a look; `done` with the last one. With `earlier`, what had a place keeps it.
 * It rests while `waits` says so. Answers with a function that calls it off.
 */
export function arrange(
  graph: Graph,
  earlier: Arrangement | null,
  still: boolean,
  waits: () => boolean,
  tell: (arrangement: Arrangement, done: boolean) => void,
): () => void {
  const boxes = standsInRows(graph);
  const start = earlier?.boxes === boxes ? earlier.positions : new Map<string, never>();
  const known = graph.nodes.filter(({ path }) => start.has(path)).length;
  if (boxes && known * 2 <= graph.nodes.length) {
    tell({ ...layered(graph), boxes }, true);
    return () => {};
  }
  const steps = layoutSteps(graph, { start });
  // The ways around notes hold as long as those stay where they were.
  const routes: Routes = boxes ? (earlier?.routes ?? new Map()) : new Map();
  const pause = PICTURE * Math.max(1, graph.nodes.length / QUICK);
  let timer = 0;
  let last = 0;
  let positions: GraphPositions = start;
  const slice = () => {
    if (waits()) {
      timer = window.setTimeout(slice, REST);
      return;
    }
    const began = performance.now();
    do {
      const step = steps.next();
      if (step.done) {
        tell({ positions, routes, boxes }, true);
        return;
      }
      positions = step.value;
    } while (performance.now() - began < SLICE);
    if (!still && performance.now() - last > pause) {
      last = performance.now();
      tell({ positions, routes, boxes }, false);
    }
    timer = window.setTimeout(slice, 0);
  };
  slice();
  return () => clearTimeout(timer);
}
