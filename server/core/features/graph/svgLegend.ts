/** What shapes, colours and lines of a drawn graph mean: only what is in it. */
import type { Graph, GraphNode } from './form';
import { edgeWords, firmnesses, firmnessOf, shapeOf } from './looks';
import { shapeSvg } from './svgShape';
import { textWidth } from './wrapped';
import { xmlText } from './xml';

const SAMPLE = { width: 30, height: 18 } as const;
const ROW = 28;
const SIZE = 12;

interface Item {
  readonly picture: string;
  readonly words: string;
}

export interface Legend {
  readonly svg: string;
  readonly height: number;
}

/** Its upper left corner is at 0, 0. */
export function legendOf({ nodes, edges }: Graph, width: number): Legend {
  const kinds = Object.entries(edgeWords).filter(([kind]) =>
    edges.some(each => each.kind === kind),
  );
  const items = [
    ...typesIn(nodes),
    ...confidencesIn(nodes),
    ...(nodes.some(({ challenged }) => challenged) ? [CHALLENGED] : []),
    ...kinds.map(([kind, words]) => ({ picture: line(kind), words })),
  ];
  let [x, y] = [0, 0];
  const placed = items.map(({ picture, words }) => {
    const wide = SAMPLE.width + 8 + textWidth(words, SIZE) + 22;
    if (x > 0 && x + wide > width) [x, y] = [0, y + ROW];
    const svg = `<g transform="translate(${x} ${y})"><g transform="translate(${SAMPLE.width / 2} ${ROW / 2})">${picture}</g><text x="${SAMPLE.width + 8}" y="${ROW / 2 + 4}">${xmlText(words)}</text></g>`;
    x += Math.ceil(wide);
    return svg;
  });
  return { svg: placed.join('\n'), height: items.length === 0 ? 0 : y + ROW };
}

function typesIn(nodes: readonly GraphNode[]): Item[] {
  const types = [...new Set(nodes.map(({ type }) => type ?? 'note'))].sort();
  return types.map(type => ({ picture: sample('unsaid', { type }), words: type }));
}

function sample(names: string, { type }: Pick<GraphNode, 'type'>): string {
  return `<g class="${names}">${shapeSvg(shapeOf({ type }), SAMPLE.width, SAMPLE.height)}</g>`;
}

/** The words that notes have for it. */
function confidencesIn(nodes: readonly GraphNode[]): Item[] {
  return firmnesses.flatMap(firmness => {
    if (firmness === 'unsaid') return [];
    const fitting = nodes.filter(node => firmnessOf(node) === firmness);
    const words = [...new Set(fitting.map(({ confidence }) => confidence?.toLowerCase()))].sort();
    return words.length === 0
      ? []
      : [{ picture: sample(firmness, { type: 'claim' }), words: words.join(', ') }];
  });
}

const CHALLENGED: Item = {
  picture: `${sample('unsaid challenged', { type: 'claim' })}${markSvg(SAMPLE.width / 2, -SAMPLE.height / 2, 7)}`,
  words: 'challenged',
};

/** The mark of what another note speaks against. */
export function markSvg(x: number, y: number, radius: number): string {
  return `<g class="mark" transform="translate(${x} ${y})"><circle r="${radius}"/><text y="${radius / 2}" style="font-size:${radius * 1.5}px">!</text></g>`;
}

function line(kind: string): string {
  const end = kind === 'related' ? '' : ` marker-end="url(#head-${kind})"`;
  return `<path class="edge ${kind}" d="M${-SAMPLE.width / 2} 0H${SAMPLE.width / 2}"${end}/>`;
}
