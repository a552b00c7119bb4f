/** The graph as a picture to keep: what is shown, where it stands. */
import type { Graph, GraphPositions } from '../../../server/core/features/graph/form';
import { layered } from '../../../server/core/features/graph/layered';
import { standsInRows } from '../../../server/core/features/graph/sizes';
import { svgOf } from '../../../server/core/features/graph/svg';
import type { Arrangement } from './arrange';
import type { Shown } from './filters';
import { legendHeight, paintLegend } from './legend';
import { type Brush, paintSteps } from './paint';
import type { Palette } from './palette';
import type { Scene } from './scene';

const MARGIN = 24;
/** Pixels of a side; browsers refuse much larger ones. */
const MOST = 8000;

export function svgPicture(graph: Graph, shown: Shown, arrangement: Arrangement): string {
  const drawn: Graph = { ...graph, ...shown };
  // A cloud of which the filter leaves a few notes is drawn as boxes, which need more room.
  const fits = standsInRows(drawn) === arrangement.boxes;
  const { positions, routes } = fits ? arrangement : layered(drawn);
  return svgOf(drawn, positions as GraphPositions, { routes });
}

/** PNG in base64, in the colours of the editor, with what they mean below it; empty where the browser refuses. */
export function pngPicture(scene: Scene, palette: Palette): string {
  const [l, t, r, b] = scene.bounds;
  const [width, height] = [r - l + 2 * MARGIN, b - t + 2 * MARGIN];
  const k = Math.min(2, MOST / width, MOST / height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * k);
  // Its words are of the size in which they are read, however small notes are.
  const scale = Math.max(1, k);
  const below = legendHeight(scene, palette, canvas.width / scale - 2 * MARGIN);
  canvas.height = Math.ceil(height * k + (below + MARGIN) * scale);
  const brush: Brush | null = canvas.getContext('2d');
  if (brush === null) return '';
  brush.fillStyle = palette.background;
  brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.setTransform(k, 0, 0, k, (MARGIN - l) * k, (MARGIN - t) * k);
  // What is drawn larger than it is has larger words, too.
  const view = { k: scene.boxes ? Math.max(k, 1) : Math.min(k, 1), x: 0, y: 0 };
  const area = [l - MARGIN, t - MARGIN, r + MARGIN, b + MARGIN] as const;
  for (const _ of paintSteps(brush, scene, palette, view, area));
  brush.setTransform(scale, 0, 0, scale, MARGIN * scale, height * k);
  paintLegend(brush, scene, palette, canvas.width / scale - 2 * MARGIN);
  return canvas.toDataURL('image/png').replace(/^data:(?:image\/png;base64)?,/u, '');
}
