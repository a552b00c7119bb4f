/** A graph as a picture that stands for itself: a document of SVG, without scripts. */
import type { Graph, GraphEdge, GraphEdgeKind, GraphNode, GraphPositions } from './form';

import { firmnessOf, shapeOf } from './looks';
import { portsOf } from './ports';
import { type Point, type Routes, routeKey } from './routes';
import { BOX, DOT, standsInRows } from './sizes';
import { legendOf, markSvg } from './svgLegend';
import { roomIn, shapeSvg } from './svgShape';
import { styleOf, type Theme } from './svgStyle';
import { lineOf, pathOf, rounded } from './ways';
import { textWidth, wrapped } from './wrapped';
import { xmlText } from './xml';

export interface SvgOptions {
  readonly routes?: Routes;
  readonly theme?: Theme;
}

const MARGIN = 28;
const SIZE = 12;
const LINE = 14.5;
/** Notes of a cloud that bear their titles. */
const MOST_LABELS = 40;

/** Nodes without a position are left out. */
export function svgOf(graph: Graph, positions: GraphPositions, options: SvgOptions = {}): string {
  const { routes = new Map(), theme = 'auto' } = options;
  const nodes = graph.nodes.filter(({ path }) => positions.has(path));
  const at = (path: string) => positions.get(path) ?? { x: 0, y: 0 };
  const rows = standsInRows(graph);
  const labels = rows ? new Map<string, string>() : labelsOf(graph, at);
  const points = [
    ...nodes.map(({ path }) => at(path)),
    ...(rows ? [...routes.values()].flat() : []),
    ...Array.from(labels, ([path, label]) => endOfLabel(at(path), label)),
  ];
  const box = boundsOf(points, rows);
  const width = Math.max(box.width, 420);
  const legend = legendOf({ ...graph, nodes }, width);
  const height = box.height + 24 + legend.height + 26;
  const summary = summaryOf(graph);
  const title = titleOf(graph);
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${rounded(width + 2 * MARGIN)} ${rounded(height + 2 * MARGIN)}" width="${rounded(width + 2 * MARGIN)}" height="${rounded(height + 2 * MARGIN)}" role="img" aria-labelledby="title desc">`,
    `<title id="title">${xmlText(title)}</title>`,
    `<desc id="desc">${xmlText(described(graph, summary))}</desc>`,
    `<style>${styleOf(theme)}</style>`,
    `<defs>${headsOf(graph.edges)}</defs>`,
    '<rect class="paper" width="100%" height="100%" rx="8"/>',
    `<g${rows ? '' : ' class="cloud"'} transform="translate(${rounded(MARGIN - box.left + (width - box.width) / 2)} ${rounded(MARGIN - box.top)})">`,
    ...edgesSvg(graph, at, rows, routes),
    ...nodes.map(node => nodeSvg(node, at(node.path), rows)),
    ...[...labels].map(([path, label]) => labelSvg(at(path), label)),
    '</g>',
    `<g transform="translate(${MARGIN} ${rounded(MARGIN + box.height + 24)})">`,
    legend.svg,
    `<text class="note" y="${legend.height + 20}">${xmlText(summary)}</text>`,
    '</g>',
    '</svg>',
  ];
  return `${parts.filter(part => part !== '').join('\n')}\n`;
}

