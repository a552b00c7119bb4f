/** Titles beside dots: those of the best connected notes first, and none over another. */

import type { Brush } from './paint';
import type { Palette } from './palette';
import type { Bounds, Spot } from './scene';
import { wrapped } from './wrapped';

/** In pixels of the screen. */
const [SIZE, LINE, ROOM] = [11, 13, 150];
/** How far a title may stand out beyond all notes: less than the room beside them where all are in sight. */
const OUT = 16;
const MOST = 120;
const LABELS_A_STEP = 12;
/** Candidates for each label, so that finding none in a crowd has an end. */
const MOST_TRIED = 1200;
/** Pixels between dots at which there is room for every title. */
const CLOSE = 0.55;
const FEW = 18;

/** Yields between a few of them: text takes long. `bounds` are those of all notes, also of those out of sight. */
export function* paintLabels(
  brush: Brush,
  spots: readonly Spot[],
  palette: Palette,
  k: number,
  [leftmost, , rightmost]: Bounds,
): Generator<void> {
  const most = k < CLOSE ? FEW : MOST;
  const ranked = [...spots].sort(
    (a, b) => Number(b.isCentre) - Number(a.isCentre) || b.degree - a.degree,
  );
  const taken = new Places();
  brush.textAlign = 'center';
  brush.textBaseline = 'top';
  brush.lineJoin = 'round';
  let painted = 0;
  for (const { node, x, y, h } of ranked.slice(0, MOST_TRIED)) {
    if (painted === most) break;
    const lines = wrapped(brush, node.title, `${SIZE}px ${palette.font}`, ROOM, 2);
    const [low, high] = [leftmost * k - OUT, rightmost * k + OUT];
    const isInside = x * k - ROOM / 2 >= low && x * k + ROOM / 2 <= high;
    // Measuring takes long: only where it may stand out.
    const half = isInside ? 0 : widest(brush, lines) / 2;
    const middle = between(x * k, low + half, high - half);
    const top = (y + h / 2) * k + 4;
    if (!taken.take(middle - ROOM / 2, top, ROOM, LINE * lines.length)) continue;
    painted++;
    brush.font = `${SIZE / k}px ${palette.font}`;
    for (const [at, line] of lines.entries()) {
      const place = [line, middle / k, (top + at * LINE) / k] as const;
      // A halo, so that it can be read on lines.
      brush.strokeStyle = palette.background;
      brush.lineWidth = 3 / k;
      brush.strokeText(...place);
      brush.fillStyle = palette.ink;
      brush.fillText(...place);
    }
    if (painted % LABELS_A_STEP === 0) yield;
  }
}

function widest(brush: Brush, lines: readonly string[]): number {
  return Math.max(...lines.map(line => brush.measureText(line).width), 0);
}

/** Where there is no room for it, as it was. */
function between(wanted: number, low: number, high: number): number {
  return low > high ? wanted : Math.min(Math.max(wanted, low), high);
}

/** A grid of what is taken, fine enough for labels. */
class Places {
  private readonly cells = new Set<string>();

  take(left: number, top: number, width: number, height: number): boolean {
    const cells: string[] = [];
    for (let x = Math.floor(left / 15); x <= Math.floor((left + width) / 15); x++)
      for (let y = Math.floor(top / 13); y <= Math.floor((top + height) / 13); y++)
        cells.push(`${x},${y}`);
    if (cells.some(cell => this.cells.has(cell))) return false;
    for (const cell of cells) this.cells.add(cell);
    return true;
  }
}
