/** Graphs as SVG, GraphML and DOT: sound documents whatever titles hold, and nothing of the graph is lost. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { layered } from '../server/core/features/graph/layered';
import { svgOf } from '../server/core/features/graph/svg';
import { textWidth, wrapped } from '../server/core/features/graph/wrapped';
import { assertDot, assertXml, graphOf, hostileGraph, nodeOf, texts } from './fuzz/targets/graphs';
import { elementsNamed, strictXml } from './support/strictXml';

describe('graphs as documents', () => {
  it('are well-formed XML with every note and edge, whatever they are called', () => {
    fc.assert(fc.property(hostileGraph, assertXml), { numRuns: 150 });
  });

  it('are sound DOT with every note and edge, whatever they are called', () => {
    fc.assert(fc.property(hostileGraph, assertDot), { numRuns: 150 });
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