function boundsOf(points: readonly Point[], rows: boolean) {
  const { width, height } = rows ? BOX : { width: 40, height: 24 };
  let [left, right, top, bottom] = [0, 0, 0, 0];
  for (const [index, { x, y }] of points.entries()) {
    [left, right] = index === 0 ? [x, x] : [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = index === 0 ? [y, y] : [Math.min(top, y), Math.max(bottom, y)];
  }
  return {
    left: left - width / 2,
    top: top - height / 2,
    width: right - left + width,
    height: bottom - top + height,
  };
}

function titleOf({ scope, nodes }: Graph): string {
  if (scope.kind === 'vault') return 'The argument of the vault';
  if (scope.kind === 'domain') return `The argument in ${scope.domain}`;
  const centre = nodes.find(({ path }) => path === scope.path);
  return `The argument around “${centre?.title ?? scope.path}”`;
}

function summaryOf({ nodes, edges, omitted }: Graph): string {
  const left = omitted === 0 ? '' : `, ${count(omitted, 'note')} left out`;
  return `${count(nodes.length, 'note')}, ${count(edges.length, 'edge')}${left}`;
}

function described({ nodes }: Graph, summary: string): string {
  const challenged = nodes.filter(node => node.challenged).map(({ title }) => `“${title}”`);
  const more = challenged.length > 12 ? ` and ${challenged.length - 12} others` : '';
  const named = `${challenged.slice(0, 12).join(', ')}${more}`;
  return challenged.length === 0 ? `${summary}.` : `${summary}. Challenged: ${named}.`;
}

function headsOf(edges: readonly GraphEdge[]): string {
  const kinds = new Set(edges.map(({ kind }) => kind));
  kinds.delete('related');
  return [...kinds].sort().map(headOf).join('');
}

/** What speaks against something ends in a bar before its arrow. */
function headOf(kind: GraphEdgeKind): string {
  const bar = kind === 'challenges' ? '<path d="M1 0V10" stroke-width="2"/>' : '';
  const open = kind === 'extracted' ? ' style="fill:none"' : '';
  return `<marker id="head-${kind}" class="head-${kind}" viewBox="0 0 12 10" refX="11" refY="5" markerWidth="11" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto">${bar}<path d="M2.5 .8L11 5L2.5 9.2Z"${open}/></marker>`;
}

function edgesSvg(
  { nodes, edges }: Graph,
  at: (path: string) => Point,
  rows: boolean,
  routes: Routes,
): string[] {
  const ports = rows ? portsOf(edges, at, routes) : new Map();
  const round = new Set(nodes.filter(each => shapeOf(each) === 'ellipse').map(({ path }) => path));
  const sides = new Map<string, GraphEdge[]>();
  for (const edge of edges) {
    const key = routeKey(edge.from, edge.to);
    sides.set(key, [...(sides.get(key) ?? []), edge]);
  }
  return edges.map(edge => {
    const { from, to, kind } = edge;
    const same = sides.get(routeKey(from, to)) ?? [edge];
    const aside = (same.indexOf(edge) - (same.length - 1) / 2) * (rows ? 14 : 4);
    const route = routes.get(routeKey(from, to)) ?? [];
    const way = { from: at(from), to: at(to), size: rows ? BOX : DOT, aside };
    // Routes are written from the lower end.
    const data = rows
      ? pathOf({
          ...way,
          route: way.from.y < way.to.y ? route.toReversed() : route,
          ports: ports.get(edge),
          rounds: { from: round.has(from), to: round.has(to) },
        })
      : lineOf(way);
    const end = kind === 'related' || !rows ? '' : ` marker-end="url(#head-${kind})"`;
    return `<path class="edge ${kind}" d="${data}"${end}/>`;
  });
}

function nodeSvg(node: GraphNode, { x, y }: Point, rows: boolean): string {
  const { width, height } = rows ? BOX : DOT;
  const shape = shapeOf(node);
  const names = ['node', firmnessOf(node)];
  if (node.challenged) names.push('challenged');
  if (node.distance === 0) names.push('centre');
  const facts = [node.type ?? 'note', node.confidence].filter(each => each !== null).join(' · ');
  const mark = !node.challenged
    ? ''
    : rows
      ? markSvg(width / 2 - 2, 2 - height / 2, 10)
      : markSvg(7, -7, 5);
  const words = rows ? titleSvg(wrapped(node.title, roomIn(shape, width), SIZE), facts) : '';
  return `<g class="${names.join(' ')}" transform="translate(${rounded(x)} ${rounded(y)})"><title>${xmlText(`${node.title} (${facts})`)}</title>${shapeSvg(shape, width, height)}${words}${mark}</g>`;
}

/** How far from the middle of its note a label begins. */
const LABEL = DOT.width / 2 + 4;

function endOfLabel({ x, y }: Point, label: string): Point {
  return { x: x + LABEL + textWidth(label, 11), y };
}

function labelSvg({ x, y }: Point, label: string): string {
  return `<text class="label" x="${rounded(x + LABEL)}" y="${rounded(y + 4)}">${xmlText(label)}</text>`;
}

function titleSvg(lines: readonly string[], facts: string): string {
  const top = 4 - ((lines.length + 1) * LINE) / 2 + LINE / 2;
  const spans = lines.map(
    (line, at) => `<tspan x="0" y="${rounded(top + at * LINE)}">${xmlText(line)}</tspan>`,
  );
  const [shown = ''] = wrapped(facts, [BOX.width * 0.7], 10.5);
  return `<text>${spans.join('')}</text><text class="facts" y="${rounded(top + lines.length * LINE + 2)}">${xmlText(shown)}</text>`;
}

/** Short titles of the best connected, as far as they do not cover each other. */
function labelsOf({ nodes, edges }: Graph, at: (path: string) => Point): Map<string, string> {
  const degrees = new Map<string, number>();
  for (const { from, to } of edges)
    for (const path of [from, to]) degrees.set(path, (degrees.get(path) ?? 0) + 1);
  const order = [...nodes].sort((a, b) => (degrees.get(b.path) ?? 0) - (degrees.get(a.path) ?? 0));
  const labels = new Map<string, string>();
  const taken: { x: number; y: number; width: number }[] = [];
  for (const { path, title } of order) {
    if (labels.size >= MOST_LABELS) break;
    const [label = ''] = wrapped(title, [220], 11);
    const { x, y } = at(path);
    const width = textWidth(label, 11) + 16;
    const covers = (each: { x: number; y: number; width: number }) =>
      Math.abs(each.y - y) < 14 && x < each.x + each.width && each.x < x + width;
    if (label === '' || taken.some(covers)) continue;
    taken.push({ x, y, width });
    labels.set(path, label);
  }
  return labels;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
