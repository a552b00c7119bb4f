/** `claimwright stats`: its numbers for programs and for people, the notes behind them, and that other commands say the same. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
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
