/** Where the notes of a graph stand: evidence below, what rests on it above, challengers beside, nothing on another. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type {
  GraphEdge,
  GraphEdgeKind,
  GraphNode,
  GraphPositions,
} from '../server/core/features/graph/form';
import { layered } from '../server/core/features/graph/layered';
import { layout, layoutSteps } from '../server/core/features/graph/layout';
import { routeKey } from '../server/core/features/graph/routes';
import { BOX, GAP } from '../server/core/features/graph/sizes';

interface Shape {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

function nodeOf(path: string): GraphNode {
  const none = { type: null, confidence: null, domain: null, created: null, distance: null };
  return { path, title: path, challenged: false, ...none };
}

/** Edges as `a>b` for what bears `b` out, `a!b` for what challenges it, `a-b` for what is related. */
function shapeOf(written: string): Shape {
  const signs: Readonly<Record<string, GraphEdgeKind>> = {
    '>': 'supports',
    '!': 'challenges',
    '-': 'related',
  };
  const paths = new Set<string>();
  const edges = written.split(' ').flatMap(each => {
    const [, from = each, sign = '', to = each] = /^(\w+)([>!-])(\w+)$/u.exec(each) ?? [];
    for (const path of [from, to]) paths.add(path);
    const kind = signs[sign];
    return kind === undefined ? [] : [{ from, to, kind }];
  });
  return { nodes: [...paths].map(nodeOf), edges };
}

const at = (positions: GraphPositions, path: string) => {
  const place = positions.get(path);
  assert.ok(place, path);
  return place;
};

function assertApart(positions: GraphPositions): void {
  const all = [...positions];
  for (const [index, [path, a]] of all.entries())
    for (const [other, b] of all.slice(index + 1)) {
      const apart = Math.abs(a.x - b.x) >= BOX.width || Math.abs(a.y - b.y) >= BOX.height;
      assert.ok(apart, `${path} at ${a.x}, ${a.y} and ${other} at ${b.x}, ${b.y}`);
    }
}

const random = (most: number) =>
  fc
    .array(
      fc.record({
        from: fc.nat(most),
        to: fc.nat(most),
        kind: fc.constantFrom<GraphEdgeKind>('supports', 'depends', 'challenges', 'related'),
      }),
      { maxLength: most * 2 },
    )
    .map(all => {
      const edges = all
        .filter(({ from, to }) => from !== to)
        .map(({ from, to, kind }) => ({ from: `n${from}`, to: `n${to}`, kind }));
      return { nodes: Array.from({ length: most + 1 }, (_, each) => nodeOf(`n${each}`)), edges };
    });

