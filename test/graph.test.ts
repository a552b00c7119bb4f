/** The argument as a graph: which edges there are, how far it goes, and what is left out. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  argumentGraph,
  gathering,
  graphDomains,
} from '../server/core/features/graph/argumentGraph';
import type { Graph, GraphScope } from '../server/core/features/graph/form';
import { Vault } from '../server/core/vault/Vault';

type Fields = Readonly<Record<string, string>>;

/** Notes by name, each in a folder of its own domain where it has a slash. */
function vaultOf(notes: Readonly<Record<string, Fields>>): Vault {
  const vault = new Vault();
  vault.load(
    Object.entries(notes).map(([name, fields]) => {
      const lines = Object.entries(fields).map(([field, value]) => `${field}: ${value}\n`);
      return { kind: 'set', path: `${name}.md`, text: `---\n${lines.join('')}---\n` } as const;
    }),
  );
  return vault;
}

const around = (name: string, steps: number): GraphScope => ({
  kind: 'note',
  path: `${name}.md`,
  steps,
});
const WHOLE: GraphScope = { kind: 'vault' };

const name = (path: string) => path.replace(/\.md$/u, '');
const edgesOf = ({ edges }: Graph) =>
  edges.map(({ from, to, kind }) => `${name(from)} ${kind} ${name(to)}`);
const namesOf = ({ nodes }: Graph) => nodes.map(({ path }) => name(path));

const claim = (fields: Fields = {}): Fields => ({ type: 'claim', ...fields });

