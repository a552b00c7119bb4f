/** `claimwright stats`: its numbers for programs and for people, the notes behind them, and that other commands say the same. */
import assert from 'node:assert/strict';
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commitAll, needGit, repositoryIn } from './support/gitRepository';
import { buildCli, removeTemporaryFolders, runCli, vaultOf } from './support/runCli';
import { skipped } from './support/skipped';

interface Count {
  readonly key: string;
  readonly name: string | null;
  readonly count: number;
  readonly notes: number;
  readonly severity?: string;
}

type Stats = Readonly<Record<string, Count[]>> & { readonly notes: unknown };

const claim = (fields = '', body = '') =>
  `---\ntype: claim\ndomain: bread\nconfidence: likely\ncreated: 2026-01-01\n${fields}---\n${body}\n`;

const small = () =>
  vaultOf({
    'domains/bread/steam keeps a crust thin.md': claim('', '[[nowhere]] and [[nothing]]'),
    'domains/bread/loaves need salt.md': claim('depends_on: ["steam keeps a crust thin"]\n'),
    'inbox/queue/\u202eodd.md': '---\ntype: source\nstatus: unprocessed\n---\n',
  });

async function jsonOf(...args: readonly string[]) {
  const { stdout, stderr, status } = await runCli([...args, '--format', 'json']);
  assert.equal(stderr, '');
  return { document: JSON.parse(stdout), status };
}