describe('the layout of a small graph', () => {
  it('puts evidence below what rests on it', () => {
    const shape = shapeOf('a>b b>c a>c d>c e>d');
    const places = layout(shape);
    for (const { from, to } of shape.edges)
      assert.ok(at(places, from).y > at(places, to).y, `${from} below ${to}`);
    assert.equal(at(places, 'b').y, at(places, 'd').y);
  });

  it('puts challengers beside what they challenge, whatever they rest on themselves', () => {
    const places = layout(shapeOf('a>b b>c x!b y>x z>y u!c'));
    for (const [challenger, claim] of ['xb', 'uc'] as const) {
      const [a, b] = [at(places, challenger ?? ''), at(places, claim ?? '')];
      assert.equal(a.y, b.y);
      assert.ok(Math.abs(a.x - b.x) < BOX.width * 1.6, 'next to it');
    }
  });

  it('keeps rows below what they are told where notes challenge what they support', () => {
    const places = layout(shapeOf('a>b a!b'));
    assert.ok(at(places, 'a').y > at(places, 'b').y);
  });

  it('ends where notes rest on each other in a circle', () => {
    assertApart(layout(shapeOf('a>b b>c c>a d>a c>e')));
  });

  it('makes no row very long', () => {
    const leaves = Array.from({ length: 60 }, (_, index) => `e${index}>hub`).join(' ');
    const places = layout(shapeOf(leaves));
    const rows = new Map<number, number>();
    for (const { y } of places.values()) rows.set(y, (rows.get(y) ?? 0) + 1);
    assert.ok(Math.max(...rows.values()) <= 12, [...rows.values()].join());
    assertApart(places);
  });

  it('never puts a note on another one, and leads long edges past notes', () => {
    fc.assert(
      fc.property(random(18), shape => {
        const { positions, routes } = layered(shape);
        assert.equal(positions.size, shape.nodes.length);
        assertApart(positions);
        for (const { from, to } of shape.edges)
          for (const point of routes.get(routeKey(from, to)) ?? [])
            for (const box of positions.values())
              assert.ok(
                Math.abs(point.x - box.x) >= BOX.width / 2 ||
                  Math.abs(point.y - box.y) >= BOX.height / 2,
              );
      }),
      { numRuns: 60 },
    );
  });

  it('leaves notes where they stood when others come and go', () => {
    const start = layout(shapeOf('a>b b>c d!b'));
    const shape = shapeOf('a>b b>c x>b y>x z');
    const places = layout(shape, { start });
    for (const path of ['a', 'b', 'c']) assert.deepEqual(places.get(path), start.get(path));
    assert.ok(at(places, 'x').y > at(places, 'b').y);
    assert.ok(at(places, 'y').y > at(places, 'x').y);
    assertApart(places);
  });

  it('puts no note that comes on another one, however often some come', () => {
    fc.assert(
      fc.property(fc.array(random(14), { minLength: 2, maxLength: 5 }), shapes => {
        let places: GraphPositions = new Map();
        for (const { nodes, edges } of shapes) {
          const joined = new Set(edges.flatMap(({ from, to }) => [from, to]));
          // Others come and go each time.
          const shape = { nodes: nodes.filter(({ path }) => joined.has(path)), edges };
          places = layout(shape, { start: places });
          assert.equal(places.size, shape.nodes.length);
          assertApart(places);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('puts many that come at once on several rows, on their side', () => {
    const old = Array.from({ length: 41 }, (_, index) => `o${index}>claim`).join(' ');
    const start = layout(shapeOf(old));
    const come = Array.from({ length: 30 }, (_, index) => `e${index}>claim`).join(' ');
    const places = layout(shapeOf(`${old} ${come}`), { start });
    assertApart(places);
    const aside = Math.max(
      ...[...places]
        .filter(([path]) => path.startsWith('e'))
        .map(([, { x }]) => Math.abs(x - at(places, 'claim').x)),
    );
    assert.ok(aside < 4 * (BOX.width + GAP.x), `${aside}`);
    for (const [path, { y }] of places)
      if (path.startsWith('e')) assert.ok(y > at(places, 'claim').y, path);
  });

  it('has about the shape of a screen, though all of it hangs together', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), numbers => {
        // A tree with some more edges, as domains are: each note bears out an older one.
        const next = () => numbers.next().value as number;
        const tree = Array.from(
          { length: 99 },
          (_, index) => `n${index + 1}>n${next() % (index + 1)}`,
        );
        const more = Array.from({ length: 30 }, () => `n${next() % 100}-n${next() % 100}`);
        const { positions } = layered(shapeOf([...tree, ...more].join(' ')));
        const [xs, ys] = [
          [...positions.values()].map(({ x }) => x),
          [...positions.values()].map(({ y }) => y),
        ];
        const width = Math.max(...xs) - Math.min(...xs) + BOX.width;
        const height = Math.max(...ys) - Math.min(...ys) + BOX.height;
        assert.ok(width < 4000 && height < 4000 && width < 3 * height, `${width} to ${height}`);
      }),
      { numRuns: 8 },
    );
  });
});

describe('the layout of a large graph', () => {
  const large = (): Shape => {
    const edges = Array.from({ length: 199 }, (_, index): GraphEdge => {
      const from = `n${index + 1}`;
      return { from, to: `n${Math.floor(index / 3)}`, kind: 'supports' };
    });
    return { nodes: Array.from({ length: 200 }, (_, index) => nodeOf(`n${index}`)), edges };
  };

  it('is the same for the same graph', () => {
    assert.deepEqual([...layout(large())], [...layout(large())]);
  });

  it('brings together what is joined', () => {
    const shape = large();
    const places = layout(shape);
    const distance = (from: string, to: string) =>
      Math.hypot(at(places, from).x - at(places, to).x, at(places, from).y - at(places, to).y);
    const mean = (pairs: readonly (readonly [string, string])[]) =>
      pairs.reduce((sum, [from, to]) => sum + distance(from, to), 0) / pairs.length;
    const joined = mean(shape.edges.map(({ from, to }) => [from, to]));
    const any = mean(shape.edges.map((_, index) => [`n${index}`, `n${(index * 67 + 101) % 200}`]));
    assert.ok(joined * 3 < any, `${joined} and ${any}`);
  });

  it('can be stopped after any step, with a place for every note', () => {
    const shape = large();
    let steps = 0;
    for (const places of layoutSteps(shape)) {
      assert.equal(places.size, 200);
      for (const { x, y } of places.values()) assert.ok(Number.isFinite(x) && Number.isFinite(y));
      if (++steps === 5) break;
    }
    assert.equal(steps, 5);
  });

  it('hardly moves what it knows when a note comes', () => {
    const shape = large();
    const start = new Map([...layout(shape)].map(([path, { x, y }]) => [path, { x, y }]));
    const more = {
      nodes: [...shape.nodes, nodeOf('new')],
      edges: [...shape.edges, { from: 'new', to: 'n7', kind: 'supports' } as const],
    };
    const places = layout(more, { start });
    const moves = [...start].map(([path, { x, y }]) =>
      Math.hypot(at(places, path).x - x, at(places, path).y - y),
    );
    const size = Math.max(...[...start.values()].map(({ x }) => x)) * 2;
    const mean = moves.reduce((sum, each) => sum + each, 0) / moves.length;
    assert.ok(mean < size / 20, `${mean} of ${size}`);
  });
});