describe('the argument as a graph', () => {
  it('has one edge for both ways to say the same, from the evidence to what rests on it', () => {
    const vault = vaultOf({
      a: claim({ depends_on: '[b]', challenged_by: '[c]', related: '[d]' }),
      b: claim({ supports: '[a]' }),
      c: claim({ challenges: '[a]' }),
      d: claim({ related: '[a]' }),
      e: { type: 'source', claims_extracted: '[a]', enrichments: '[b]' },
      f: { type: 'belief', depends_on: '[a]' },
      g: claim({ supersedes: '[a]' }),
    });
    const graph = argumentGraph(vault, WHOLE);
    assert.deepEqual(edgesOf(graph), [
      'a related d',
      'a depends f',
      'b depends a',
      'b supports a',
      'c challenges a',
      'e extracted a',
      'e supports b',
    ]);
    assert.deepEqual(namesOf(graph), ['a', 'b', 'c', 'd', 'e', 'f'], 'g only takes its place');
  });

  it('tells what each note says of itself', () => {
    const vault = vaultOf({
      'domains/tea/a': {
        type: 'Claim',
        confidence: 'likely',
        created: '2026-03-05',
        challenged_by: '[b]',
      },
      'domains/tea/b': { type: 'claim', domain: 'coffee', created: '2026-03' },
      c: { type: 'essay', date: '2025-12-31T10:00', related: '[a]' },
    });
    const { nodes } = argumentGraph(vault, { ...around('domains/tea/a', 1) });
    assert.deepEqual(nodes, [
      {
        path: 'c.md',
        title: 'c',
        type: 'essay',
        confidence: null,
        domain: null,
        created: '2025-12-31',
        challenged: false,
        distance: 1,
      },
      {
        path: 'domains/tea/a.md',
        title: 'a',
        type: 'claim',
        confidence: 'likely',
        domain: 'tea',
        created: '2026-03-05',
        challenged: true,
        distance: 0,
      },
      {
        path: 'domains/tea/b.md',
        title: 'b',
        type: 'claim',
        confidence: null,
        domain: 'coffee',
        created: '2026-03',
        challenged: false,
        distance: 1,
      },
    ]);
  });

  it('counts links in texts, in other fields, to nothing and to the note itself as none', () => {
    const vault = vaultOf({
      a: claim({ source: '"[[b]]"', depends_on: '[gone, a]', related: '["[[picture.png]]"]' }),
      b: claim(),
    });
    vault.apply([
      { kind: 'set', path: 'c.md', text: '[[a]]\n' },
      { kind: 'set', path: 'picture.png', text: null },
    ]);
    assert.deepEqual(argumentGraph(vault, WHOLE).nodes, []);
    const alone = argumentGraph(vault, around('a', 4));
    assert.deepEqual([namesOf(alone), alone.edges], [['a'], []]);
  });

  it('goes as many steps as it is told, along edges in either direction', () => {
    const vault = vaultOf({
      a: claim(),
      b: claim({ depends_on: '[a]' }),
      c: claim({ supports: '[b]' }),
      d: claim({ challenges: '[c]' }),
      e: claim({ related: '[d, a]' }),
    });
    const distances = (steps: number) =>
      argumentGraph(vault, around('b', steps)).nodes.map(
        ({ path, distance }) => `${name(path)}${distance}`,
      );
    assert.deepEqual(distances(0), ['b0']);
    assert.deepEqual(distances(1), ['a1', 'b0', 'c1']);
    assert.deepEqual(distances(2), ['a1', 'b0', 'c1', 'd2', 'e2']);
    assert.deepEqual(distances(9), distances(2));
    // Among what is found all edges are told, those between notes equally far away, too.
    assert.ok(edgesOf(argumentGraph(vault, around('b', 2))).includes('d related e'));
  });

  it('has the notes of a domain, by what they say or else by their folder, and edges among them', () => {
    const vault = vaultOf({
      'domains/tea/a': claim({ depends_on: '[b, c, d]' }),
      'domains/tea/b': claim({ domain: 'coffee' }),
      c: claim({ domain: 'tea' }),
      d: claim({ secondary_domains: '[tea]' }),
      'domains/tea/alone': claim(),
    });
    const graph = argumentGraph(vault, { kind: 'domain', domain: 'tea' });
    assert.deepEqual(namesOf(graph), ['c', 'domains/tea/a', 'domains/tea/alone']);
    assert.deepEqual(edgesOf(graph), ['c depends domains/tea/a']);
    assert.deepEqual(graphDomains(vault), ['coffee', 'tea']);
  });

  it('keeps the nearest, of those as near the best connected, and tells how many it left out', () => {
    const vault = vaultOf({
      a: claim({ related: '[b, c, d]' }),
      b: claim(),
      c: claim({ related: '[d]' }),
      d: claim(),
      e: claim({ related: '[b, f, g, h]' }),
      f: claim({ related: '[g]' }),
      g: claim({ related: '[h]' }),
      h: claim(),
    });
    const kept = (scope: GraphScope, limit: number) => {
      const graph = argumentGraph(vault, scope, limit);
      return `${namesOf(graph).join('')} ${graph.edges.length} ${graph.omitted}`;
    };
    assert.equal(kept(around('b', 1), 1), 'b 0 2');
    assert.equal(kept(around('a', 4), 3), 'abc 2 5');
    assert.equal(kept(around('a', 4), 8), 'abcdefgh 10 0');
  });

  it('keeps of too many whole neighbourhoods, those of the best connected first', () => {
    // Two hubs with five notes each, joined by one of them, and many pairs.
    const hub = (name: string) =>
      Object.fromEntries(
        Array.from({ length: 5 }, (_, at) => [`${name}${at}`, claim({ supports: `[${name}]` })]),
      );
    const pairs = Array.from(
      { length: 30 },
      (_, at) =>
        [
          [`p${at}`, claim({ supports: `[q${at}]` })],
          [`q${at}`, claim({ related: `[p${at}]` })],
        ] as const,
    );
    const vault = vaultOf({
      ...{ a: claim(), b: claim({ related: '[a4]' }), ...hub('a'), ...hub('b') },
      ...Object.fromEntries(pairs.flat()),
    });
    const kept = (limit: number) => namesOf(argumentGraph(vault, WHOLE, limit)).join(' ');
    // The better connected hub, then what it leads to.
    assert.equal(kept(3), 'a4 b b0');
    assert.equal(kept(7), 'a4 b b0 b1 b2 b3 b4');
    assert.equal(kept(12), 'a a0 a1 a2 a3 a4 b b0 b1 b2 b3 b4');
    const { nodes, edges, omitted } = argumentGraph(vault, WHOLE, 19);
    assert.equal(omitted, 72 - 19);
    const joined = new Set(edges.flatMap(({ from, to }) => [from, to]));
    assert.ok(
      nodes.filter(({ path }) => !joined.has(path)).length <= 1,
      'none by itself, but the last',
    );
  });

  it('keeps of the vault nothing that stands alone, however little is kept', () => {
    const numbers = fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { minLength: 1, maxLength: 120 });
    fc.assert(
      fc.property(numbers, fc.integer({ min: 2, max: 30 }), (pairs, limit) => {
        const said = new Map<string, string[]>();
        for (const [from, to] of pairs)
          said.set(`n${from}`, [...(said.get(`n${from}`) ?? []), `n${to}`]);
        const notes = Array.from({ length: 61 }, (_, at) => {
          const named = said.get(`n${at}`) ?? [];
          return [
            `n${at}`,
            claim(named.length > 0 ? { supports: `[${named.join(', ')}]` } : {}),
          ] as const;
        });
        const vault = vaultOf(Object.fromEntries(notes));
        const { nodes, edges } = argumentGraph(vault, WHOLE, limit);
        const joined = new Set(edges.flatMap(({ from, to }) => [from, to]));
        // The last place may be too little for a pair.
        assert.ok(nodes.filter(({ path }) => !joined.has(path)).length <= 1);
      }),
      { numRuns: 50 },
    );
  });

  it('has for a domain that no note is of those that name it besides their own', () => {
    const vault = vaultOf({
      a: claim({ domain: 'tea', secondary_domains: '[trade]', depends_on: '[b]' }),
      b: claim({ domain: 'coffee', secondary_domains: '[tea, trade]' }),
      c: claim({ domain: 'coffee' }),
    });
    assert.deepEqual(graphDomains(vault), ['coffee', 'tea', 'trade']);
    const trade = argumentGraph(vault, { kind: 'domain', domain: 'trade' });
    assert.deepEqual([namesOf(trade), edgesOf(trade)], [['a', 'b'], ['b depends a']]);
    assert.deepEqual(namesOf(argumentGraph(vault, { kind: 'domain', domain: 'tea' })), ['a']);
  });

  it('is the same whether notes came at once or were edited until they said so', () => {
    const vault = vaultOf({ a: claim({ depends_on: '[b]' }), c: claim({ supports: '[b]' }) });
    assert.deepEqual(namesOf(argumentGraph(vault, WHOLE)), []);
    vault.apply([{ kind: 'set', path: 'b.md', text: '---\ntype: claim\n---\n' }]);
    assert.deepEqual(edgesOf(argumentGraph(vault, WHOLE)), ['b depends a', 'c supports b']);
    vault.apply([{ kind: 'set', path: 'a.md', text: '---\ntype: claim\nchallenges: [c]\n---\n' }]);
    assert.deepEqual(edgesOf(argumentGraph(vault, WHOLE)), ['a challenges c', 'c supports b']);
  });

  it('can be gathered in small steps, and stopped after any', () => {
    const fields = (at: number): Fields =>
      claim({ domain: 'tea', depends_on: `[n${at + 1}, n${Math.floor(at / 2)}]` });
    const notes = Array.from({ length: 300 }, (_, at) => [`n${at}`, fields(at)] as const);
    const vault = vaultOf(Object.fromEntries(notes));
    const { relations } = vault;
    let asked = 0;
    const counted = new Proxy(relations, {
      get(target, key) {
        const value = Reflect.get(target, key) as (...all: unknown[]) => unknown;
        return (...all: unknown[]) => {
          asked++;
          return value.apply(target, all);
        };
      },
    });
    const seen = new Proxy(vault, {
      get(target, key) {
        if (key === 'relations') return counted;
        const value = Reflect.get(target, key) as unknown;
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    for (const scope of [WHOLE, { kind: 'domain', domain: 'tea' }, around('n9', 4)] as const) {
      const most = scope.kind === 'note' ? 20 : 100;
      const work = gathering(seen, scope, most);
      for (let steps = 0; ; steps++) {
        asked = 0;
        const { done, value } = work.next();
        assert.ok(asked <= 3, `${asked} at once`);
        if (done !== true) continue;
        assert.deepEqual(value, argumentGraph(vault, scope, most));
        assert.ok(value.omitted > 0 && steps > most, `${steps} steps`);
        break;
      }
    }
  });

  it('costs around a note what is there, whatever the vault holds', () => {
    const chain = (length: number) =>
      vaultOf(
        Object.fromEntries(
          Array.from({ length }, (_, at) => [`n${at}`, claim({ depends_on: `[n${at + 1}]` })]),
        ),
      );
    for (const vault of [chain(10), chain(3000)]) {
      void vault.relations;
      const asked = new Set<string>();
      const { relations } = vault;
      const counted = new Proxy(relations, {
        get(target, key) {
          const value = Reflect.get(target, key) as unknown;
          if (typeof value !== 'function') return value;
          return (path: string, ...rest: unknown[]) => {
            asked.add(path);
            return value.call(target, path, ...rest) as unknown;
          };
        },
      });
      const seen = new Proxy(vault, {
        get(target, key) {
          if (key === 'relations') return counted;
          if (key === 'notes' || key === 'files') throw new Error('goes through all notes');
          const value = Reflect.get(target, key) as unknown;
          return typeof value === 'function' ? value.bind(target) : value;
        },
      });
      assert.equal(argumentGraph(seen, around('n5', 2)).nodes.length, 5);
      assert.ok(asked.size <= 7, [...asked].join());
    }
  });
});
