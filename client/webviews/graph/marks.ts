/** What is marked over the picture: the focus, the note below the mouse, what was searched for, the note in the editor. */
import { type Brush, paintLines } from './paint';
import type { Palette } from './palette';
import type { Scene, Spot } from './scene';
import { trace } from './shapes';

/** Paths. */
export interface Marks {
  readonly focus: string | null;
  readonly hover: string | null;
  readonly active: string | null;
  readonly matches: readonly string[];
}

export const noMarks: Marks = { focus: null, hover: null, active: null, matches: [] };

/** More would take too long for each frame. */
const MOST_MATCHES = 500;

export function paintMarks(
  brush: Brush,
  scene: Scene,
  { focus, hover, active, matches }: Marks,
  palette: Palette,
  k: number,
): void {
  const lit = hover ?? focus;
  if (lit !== null) {
    const lines = scene.lines.filter(
      ({ from, to }) => from.node.path === lit || to.node.path === lit,
    );
    paintLines(brush, lines, palette, k, scene.boxes, 2);
    if (!scene.boxes)
      for (const { from, to } of lines.slice(0, MOST_MATCHES)) {
        const other = from.node.path === lit ? to : from;
        ring(brush, other, palette.ink, 1.5 / k, 1.5 / k);
      }
  }
  for (const path of matches.slice(0, MOST_MATCHES)) {
    const spot = scene.byPath.get(path);
    if (spot) ring(brush, spot, palette.match, 3 / k, 3 / k);
  }
  const edited = active === null ? undefined : scene.byPath.get(active);
  if (edited) bar(brush, edited, palette, k);
  const over = hover === null ? undefined : scene.byPath.get(hover);
  if (over) ring(brush, over, palette.ink, 2 / k, 2 / k);
  const at = focus === null ? undefined : scene.byPath.get(focus);
  // Not over the border of what is challenged.
  if (at) ring(brush, at, palette.focus, 3 / k, at.node.challenged ? 9 + 3 / k : 5 / k);
}

function ring(brush: Brush, { shape, x, y, w, h }: Spot, ink: string, width: number, away: number) {
  brush.beginPath();
  trace(brush, shape, x, y, w + 2 * away, h + 2 * away);
  brush.strokeStyle = ink;
  brush.lineWidth = width;
  brush.stroke();
}

/** The note in the editor has a bar beside it, where no edge ends. */
function bar(brush: Brush, { x, y, w, h }: Spot, palette: Palette, k: number): void {
  const width = Math.max(4, 3 / k);
  const height = Math.max(h * 0.7, 12 / k);
  brush.fillStyle = palette.focus;
  brush.fillRect(x - w / 2 - 2.6 * width, y - height / 2, width, height);
}
