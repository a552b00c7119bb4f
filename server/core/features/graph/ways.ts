/** The line of an edge, from the border of one box to that of the other. */
import type { Ports } from './ports';
import type { Point } from './routes';

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Way {
  readonly from: Point;
  readonly to: Point;
  readonly size: Size;
  /** Points that it passes on its way. */
  readonly route: readonly Point[];
  /** How far it stands beside the line between the two, as others have the same ends. */
  readonly aside: number;
  /** How far from the middle of a box it starts and ends, where that is known. */
  readonly ports?: Ports | undefined;
  /** Ends whose box is an ellipse. */
  readonly rounds?: { readonly from: boolean; readonly to: boolean };
}

/** What is left free at the corners of a box. */
const CORNER = 30;
/** How high the handles of a bow over a row stand. */
const BULGE = 50;

/** Path data of SVG, between boxes that stand in rows: from row to row in bows, past other boxes upright. */
export function pathOf(way: Way): string {
  const { from, to, size, route, aside, ports, rounds } = way;
  if (isAlong(way)) return alongRow(way);
  const up = to.y < from.y ? -1 : 1;
  const half = (up * size.height) / 2;
  const start = ports?.from ?? portTowards(from, route[0] ?? to, size) + aside;
  const end = ports?.to ?? portTowards(to, route.at(-1) ?? from, size) + aside;
  const reach = (shift: number, isRound = false) =>
    isRound ? half * Math.sqrt(1 - (2 * shift) ** 2 / size.width ** 2) : half;
  let [x, y] = [from.x + start, from.y + reach(start, rounds?.from)];
  const parts = [`M${written({ x, y })}`];
  const bow = (next: Point) => {
    const middle = (y + next.y) / 2;
    parts.push(
      `C${written({ x, y: middle })} ${written({ x: next.x, y: middle })} ${written(next)}`,
    );
  };
  for (const point of route) {
    bow({ x: point.x + aside, y: point.y - half });
    [x, y] = [point.x + aside, point.y + half];
    parts.push(`V${rounded(y)}`);
  }
  bow({ x: to.x + end, y: to.y - reach(end, rounds?.to) });
  return parts.join('');
}

/** Whether it goes along a row. */
export function isAlong({
  from,
  to,
  size,
  route,
}: Pick<Way, 'from' | 'to' | 'size' | 'route'>): boolean {
  return route.length === 0 && Math.abs(from.y - to.y) < size.height / 2;
}

/** It leaves a box where it goes on, so that what goes elsewhere leaves elsewhere. */
export function portTowards(box: Point, next: Point, size: Size): number {
  const reach = size.width / 2 - CORNER;
  return Math.min(Math.max((next.x - box.x) * 0.3, -reach), reach);
}

/** Where nothing is in the way: straight, up to the borders. */
export function lineOf({ from, to, size, aside }: Omit<Way, 'route'>): string {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  const radius = Math.min(size.width, size.height) / 2;
  if (length <= 2 * radius) return `M${written(from)}L${written(to)}`;
  const [along, across] = [radius / length, aside / length];
  const at = ({ x, y }: Point, part: number) => ({
    x: x + dx * part - dy * across,
    y: y + dy * part + dx * across,
  });
  return `M${written(at(from, along))}L${written(at(to, -along))}`;
}

/** Between neighbours straight, else above those that stand between. */
function alongRow({ from, to, size, aside }: Way): string {
  const inset = (Math.sign(to.x - from.x) * size.width) / 2;
  if (Math.abs(to.x - from.x) < size.width * 1.6) {
    const at = (point: Point, side: number) => ({ x: point.x + side, y: point.y + aside });
    return `M${written(at(from, inset))}L${written(at(to, -inset))}`;
  }
  const start = { x: from.x + inset / 2 + aside, y: from.y - size.height / 2 };
  const end = { x: to.x - inset / 2 + aside, y: to.y - size.height / 2 };
  const top = Math.min(start.y, end.y) - BULGE;
  return `M${written(start)}C${written({ ...start, y: top })} ${written({ ...end, y: top })} ${written(end)}`;
}

function written({ x, y }: Point): string {
  return `${rounded(x)} ${rounded(y)}`;
}

export function rounded(number: number): number {
  return Math.round(number * 10) / 10;
}
