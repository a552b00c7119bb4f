/** Graphs as documents: sound whatever titles hold, with every note and edge. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dotOf } from '../../../server/core/features/graph/dot';
import type {
  Graph,
  GraphEdge,
  GraphEdgeKind,
  GraphNode,
} from '../../../server/core/features/graph/form';
import { graphmlOf } from '../../../server/core/features/graph/graphml';
import { layered } from '../../../server/core/features/graph/layered';
import { layout } from '../../../server/core/features/graph/layout';
import { svgOf } from '../../../server/core/features/graph/svg';
import { shownLabel, strictDot } from '../../support/strictDot';
import { elementsNamed, strictXml } from '../../support/strictXml';
import { target } from '../Target';

const HOSTILE = [
  '"><script>alert(1)</script>',
  "'/><image href=x onerror=alert(1)>",
  ']]>&lt;&amp;&#0;&bogus;',
  'two\nlines\r\nand\ttabs',
  'half \ud83d a pair \udc00',
  'zero \0 bell \u0007 escape \u001b none \uffff',
  'ends with \\',
  '\\N \\G "\\" \\n',
  '{rank=same; a -> b}',
  '/* no comment */ // nor this # nor that',
  '\u202eright to left\u2066',
  '漢字'.repeat(60),
  'a'.repeat(400),
  '👩‍👩‍👧‍👦 a family',
  '',
];
const KINDS: readonly GraphEdgeKind[] = [
  'supports',
  'depends',
  'challenges',
  'extracted',
  'related',
];

export function nodeOf(path: string, more: Partial<GraphNode> = {}): GraphNode {
  const none = { type: null, confidence: null, domain: null, created: null, distance: null };
  return { path, title: path, challenged: false, ...none, ...more };
}

export function graphOf(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): Graph {
  return { scope: { kind: 'vault' }, nodes, edges, omitted: 0 };
}

export const texts = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
export const hostileGraph = fc
  .uniqueArray(texts, { minLength: 1, maxLength: 12 })
  .chain(paths =>
    fc.record({
      nodes: fc.tuple(
        ...paths.map(path =>
          fc.record({
            path: fc.constant(path),
            title: texts,
            type: fc.option(fc.oneof(fc.constantFrom('claim', 'source', 'entity'), texts)),
            confidence: fc.option(fc.oneof(fc.constant('likely'), texts)),
            domain: fc.option(texts),
            created: fc.option(fc.constant('2026-01')),
            challenged: fc.boolean(),
            distance: fc.option(fc.nat(4)),
          }),
        ),
      ),
      edges: fc.uniqueArray(
        fc.record({
          from: fc.constantFrom(...paths),
          to: fc.constantFrom(...paths),
          kind: fc.constantFrom(...KINDS),
        }),
        { maxLength: 20, selector: ({ from, to, kind }) => JSON.stringify([from, to, kind]) },
      ),
    }),
  )
  .map(({ nodes, edges }) =>
    graphOf(
      nodes,
      edges.filter(({ from, to }) => from !== to).map(edge => ({ ...edge })),
    ),
  );

/** What can be shown of a text at all. */
const visible = (text: string) => text.replace(/[\p{Cc}\p{Surrogate}\ufffe\uffff]/gu, '\ufffd');

export function assertXml(graph: Graph): void {
  const svg = strictXml(svgOf(graph, layout(graph)));
  const classes = (word: string) => (each: { attributes: Readonly<Record<string, string>> }) =>
    each.attributes['class']?.split(' ').includes(word);
  assert.equal(elementsNamed(svg, 'g').filter(classes('node')).length, graph.nodes.length);
  assert.equal(elementsNamed(svg, 'script').length + elementsNamed(svg, 'image').length, 0);
  const graphml = strictXml(graphmlOf(graph));
  const data = elementsNamed(graphml, 'node').map(({ children }) =>
    Object.fromEntries(children.map(({ attributes, text }) => [attributes['key'], text])),
  );
  const said = graph.nodes.map(({ title }) => title);
  for (const [at, title] of said.entries())
    assert.equal(visible(data[at]?.['title'] ?? ''), visible(title));
  const edges = elementsNamed(graphml, 'edge').map(({ attributes, text }) => {
    const path = (id = '') => graph.nodes[Number(id.slice(1))]?.path;
    return { from: path(attributes['source']), to: path(attributes['target']), kind: text };
  });
  assert.deepEqual(edges, graph.edges);
}

export function assertDot(graph: Graph): void {
  const seen = (text: string) => visible(text.replace(/\s+/gu, ' '));
  const { nodes, edges } = strictDot(dotOf(graph));
  assert.deepEqual(
    [...nodes.values()].map(({ tooltip = '' }) => seen(shownLabel(tooltip))),
    graph.nodes.map(({ title }) => seen(title)),
  );
  const path = (id: string) => graph.nodes[Number(id.slice(1))]?.path;
  assert.deepEqual(
    edges.map(({ from, to, attributes }) => [path(from), path(to), attributes['tooltip']]),
    graph.edges.map(({ from, to, kind }) => [from, to, kind]),
  );
}

/** Every node has a place, which is a number, in either layout. */
function assertPlaced(graph: Graph): void {
  for (const positions of [layout(graph), layered(graph).positions]) {
    assert.equal(positions.size, graph.nodes.length);
    for (const { x, y } of positions.values()) assert.ok(Number.isFinite(x) && Number.isFinite(y));
  }
}

export const graphs = target({
  name: 'graphs',
  feeds: 'graphs whose titles, paths, types and domains are anything, with edges in circles',
  holds:
    'SVG and GraphML are well-formed XML without scripts, DOT is sound, each with every note and edge; every note has a place',
  weight: 0.7,
  input: hostileGraph,
  check(graph) {
    assertXml(graph);
    assertDot(graph);
    assertPlaced(graph);
  },
});
