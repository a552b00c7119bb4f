/** Draws a scene onto a canvas, in parts that are each done within a frame. */
import type { GraphEdgeKind } from '../../../server/core/features/graph/form';
import type { Firmness } from '../../../server/core/features/graph/looks';
import { paintLabels } from './labels';
import { paintBox } from './paintBox';
import type { Palette } from './palette';
import type { Bounds, End, Line, Scene, Spot } from './scene';
import { trace } from './shapes';

export type Brush = CanvasRenderingContext2D;

/** From units of the layout to pixels of the screen: scaled by `k`, then moved. */
export interface View {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

/** About what a slow machine without a graphics card draws in ten milliseconds. */
const LINES_A_STEP = 1200;
const DOTS_A_STEP = 700;
const BOXES_A_STEP = 80;

/** Pixels below which a dot is not worth its details. */
const DETAIL = 4.5;

/** Yields between parts; `area` is the part of the layout in sight. */
export function* paintSteps(
  brush: Brush,
  scene: Scene,
  palette: Palette,
  view: View,
  area: Bounds,
): Generator<void> {
  const { boxes } = scene;
  const lines = scene.lines.filter(line => isLineIn(line, area));
  const spots = scene.spots.filter(spot => isIn(spot, area));
  for (const part of parts(lines, LINES_A_STEP)) {
    paintLines(brush, part, palette, view.k, boxes);
    yield;
  }
  for (const part of parts(spots, boxes ? BOXES_A_STEP : DOTS_A_STEP)) {
    if (boxes) for (const spot of part) paintBox(brush, spot, palette, view.k);
    else paintDots(brush, part, palette, view.k);
    yield;
  }
  if (!boxes) yield* paintLabels(brush, spots, palette, view.k, scene.bounds);
}

export function paintLines(
  brush: Brush,
  lines: readonly Line[],
  palette: Palette,
  k: number,
  boxes: boolean,
  heavier = 1,
): void {
  for (const [kind, { width, dash }] of Object.entries(STROKES) as [GraphEdgeKind, Stroke][]) {
    const ofKind = lines.filter(line => line.kind === kind);
    if (ofKind.length === 0) continue;
    const ink = palette[kind];
    const thick = heavier * Math.max(boxes ? width : width * 0.6, (boxes ? 1 : 0.8) / k);
    brush.strokeStyle = ink;
    brush.fillStyle = ink;
    brush.lineWidth = thick;
    brush.globalAlpha = boxes || heavier > 1 || kind === 'challenges' ? 1 : 0.55;
    // Dashes of thousands of lines take long, and are not seen from afar.
    brush.setLineDash(boxes || k > 0.5 ? dash.map(length => length * thick) : []);
    brush.beginPath();
    for (const { from, to, way } of ofKind) {
      if (way !== null) {
        brush.stroke(way);
        continue;
      }
      brush.moveTo(from.x, from.y);
      brush.lineTo(to.x, to.y);
    }
    brush.stroke();
    brush.setLineDash([]);
    brush.globalAlpha = 1;
    if (kind === 'related' || (!boxes && k < 0.5)) continue;
    const size = boxes ? 9 : 6;
    brush.beginPath();
    for (const { end } of ofKind) arrow(brush, end, size * Math.sqrt(heavier), kind);
    brush.fill();
  }
}

interface Stroke {
  readonly width: number;
  /** In widths of the line. */
  readonly dash: readonly number[];
}

const STROKES: Readonly<Record<GraphEdgeKind, Stroke>> = {
  related: { width: 1, dash: [] },
  extracted: { width: 1.3, dash: [1, 3] },
  depends: { width: 2, dash: [] },
  supports: { width: 1.4, dash: [] },
  challenges: { width: 2.2, dash: [4, 2.5] },
};

/** What speaks against a note ends in a bar before its arrow. */
function arrow(brush: Brush, { x, y, ux, uy }: End, size: number, kind: GraphEdgeKind): void {
  const [hx, hy] = [x - ux * size, y - uy * size];
  brush.moveTo(x, y);
  brush.lineTo(hx - uy * size * 0.5, hy + ux * size * 0.5);
  brush.lineTo(hx + uy * size * 0.5, hy - ux * size * 0.5);
  brush.closePath();
  if (kind !== 'challenges') return;
  const [bx, by, half] = [hx - ux * 2, hy - uy * 2, size * 0.75];
  brush.moveTo(bx - uy * half, by + ux * half);
  brush.lineTo(bx + uy * half, by - ux * half);
  brush.lineTo(bx + uy * half - ux * 2.5, by - ux * half - uy * 2.5);
  brush.lineTo(bx - uy * half - ux * 2.5, by + ux * half - uy * 2.5);
  brush.closePath();
}

/** How much of a dot is filled tells its confidence without colour, too. */
const FILLED: Readonly<Partial<Record<Firmness, 'half' | 'hollow'>>> = {
  open: 'half',
  weak: 'hollow',
  unsaid: 'hollow',
};

function paintDots(brush: Brush, spots: readonly Spot[], palette: Palette, k: number): void {
  for (const tone of new Set(spots.map(spot => spot.tone))) {
    const dots = spots.filter(spot => spot.tone === tone);
    const isDetailed = ({ w }: Spot) => w * k >= DETAIL;
    brush.strokeStyle = palette[tone];
    brush.lineWidth = Math.max(1.6, 1 / k);
    outline(brush, dots);
    brush.fillStyle = FILLED[tone] === undefined ? palette[tone] : palette.background;
    brush.fill();
    brush.fillStyle = palette[tone];
    if (FILLED[tone] !== undefined) {
      // From afar, a dot that is not filled would be hard to see.
      outline(
        brush,
        dots.filter(dot => !isDetailed(dot)),
      );
      brush.fill();
      outline(brush, dots);
      brush.stroke();
    }
    if (FILLED[tone] === 'half') for (const dot of dots.filter(isDetailed)) fillHalf(brush, dot);
  }
  paintChallenged(brush, spots, palette, k);
}

function outline(brush: Brush, dots: readonly Spot[]): void {
  brush.beginPath();
  for (const { shape, x, y, w, h } of dots) trace(brush, shape, x, y, w, h);
}

function fillHalf(brush: Brush, dot: Spot): void {
  const { x, y, w, h } = dot;
  brush.save();
  outline(brush, [dot]);
  brush.clip();
  brush.fillRect(x - w / 2, y, w, h / 2);
  brush.restore();
}

function paintChallenged(brush: Brush, spots: readonly Spot[], palette: Palette, k: number): void {
  const challenged = spots.filter(({ node }) => node.challenged);
  if (challenged.length === 0) return;
  brush.strokeStyle = palette.challenged;
  brush.fillStyle = palette.challenged;
  brush.lineWidth = Math.max(2, 1.6 / k);
  brush.setLineDash(k > 0.5 ? [5, 3] : []);
  brush.beginPath();
  for (const { x, y, w } of challenged) {
    const radius = w * 0.5 + Math.max(4, 2.5 / k);
    brush.moveTo(x + radius, y);
    brush.ellipse(x, y, radius, radius, 0, 0, 2 * Math.PI);
  }
  brush.stroke();
  brush.setLineDash([]);
  if (k < 0.5) return;
  brush.font = `bold 13px ${palette.font}`;
  brush.textAlign = 'center';
  brush.textBaseline = 'middle';
  for (const { x, y, w } of challenged) brush.fillText('!', x + w * 0.5 + 8, y - w * 0.5 - 4);
}

function isIn({ x, y, w, h }: Spot, [l, t, r, b]: Bounds): boolean {
  return x + w > l && x - w < r && y + h > t && y - h < b;
}

/** A way around notes may leave the box between its ends. */
function isLineIn({ from, to, way }: Line, [l, t, r, b]: Bounds): boolean {
  if (way !== null) return true;
  return (
    Math.max(from.x, to.x) > l &&
    Math.min(from.x, to.x) < r &&
    Math.max(from.y, to.y) > t &&
    Math.min(from.y, to.y) < b
  );
}

function* parts<Item>(items: readonly Item[], length: number): Generator<readonly Item[]> {
  for (let at = 0; at < items.length; at += length) yield items.slice(at, at + length);
}
