/** What shapes, colours and lines mean: only what is in sight, drawn as the graph draws it. */

import type { GraphEdgeKind, GraphNode } from '../../../server/core/features/graph/form';
import { firmnesses, firmnessOf, shapeOf } from '../../../server/core/features/graph/looks';
import { element } from './dom';
import { edgeWords } from './filters';
import { type Brush, paintLines } from './paint';
import { paintChallenge, paintGauge } from './paintBox';
import type { Palette } from './palette';
import type { Scene, Spot } from './scene';
import { trace } from './shapes';
import { wrapped } from './wrapped';

const [WIDTH, HEIGHT] = [34, 22];

type Paint = (brush: Brush) => void;

interface Entry {
  readonly words: string;
  /** Around its middle, in a place of `WIDTH` and `HEIGHT`. */
  readonly paint: Paint;
}

export function showLegend(list: HTMLElement, scene: Scene, palette: Palette): void {
  list.replaceChildren(...entriesOf(scene, palette).map(item));
}

/** Pixels of an entry in a picture. */
const [COLUMN, ROW] = [200, 28];

/** Pixels that it is high in a picture that is so wide. */
export function legendHeight(scene: Scene, palette: Palette, width: number): number {
  return Math.ceil(entriesOf(scene, palette).length / columnsIn(width)) * ROW;
}

/** In columns from where the brush starts. */
export function paintLegend(brush: Brush, scene: Scene, palette: Palette, width: number): void {
  const columns = columnsIn(width);
  for (const [at, { words, paint }] of entriesOf(scene, palette).entries()) {
    const [left, middle] = [(at % columns) * COLUMN, (Math.floor(at / columns) + 0.5) * ROW];
    brush.save();
    brush.translate(left + WIDTH / 2, middle);
    paint(brush);
    brush.restore();
    const room = COLUMN - WIDTH - 20;
    const [line = ''] = wrapped(brush, words, `12px ${palette.font}`, room, 1);
    brush.fillStyle = palette.ink;
    brush.textAlign = 'left';
    brush.textBaseline = 'middle';
    brush.fillText(line, left + WIDTH + 8, middle);
  }
}

function columnsIn(width: number): number {
  return Math.max(1, Math.floor(width / COLUMN));
}

function entriesOf({ spots, lines }: Scene, palette: Palette): Entry[] {
  const types = [...new Set(spots.map(({ node }) => node.type ?? ''))].sort();
  const kinds = (Object.keys(edgeWords) as GraphEdgeKind[]).filter(kind =>
    lines.some(line => line.kind === kind),
  );
  return [
    ...types.map(type => ({
      words: type === '' ? 'no type' : type,
      paint: (brush: Brush) => shape(brush, type, palette),
    })),
    ...firmnesses.flatMap(tone => {
      const words = wordsOf(
        spots.map(({ node }) => node).filter(node => firmnessOf(node) === tone),
      );
      return words === '' ? [] : [{ words, paint: (brush: Brush) => dot(brush, tone, palette) }];
    }),
    ...(spots.some(({ node }) => node.challenged)
      ? [{ words: 'challenged', paint: (brush: Brush) => challenged(brush, palette) }]
      : []),
    ...kinds.map(kind => ({
      words: edgeWords[kind].forwards,
      paint: (brush: Brush) => line(brush, kind, palette),
    })),
  ];
}

function wordsOf(nodes: readonly GraphNode[]): string {
  const words = [...new Set(nodes.map(({ confidence }) => confidence ?? 'no confidence said'))];
  return words.slice(0, 4).join(', ');
}

function item({ words, paint }: Entry): HTMLElement {
  const made = element('li');
  const canvas = element('canvas');
  const scale = devicePixelRatio;
  canvas.width = WIDTH * scale;
  canvas.height = HEIGHT * scale;
  canvas.style.width = `${WIDTH}px`;
  canvas.style.height = `${HEIGHT}px`;
  canvas.setAttribute('aria-hidden', 'true');
  const brush = canvas.getContext('2d');
  if (brush !== null) {
    brush.scale(scale, scale);
    brush.translate(WIDTH / 2, HEIGHT / 2);
    paint(brush);
  }
  made.append(canvas, element('span', words));
  return made;
}

/** As large as in the graph, and then smaller. */
const SMALLER = 0.3;

function shape(brush: Brush, type: string, palette: Palette): void {
  brush.scale(SMALLER, SMALLER);
  brush.beginPath();
  trace(brush, shapeOf({ type }), 0, 0, 96, 56);
  brush.strokeStyle = palette.ink;
  brush.lineWidth = 5;
  brush.stroke();
}

function challenged(brush: Brush, palette: Palette): void {
  brush.scale(SMALLER, SMALLER);
  paintChallenge(brush, { ...sample, y: 5, w: 72, h: 32 }, palette, SMALLER);
}

function dot(brush: Brush, tone: Spot['tone'], palette: Palette): void {
  paintGauge(brush, 0, 0, tone, palette, 7);
}

function line(brush: Brush, kind: GraphEdgeKind, palette: Palette): void {
  const way = new Path2D(`M${-WIDTH / 2 + 1} 0H${WIDTH / 2 - 2}`);
  const end = { x: WIDTH / 2 - 1, y: 0, ux: 1, uy: 0 };
  paintLines(brush, [{ from: sample, to: sample, kind, way, end }], palette, 1, true);
}

const nothing = { title: '', type: 'claim', confidence: null, domain: null, created: null };
const sample: Spot = {
  ...{ node: { path: '', ...nothing, challenged: true, distance: null }, shape: 'round' },
  ...{ tone: 'unsaid', x: 0, y: 0, w: 0, h: 0, degree: 0, challengers: 1, isCentre: false },
};