describe('claimwright stats', function () {
  this.timeout(180_000);
  before(buildCli);
  after(removeTemporaryFolders);

  it('prints one document of numbers, each with its key', async () => {
    const vault = small();
    const { document, status } = await jsonOf('stats', vault);
    assert.equal(status, 0);
    assert.deepEqual(Object.keys(document), [
      'vault',
      'notes',
      'types',
      'domains',
      'confidence',
      'argument',
      'links',
      'findings',
      'sources',
      'hints',
    ]);
    assert.deepEqual([document.vault, document.notes], [vault, 3]);
    assert.deepEqual(document.links, [
      { key: 'links:found', name: 'found', count: 1, notes: 1 },
      { key: 'links:near', name: 'near', count: 0, notes: 0 },
      { key: 'links:ambiguous', name: 'ambiguous', count: 0, notes: 0 },
      { key: 'links:missing', name: 'missing', count: 2, notes: 1 },
    ]);
    assert.deepEqual(document.argument[2], {
      key: 'unchallenged',
      name: 'unchallenged',
      count: 1,
      notes: 1,
    });
  });

  it('lists the notes behind a number', async () => {
    const { document } = await jsonOf('stats', small(), '--notes', 'links:missing');
    assert.deepEqual([document.key, document.unit], ['links:missing', 'links']);
    assert.deepEqual(document.notes, [
      { file: 'domains/bread/steam keeps a crust thin.md', count: 2 },
    ]);
    const orphans = await runCli(['stats', small(), '--notes', 'orphans', '--color', 'never']);
    assert.equal(orphans.stdout, '1 note behind orphans\n\n  inbox/queue/\\u202eodd.md\n');
  });

  it('shows shares, bars and keys, and the claims on which most rests', async () => {
    const { stdout, status } = await runCli(['stats', small(), '--color', 'never']);
    assert.equal(status, 0);
    assert.match(
      stdout,
      /^3 notes\n\nNotes by type\n {2}claim {3}2 {3}67 % {2}█{20} {2}type:claim\n/u,
    );
    assert.match(stdout, /\n {2}missing {4}2 {3}67 % {2}█{20} {2}links:missing\n/u);
    assert.match(
      stdout,
      /\nMost rested on: never challenged\n {6}1 {2}steam keeps a crust thin\n/u,
    );
  });

  it('refuses a key that stands for nothing, a second operand, and what is no vault', async () => {
    for (const args of [['--notes', 'nothing'], ['here'], ['--notes', '']]) {
      const { status, stdout, stderr } = await runCli(['stats', small(), ...args]);
      assert.equal(status, 2);
      assert.equal(stdout, '');
      assert.match(stderr, /^claimwright: (?:No number of this vault|stats takes one operand)/u);
    }
    assert.equal((await runCli(['stats', '/nowhere/at/all'])).status, 2);
  });

  it('says of the real vault what links, check and hints say', async function () {
    const vault = join(import.meta.dirname, '../../shared/vault');
    if (!existsSync(vault))
      skipped(this, 'there is no vault at ../shared/vault beside the checkout');
    const numbers: Stats = (await jsonOf('stats', vault)).document;
    const { links, notes } = (await jsonOf('links', vault)).document;
    assert.equal(numbers.notes, notes);
    assert.deepEqual(
      countsOf(numbers['links']),
      tally(links, ({ resolution }: { resolution: string }) => `links:${resolution}`),
    );
    const { diagnostics } = (await jsonOf('check', vault, '--severity', 'hint')).document;
    assert.deepEqual(
      countsOf(numbers['findings']),
      tally(
        diagnostics,
        ({ severity, code }: { severity: string; code: string }) => `${severity}/${code}`,
      ),
    );
    const { files } = (await jsonOf('hints', vault)).document;
    const hints = files.flatMap((each: { hints: object[] }) => each.hints);
    const fate = (hint: { promoted: string | null; dropped?: true }) =>
      `hints:${hint.promoted !== null ? 'promoted' : hint.dropped ? 'dropped' : 'open'}`;
    assert.deepEqual(countsOf(numbers['hints']), tally(hints, fate));
    const orphans = (await jsonOf('stats', vault, '--notes', 'orphans')).document.notes;
    const linked = new Set(
      links.flatMap(({ file, path }: { file: string; path: string | null }) =>
        path === null || path === file ? [] : [file, path],
      ),
    );
    for (const { file } of orphans) assert.ok(!linked.has(file), file);
  });

  describe('--history', () => {
    before(function () {
      needGit(this);
    });

    /** A note breaks a link, another mends it, one goes. */
    function repository(): string {
      const vault = vaultOf({
        'a.md': '---\ntype: claim\ndepends_on: [b, soon there]\n---\n[[b]]\n',
        'b.md': '[[a]] [[A]]\n',
      });
      repositoryIn(vault);
      renameSync(join(vault, 'b.md'), join(vault, 'bread.md'));
      commitAll(vault, '2040-01-01T12:00:00Z');
      writeFileSync(join(vault, 'soon there.md'), '[[bread]]');
      commitAll(vault, '2040-01-02T12:00:00Z');
      rmSync(join(vault, 'a.md'));
      commitAll(vault, '2040-01-03T12:00:00Z');
      return vault;
    }

    it('tells of each commit where its links led; the last is what `links` says now', async () => {
      const vault = repository();
      const { document, status } = await jsonOf('stats', vault, '--history');
      assert.equal(status, 0);
      const { points, ...head } = document;
      assert.deepEqual(head, { vault, commits: 4, shallow: false });
      assert.deepEqual(Object.keys(points[0]), [
        ...['commit', 'date', 'notes', 'links', 'found', 'near', 'ambiguous', 'missing'],
      ]);
      type Point = Readonly<Record<string, number>>;
      assert.deepEqual(
        points.map(({ notes, links, found, missing }: Point) => [notes, links, found, missing]),
        [
          [2, 5, 4, 1],
          [2, 5, 2, 3],
          [3, 6, 4, 2],
          [2, 3, 1, 2],
        ],
      );
      assert.deepEqual(
        points.slice(1).map(({ date }: { date: string }) => date),
        ['2040-01-01T12:00:00Z', '2040-01-02T12:00:00Z', '2040-01-03T12:00:00Z'],
      );
      const { links, notes } = (await jsonOf('links', vault)).document;
      const kinds = links.map(({ resolution }: { resolution: string }) => resolution);
      const missing = kinds.filter((kind: string) => kind === 'missing').length;
      assert.deepEqual([notes, kinds.length, missing], [2, 3, 2]);
      const two = await jsonOf('stats', vault, '--history', '--points', '2');
      assert.deepEqual(two.document.points, [points[0], points[3]]);
    });

    it('shows people a row a commit, with a bar for what led nowhere', async () => {
      const vault = repository();
      const run = await runCli(['stats', vault, '--history', '--color', 'never']);
      assert.deepEqual([run.status, run.stderr], [0, '']);
      const rows = run.stdout.split('\n');
      assert.equal(rows[0], 'Links in 4 of 4 commits that changed the vault');
      assert.match(
        rows[2] ?? '',
        /^ {2}date +commit +notes +links +near +ambiguous +missing +share$/u,
      );
      const bars = [/ 1 +20 % {2}█{7}$/u, / 3 +60 % {2}█{20}$/u, / 2 +33 % {2}█{13}$/u];
      bars.forEach((bar, at) => void assert.match(rows[3 + at] ?? '', bar));
      assert.match(rows[4] ?? '', /^ {2}2040-01-01 {2}[0-9a-f]{8} /u);
    });

    it('says plainly where there is no history, and what was asked wrongly', async () => {
      const none = await runCli(['stats', small(), '--history']);
      assert.deepEqual([none.status, none.stdout], [2, '']);
      assert.match(none.stderr, /is in no git repository\.\n/u);
      const wrong = {
        '--points takes a number from 2 to 100, not "1".': ['--history', '--points', '1'],
        '--points needs --history.': ['--points', '5'],
        '--history and --notes exclude each other.': ['--history', '--notes', 'weak'],
      };
      for (const [sentence, args] of Object.entries(wrong)) {
        const { status, stderr } = await runCli(['stats', small(), ...args]);
        assert.equal(status, 2);
        assert.ok(stderr.includes(sentence), stderr);
      }
    });
  });
});

/** Those that are not zero. */
function countsOf(counts: readonly Count[] = []): Record<string, number> {
  return sorted(counts.filter(({ count }) => count > 0).map(({ key, count }) => [key, count]));
}

function tally<Item>(items: readonly Item[], keyOf: (item: Item) => string) {
  const counts = new Map<string, number>();
  for (const each of items) counts.set(keyOf(each), (counts.get(keyOf(each)) ?? 0) + 1);
  return sorted([...counts]);
}

function sorted(entries: readonly (readonly [string, number])[]): Record<string, number> {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}
