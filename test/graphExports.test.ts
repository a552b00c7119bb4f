/** Graphs as SVG, GraphML and DOT: sound documents whatever titles hold, and nothing of the graph is lost. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dotOf } from '../server/core/features/graph/dot';
import type {
  Graph,
  GraphEdge,
  GraphEdgeKind,
  GraphNode,
} from '../server/core/features/graph/form';
import { graphmlOf } from '../server/core/features/graph/graphml';
import { layered } from '../server/core/features/graph/layered';
import { layout } from '../server/core/features/graph/layout';
import { svgOf } from '../server/core/features/graph/svg';
import { textWidth, wrapped } from '../server/core/features/graph/wrapped';
import { shownLabel, strictDot } from './support/strictDot';
import { elementsNamed, strictXml } from './support/strictXml';

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

function nodeOf(path: string, more: Partial<GraphNode> = {}): GraphNode {
  const none = { type: null, confidence: null, domain: null, created: null, distance: null };
  return { path, title: path, challenged: false, ...none, ...more };
}

function graphOf(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): Graph {
  return { scope: { kind: 'vault' }, nodes, edges, omitted: 0 };
}

const texts = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 40 }));
const hostileGraph = fc
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

describe('graphs as documents', () => {
  it('are well-formed XML with every note and edge, whatever they are called', () => {
    fc.assert(
      fc.property(hostileGraph, graph => {
        const svg = strictXml(svgOf(graph, layout(graph)));
        const classes =
          (word: string) => (each: { attributes: Readonly<Record<string, string>> }) =>
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
      }),
      { numRuns: 150 },
    );
  });

  it('are sound DOT with every note and edge, whatever they are called', () => {
    const seen = (text: string) => visible(text.replace(/\s+/gu, ' '));
    fc.assert(
      fc.property(hostileGraph, graph => {
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
      }),
      { numRuns: 150 },
    );
  });

  it('says in a picture what is challenged, not by colour alone, and what signs mean', () => {
    const graph = graphOf(
      [
        nodeOf('a.md', { type: 'claim', confidence: 'proven', challenged: true, distance: 0 }),
        nodeOf('b.md', { type: 'claim', confidence: 'likely' }),
        nodeOf('c.md', { type: 'source' }),
      ],
      [
        { from: 'b.md', to: 'a.md', kind: 'challenges' },
        { from: 'c.md', to: 'a.md', kind: 'extracted' },
      ],
    );
    const { positions, routes } = layered(graph);
    const svg = strictXml(
      svgOf({ ...graph, scope: { kind: 'note', path: 'a.md', steps: 1 } }, positions, { routes }),
    );
    const [node] = elementsNamed(svg, 'g').filter(
      ({ attributes }) => attributes['class'] === 'node firm challenged centre',
    );
    assert.match(node?.text ?? '', /^a\.md \(claim · proven\).*!$/su);
    const title = elementsNamed(svg, 'title')[0]?.text;
    assert.equal(title, 'The argument around “a.md”');
    assert.equal(elementsNamed(svg, 'desc')[0]?.text, '3 notes, 2 edges. Challenged: “a.md”.');
    const words = elementsNamed(svg, 'text').map(({ text }) => text);
    for (const word of ['claim', 'source', 'proven', 'likely', 'challenged', 'challenges'])
      assert.ok(words.includes(word), word);
    for (const word of ['entity', 'supports', 'speculative'])
      assert.ok(!words.includes(word), word);
    const style = elementsNamed(svg, 'style')[0]?.text ?? '';
    assert.match(style, /prefers-color-scheme:dark/u);
    assert.doesNotMatch(style, /@import|url\(/u);
  });

  it('has room for the labels of a cloud', () => {
    const title = 'whoever stands at the right border is read to the end';
    const nodes = Array.from({ length: 200 }, (_, index) => nodeOf(`n${index}`, { title: '' }));
    const positions = new Map(nodes.map(({ path }, index) => [path, { x: index * 20, y: 0 }]));
    const last = nodeOf('n199', { title });
    const svg = strictXml(svgOf(graphOf([...nodes.slice(0, -1), last], []), positions));
    const [label] = elementsNamed(svg, 'text').filter(
      ({ attributes }) => attributes['class'] === 'label',
    );
    const cloud = elementsNamed(svg, 'g').find(({ attributes }) => attributes['class'] === 'cloud');
    const [, moved = ''] = /^translate\((\S+)/u.exec(cloud?.attributes['transform'] ?? '') ?? [];
    const end = Number(moved) + Number(label?.attributes['x']) + textWidth(label?.text ?? '', 11);
    assert.ok(end > 3900 && end <= Number(svg.attributes['width']), String(end));
  });

  it('wraps titles within their room, at words where it can', () => {
    const widths = [120, 120, 90];
    assert.deepEqual(wrapped('  one\n two ', widths, 12), ['one two']);
    assert.deepEqual(wrapped('', widths, 12), []);
    const long = wrapped(
      'some words that are longer than the room that there is for them all',
      widths,
      12,
    );
    assert.equal(long.length, 3);
    assert.match(long[2] ?? '', /…$/u);
    const half = /\p{Surrogate}/u;
    fc.assert(
      fc.property(fc.oneof(texts, fc.lorem({ maxCount: 40 })), text => {
        const lines = wrapped(text, widths, 12);
        for (const [at, line] of lines.entries()) {
          assert.ok(textWidth(line, 12) <= (widths[at] ?? 0) + 12, line);
          if (!half.test(text)) assert.doesNotMatch(line, half);
        }
      }),
    );
  });
});
