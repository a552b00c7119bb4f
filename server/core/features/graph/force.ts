/** Positions for a large graph: a cloud in which what hangs together is near, the same for the same graph. */
import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';
import type { Graph, GraphPositions } from './form';

interface Body extends SimulationNodeDatum {
  readonly path: string;
  x: number;
  y: number;
}

/** Steps until it is at rest. */
const TICKS = 120;
/** How much of its heat is left then, and with how much what has a place already starts. */
const [COLD, WARM] = [0.005, 0.15];

/** Of more notes none is seen by itself, and to keep them apart takes nearly as long as all else. */
const MOST_APART = 2000;

/** Yields after each step, the same map each time: notes move in it. */
export function* force(
  { nodes, edges }: Pick<Graph, 'nodes' | 'edges'>,
  start: GraphPositions,
): Generator<GraphPositions, void> {
  const radius = 24 * Math.sqrt(nodes.length);
  const bodies = nodes.map(
    ({ path }): Body => ({ path, ...(start.get(path) ?? scattered(path, radius)) }),
  );
  const byPath = new Map(bodies.map(body => [body.path, body]));
  const links = edges.flatMap(({ from, to }): SimulationLinkDatum<Body>[] => {
    const [source, target] = [byPath.get(from), byPath.get(to)];
    return source === undefined || target === undefined ? [] : [{ source, target }];
  });
  const known = bodies.filter(({ path }) => start.has(path)).length;
  const alpha = known * 2 > bodies.length ? WARM : 1;
  // It would run by itself, by the clock.
  const simulation = forceSimulation(bodies)
    .stop()
    .alpha(alpha)
    .alphaDecay(1 - COLD ** (1 / TICKS))
    .force('link', forceLink<Body, SimulationLinkDatum<Body>>(links).distance(50))
    .force('charge', forceManyBody<Body>().strength(-80).theta(1.4).distanceMax(800))
    .force('collide', bodies.length > MOST_APART ? null : forceCollide<Body>(13).strength(0.6))
    .force('x', forceX<Body>().strength(0.05))
    .force('y', forceY<Body>().strength(0.06));
  yield byPath;
  while (simulation.alpha() > COLD) {
    simulation.tick();
    yield byPath;
  }
}

/** Anywhere in a circle, but always there. */
function scattered(path: string, radius: number): { x: number; y: number } {
  const angle = hash(path, 0x811c9dc5) * 2 * Math.PI;
  const distance = radius * Math.sqrt(hash(path, 0x9e3779b9));
  return { x: distance * Math.cos(angle), y: distance * Math.sin(angle) };
}

/** FNV-1a, from 0 to 1. */
function hash(text: string, seed: number): number {
  let sum = seed;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  // The last letters have hardly come through.
  sum = Math.imul(sum ^ (sum >>> 15), 0x2c1b3c6d);
  sum = Math.imul(sum ^ (sum >>> 12), 0x297a2d39);
  return ((sum ^ (sum >>> 15)) >>> 0) / 2 ** 32;
}
