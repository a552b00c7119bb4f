/** Draws a note as a box with its title, its type and how sure it is. */
import type { Firmness, NodeShape } from '../../../server/core/features/graph/looks';
import type { Brush } from './paint';
import type { Palette } from './palette';
import type { Spot } from './scene';
import { trace } from './shapes';
import { wrapped } from './wrapped';

const [PAD_X, PAD_Y, LINE] = [14, 8, 14.5];
/** Where corners take room. */
const WIDER: Readonly<Partial<Record<NodeShape, number>>> = { hexagon: 6, ellipse: 12 };
const TITLE_LINES = 4;

/** Below this scale its words cannot be read. */
export const READABLE = 0.45;

export function paintBox(brush: Brush, spot: Spot, palette: Palette, k: number): void {
  const { node, shape, tone, x, y, w, h, isCentre } = spot;
  brush.beginPath();
  trace(brush, shape, x, y, w, h);
  brush.fillStyle = palette.card;
  brush.fill();
  brush.strokeStyle = palette[tone];
  brush.lineWidth = Math.max(isCentre ? 4 : 2, 1.2 / k);
  brush.stroke();
  if (node.challenged) paintChallenge(brush, spot, palette, k);
  if (k < READABLE) {
    brush.globalAlpha = 0.35;
    brush.fillStyle = palette[tone];
    brush.fill();
    brush.globalAlpha = 1;
    return;
  }
  const pad = PAD_X + (WIDER[shape] ?? 0);
  const [left, top] = [x - w / 2 + pad, y - h / 2 + PAD_Y];
  const room = w - 2 * pad;
  brush.textAlign = 'left';
  brush.textBaseline = 'top';
  brush.fillStyle = palette.ink;
  const title = `${isCentre ? 'bold ' : ''}12px ${palette.font}`;
  for (const [at, line] of wrapped(brush, node.title, title, room, TITLE_LINES).entries())
    brush.fillText(line, left, top + at * LINE);
  const under = y + h / 2 - PAD_Y - 9;
  paintGauge(brush, left + 5, under + 5, tone, palette, 4.5);
  const facts = [node.type ?? 'no type', ...(node.confidence === null ? [] : [node.confidence])];
  if (node.challenged) facts.push('challenged');
  brush.fillStyle = palette.quiet;
  const [words = ''] = wrapped(brush, facts.join(' · '), `10.5px ${palette.font}`, room - 16, 1);
  brush.fillText(words, left + 16, under);
}

/** A note that somebody speaks against: a thick broken border, and a mark on its corner. */
export function paintChallenge(
  brush: Brush,
  { shape, x, y, w, h }: Spot,
  palette: Palette,
  k: number,
) {
  brush.beginPath();
  trace(brush, shape, x, y, w + 8, h + 8);
  brush.strokeStyle = palette.challenged;
  brush.lineWidth = Math.max(3, 2 / k);
  brush.setLineDash([9, 5]);
  brush.stroke();
  brush.setLineDash([]);
  const radius = Math.max(10, 5 / k);
  const [cx, cy] = [x + w / 2 - 4, y - h / 2 - 2];
  brush.beginPath();
  brush.ellipse(cx, cy, radius, radius, 0, 0, 2 * Math.PI);
  brush.fillStyle = palette.challenged;
  brush.fill();
  brush.fillStyle = palette.background;
  brush.font = `bold ${radius * 1.5}px ${palette.font}`;
  brush.textAlign = 'center';
  brush.textBaseline = 'middle';
  brush.fillText('!', cx, cy + radius * 0.08);
  brush.beginPath();
  trace(brush, shape, x, y, w, h);
}

/** How much of it is filled tells the confidence. */
const FILLED: Readonly<Partial<Record<Firmness, number>>> = {
  firm: 1,
  likely: 0.75,
  open: 0.5,
  weak: 0.25,
};

export function paintGauge(
  brush: Brush,
  x: number,
  y: number,
  tone: Firmness,
  palette: Palette,
  radius = 5,
): void {
  const start = -Math.PI / 2;
  brush.strokeStyle = palette[tone];
  brush.fillStyle = palette[tone];
  brush.lineWidth = 1.4;
  brush.beginPath();
  brush.ellipse(x, y, radius, radius, 0, 0, 2 * Math.PI);
  brush.stroke();
  const part = FILLED[tone];
  if (part === undefined) return;
  brush.beginPath();
  brush.moveTo(x, y);
  brush.ellipse(x, y, radius, radius, 0, start, start + 2 * Math.PI * part);
  brush.closePath();
  brush.fill();
}
