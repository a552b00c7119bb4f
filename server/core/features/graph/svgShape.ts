/** The outline of a node, around its middle. */
import type { NodeShape } from './looks';

/** How far corners are cut, at most. */
const CUT = 16;

/** What the lines of a title may take of the width, from the first to the last. */
export function roomIn(shape: NodeShape, width: number): number[] {
  const parts = {
    ellipse: [0.7, 0.84, 0.8],
    hexagon: [0.82, 0.86, 0.86, 0.84],
    // The corner is folded where the first line stands.
    folded: [0.82, 0.92, 0.92, 0.92],
  };
  const usual = [0.92, 0.92, 0.92, 0.92];
  return (shape in parts ? parts[shape as keyof typeof parts] : usual).map(part => part * width);
}

export function shapeSvg(shape: NodeShape, width: number, height: number): string {
  const [right, bottom] = [width / 2, height / 2];
  const cut = Math.min(CUT, height / 4);
  const rect = (inset: number, radius: number) =>
    `<rect class="shape" x="${inset - right}" y="${inset - bottom}" width="${width - 2 * inset}" height="${height - 2 * inset}" rx="${radius}"/>`;
  const polygon = (...points: readonly (readonly [x: number, y: number])[]) =>
    `<polygon class="shape" points="${points.map(([x, y]) => `${x},${y}`).join(' ')}"/>`;
  switch (shape) {
    case 'round':
      return rect(0, Math.min(12, height / 3));
    case 'box':
      return rect(0, 0);
    case 'double':
      return `${rect(0, 2)}${rect(Math.min(4, height / 5), 1)}`;
    case 'ellipse':
      return `<ellipse class="shape" rx="${right}" ry="${bottom}"/>`;
    case 'folded':
      return `<path class="shape" d="M${-right} ${-bottom}H${right - cut}L${right} ${cut - bottom}V${bottom}H${-right}Z"/><path class="shape" d="M${right - cut} ${-bottom}V${cut - bottom}H${right}"/>`;
    case 'hexagon':
      return polygon(
        [-right, 0],
        [cut - right, -bottom],
        [right - cut, -bottom],
        [right, 0],
        [right - cut, bottom],
        [cut - right, bottom],
      );
    case 'octagon':
      return polygon(
        [-right, cut - bottom],
        [cut - right, -bottom],
        [right - cut, -bottom],
        [right, cut - bottom],
        [right, bottom - cut],
        [right - cut, bottom],
        [cut - right, bottom],
        [-right, bottom - cut],
      );
  }
}
