/** The outlines of notes, which tell their types apart without colour. */
import type { NodeShape } from '../../../server/core/features/graph/looks';

type Pen = Pick<CanvasPath, 'moveTo' | 'lineTo' | 'closePath' | 'roundRect' | 'ellipse'>;

/** Adds the outline of a box, or of a dot, which is as wide as high, to the path that the pen draws. */
export function trace(
  pen: Pen,
  shape: NodeShape,
  x: number,
  y: number,
  w: number,
  h: number,
): void {
  const [l, r, t, b] = [x - w / 2, x + w / 2, y - h / 2, y + h / 2];
  const isDot = w === h;
  const cut = isDot ? w * 0.3 : 14;
  switch (shape) {
    case 'round':
      pen.roundRect(l, t, w, h, isDot ? w * 0.28 : 9);
      return;
    case 'ellipse':
      pen.moveTo(r, y);
      if (isDot) pen.ellipse(x, y, w / 2, h / 2, 0, 0, 2 * Math.PI);
      else pen.roundRect(l, t, w, h, h / 2);
      return;
    case 'folded':
      polygon(pen, [l, t], [r - cut, t], [r, t + cut], [r, b], [l, b]);
      if (isDot) return;
      pen.moveTo(r - cut, t);
      pen.lineTo(r - cut, t + cut);
      pen.lineTo(r, t + cut);
      return;
    case 'hexagon':
      polygon(pen, [l, y], [l + cut, t], [r - cut, t], [r, y], [r - cut, b], [l + cut, b]);
      return;
    case 'octagon': {
      const [left, right, top, bottom] = [l + cut, r - cut, t + cut, b - cut];
      const upper = [[l, top] as const, [left, t] as const, [right, t] as const, [r, top] as const];
      const lower = [[r, bottom] as const, [right, b] as const, [left, b] as const];
      polygon(pen, [l, bottom], ...upper, ...lower);
      return;
    }
    case 'double':
      polygon(pen, [l, t], [r, t], [r, b], [l, b]);
      if (isDot) return;
      polygon(pen, [l + 4, t + 4], [r - 4, t + 4], [r - 4, b - 4], [l + 4, b - 4]);
      return;
    case 'box':
      polygon(pen, [l, t], [r, t], [r, b], [l, b]);
  }
}

type Point = readonly [x: number, y: number];

function polygon(pen: Pen, [x, y]: Point, ...others: readonly Point[]): void {
  pen.moveTo(x, y);
  for (const [px, py] of others) pen.lineTo(px, py);
  pen.closePath();
}
