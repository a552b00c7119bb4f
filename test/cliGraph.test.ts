/** `claimwright graph`: its formats and options, and that its numbers are those of `claimwright links`. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Graph, GraphEdge } from '../server/core/features/graph/form';
import { builtinSchema } from '../server/core/schema/builtin';
import { isNotePath } from '../server/core/vault/names';
import { buildCli, removeTemporaryFolders, runCli, vaultOf } from './support/runCli';
import { skipped } from './support/skipped';
import { strictDot } from './support/strictDot';
import { elementsNamed, strictXml } from './support/strictXml';

const ROOT = join(import.meta.dirname, '..');
const EXAMPLE = join(ROOT, 'examples/vault');
const REAL = join(ROOT, '../shared/vault');

const FILES = {
  '.claimwright.yaml': '',
  'domains/tea/tea keeps people awake.md':
    '---\ntype: claim\ndepends_on: [tea has caffeine]\nchallenged_by: [decaf sells]\n---\n',
  'domains/tea/tea has caffeine.md': '---\ntype: claim\nconfidence: proven\n---\n',
  'domains/tea/decaf sells.md': '---\ntype: claim\nsecondary_domains: [trade]\n---\n',
  'domains/coffee/beans are dear.md': '---\ntype: claim\nrelated: [decaf sells]\n---\n',
  'domains/coffee/alone.md': '---\ntype: claim\n---\n',
  'notes/twin.md': '',
  'inbox/twin.md': '',
};

async function graphOf(root: string, ...args: readonly string[]) {
  const { stdout, stderr, status } = await runCli(['graph', root, ...args]);
  assert.equal(status, 0, stderr);
  const graph = JSON.parse(stdout) as Graph;
  return { graph, stderr, paths: graph.nodes.map(({ path }) => path) };
}

describe('claimwright graph', function () {
  this.timeout(120_000);
  let root = '';
  before(async () => {
    await buildCli();
    root = vaultOf(FILES);
  });
  after(removeTemporaryFolders);

  it('has all notes of the vault that say something of another, one on each line', async () => {
    const { graph } = await graphOf(root);
    assert.deepEqual([graph.scope, graph.omitted], [{ kind: 'vault' }, 0]);
    assert.deepEqual(graph.edges, [
      {
        from: 'domains/coffee/beans are dear.md',
        to: 'domains/tea/decaf sells.md',
        kind: 'related',
      },
      {
        from: 'domains/tea/decaf sells.md',
        to: 'domains/tea/tea keeps people awake.md',
        kind: 'challenges',
      },
      {
        from: 'domains/tea/tea has caffeine.md',
        to: 'domains/tea/tea keeps people awake.md',
        kind: 'depends',
      },
    ]);
    const { stdout } = await runCli(['graph', root]);
    assert.equal(stdout.split('\n').length, 1 + 4 + 1 + 3 + 1 + 1);
  });

  it('goes around a note, given by a path or by name, from anywhere', async () => {
    const { paths, graph } = await graphOf(root, '--note', 'TEA has caffeine', '--steps', '1');
    assert.deepEqual(paths, [
      'domains/tea/tea has caffeine.md',
      'domains/tea/tea keeps people awake.md',
    ]);
    assert.deepEqual(graph.scope, {
      kind: 'note',
      path: 'domains/tea/tea has caffeine.md',
      steps: 1,
    });
    const file = join(root, 'domains/tea/tea has caffeine.md');
    const here = await runCli(['graph', '--note', file, '--steps', '1']);
    assert.deepEqual(JSON.parse(here.stdout), graph);
    const inside = await runCli(['graph', '--note', 'tea has caffeine'], {
      cwd: join(root, 'domains/tea'),
    });
    assert.equal(JSON.parse(inside.stdout).nodes.length, 3, 'two steps where nobody says it');
  });

  it('has the notes of a domain, joined or not', async () => {
    const { paths } = await graphOf(root, '--domain', 'Coffee');
    assert.deepEqual(paths, ['domains/coffee/alone.md', 'domains/coffee/beans are dear.md']);
    // One that no note is of has those that name it besides their own.
    const trade = await graphOf(root, '--domain', 'trade');
    assert.deepEqual(trade.paths, ['domains/tea/decaf sells.md']);
    assert.match(trade.stderr, /No note is of the domain “trade”: these name it/u);
  });

  it('tells what it leaves out', async () => {
    const { graph, stderr, paths } = await graphOf(root, '--limit', '3');
    assert.deepEqual([paths.length, graph.omitted], [3, 1]);
    assert.match(stderr, /1 more would belong to it/u);
  });

  it('writes sound DOT, GraphML and SVG', async () => {
    const of = async (format: string) => (await runCli(['graph', root, '--format', format])).stdout;
    const dot = strictDot(await of('dot'));
    assert.deepEqual([dot.nodes.size, dot.edges.length], [4, 3]);
    const graphml = strictXml(await of('graphml'));
    assert.equal(elementsNamed(graphml, 'edge').length, 3);
    const svg = strictXml(await of('svg'));
    assert.equal(elementsNamed(svg, 'title')[0]?.text, 'The argument of the vault');
  });

  it('says in a sentence what it does not understand, with status 2', async () => {
    const sentences: readonly (readonly [args: readonly string[], sentence: RegExp])[] = [
      [
        ['--note', 'tea keeps'],
        /No note of the vault is called “tea keeps”\. Did you mean “tea keeps people awake”/u,
      ],
      [['--note', 'twin'], /“twin” may mean inbox\/twin\.md or notes\/twin\.md/u],
      [['--note', 'decaf sells', '--domain', 'tea'], /do not go together/u],
      [['--steps', '2'], /--steps goes with --note/u],
      [['--note', 'decaf sells', '--steps', '0'], /--steps takes a whole number/u],
      [['--limit', 'all'], /--limit takes a whole number/u],
      [['--domain', 'milk'], /no domain “milk”: it has coffee, tea and trade/u],
      [['--domain', ' '], /--domain cannot be empty/u],
      [['--format', 'png'], /--format takes json, dot, graphml or svg/u],
      [['more'], /one VAULT/u],
    ];
    for (const [args, sentence] of sentences) {
      const { status, stdout, stderr } = await runCli(['graph', root, ...args]);
      assert.deepEqual([status, stdout], [2, ''], args.join(' '));
      assert.match(stderr, sentence);
    }
    const gone = await runCli(['graph', join(root, 'gone')]);
    assert.equal(gone.status, 2);
  });

  it('of the real vault has just the edges that its links say', async function () {
    if (!existsSync(REAL)) return skipped(this, 'there is no vault at ../shared/vault');
    const [links, { graph, paths }] = await Promise.all([
      runCli(['links', REAL, '--format', 'json']),
      graphOf(REAL),
    ]);
    const types = new Map<string, string | null>();
    const { links: all } = JSON.parse(links.stdout) as { links: Link[] };
    const said = new Set<string>();
    for (const { file, field, resolution, path } of all) {
      if (field === null || path === null || path === file || !isNotePath(path)) continue;
      assert.ok(resolution === 'found' || resolution === 'near');
      const type = types.get(file) ?? typeIn(readFileSync(join(REAL, file), 'utf8'));
      types.set(file, type);
      const edge = edgeSaid(file, builtinSchema.edge(type, field), path);
      if (edge !== null) said.add(edge);
    }
    const told = graph.edges.map(({ from, kind, to }) => `${from} ${kind} ${to}`);
    assert.ok(told.length > 400, `${told.length} edges`);
    assert.deepEqual(told.toSorted(), [...said].sort());
    const joined = new Set(graph.edges.flatMap(({ from, to }) => [from, to]));
    assert.deepEqual(paths, [...joined].sort());
  });

  it('draws the picture that the README shows', async () => {
    const { stdout } = await runCli(['graph', EXAMPLE, '--format', 'svg']);
    const file = join(ROOT, 'media/argument.svg');
    assert.ok(
      readFileSync(file, 'utf8') === stdout,
      'media/argument.svg: write it anew with `claimwright graph examples/vault --format svg`',
    );
  });
});

interface Link {
  readonly file: string;
  readonly field: string | null;
  readonly resolution: string;
  readonly path: string | null;
}

function typeIn(text: string): string | null {
  const [block = ''] = /^---\n[\s\S]*?\n(?:---|\.\.\.)\s*$/mu.exec(text) ?? [];
  return /^type:\s*["']?([^"'\n#]*?)["']?\s*(?:#.*)?$/mu.exec(block)?.[1] ?? null;
}

function edgeSaid(file: string, relation: string | null, path: string): string | null {
  const kinds: Readonly<Record<string, GraphEdge['kind']>> = {
    'rests-on': 'depends',
    supports: 'supports',
    'supported-by': 'supports',
    enriches: 'supports',
    challenges: 'challenges',
    'challenged-by': 'challenges',
    extracted: 'extracted',
    related: 'related',
  };
  const kind = kinds[relation ?? ''];
  if (kind === undefined) return null;
  const backwards = ['rests-on', 'supported-by', 'challenged-by'].includes(relation ?? '');
  const [from, to] = backwards ? [path, file] : [file, path];
  return kind === 'related' && from > to ? `${to} ${kind} ${from}` : `${from} ${kind} ${to}`;
}
