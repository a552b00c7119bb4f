/** Puts the parts of a graph that do not hang together beside and below each other, on about the shape of a screen. */
import type { Layered } from './layered';
import type { Point } from './routes';
import { BOX, GAP } from './sizes';

/** Width by height. */
const SHAPE = 1.6;

/** In the order in which they are given, shelf by shelf. */
export function packed(parts: readonly Layered[]): Layered {
  const boxes = parts.map(part => ({ part, ...boundsOf(part) }));
  const area = boxes.reduce(
    (sum, { width, height }) => sum + (width + GAP.x) * (height + GAP.y),
    0,
  );
  const widest = Math.max(Math.sqrt(area * SHAPE), ...boxes.map(({ width }) => width));
  const positions = new Map<string, Point>();
  const routes = new Map<string, readonly Point[]>();
  let [x, y, shelf] = [0, 0, 0];
  for (const { part, left, top, width, height } of boxes) {
    if (x > 0 && x + width > widest) {
      y += shelf + GAP.y;
      [x, shelf] = [0, 0];
    }
    const moved = (point: Point) => ({ x: point.x - left + x, y: point.y - top + y });
    for (const [path, point] of part.positions) positions.set(path, moved(point));
    for (const [key, points] of part.routes) routes.set(key, points.map(moved));
    x += width + GAP.x;
    shelf = Math.max(shelf, height);
  }
  return { positions, routes };
}

function boundsOf({ positions, routes }: Layered) {
  const points = [...positions.values(), ...[...routes.values()].flat()];
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const left = Math.min(...xs) - BOX.width / 2;
  const top = Math.min(...ys) - BOX.height / 2;
  return {
    left,
    top,
    width: Math.max(...xs) + BOX.width / 2 - left,
    height: Math.max(...ys) + BOX.height / 2 - top,
  };
}
