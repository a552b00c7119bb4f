/** `--json`: every command writes one document of the members that docs/cli.md lists, or nothing, and its exit status says which. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from '../server/cli/outcome';
import { buildCli, type Run, removeTemporaryFolders, runCli, vaultOf } from './support/runCli';

/** A copy of the example vault that is committed, and has changed since. */
function exampleVault(): string {
  const root = vaultOf({});
  cpSync(join(import.meta.dirname, '../examples/vault'), root, { recursive: true });
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', root, '-c', 'user.name=A', '-c', 'user.email=a@b.c', ...args]);
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'All');
  writeFileSync(join(root, 'README.md'), 'Another one.\n');
  git('commit', '--quiet', '--all', '--message', 'One more');
  writeFileSync(join(root, 'domains/street-design/new.md'), 'See [[nobody wrote this]].\n');
  return root;
}

const SOURCE = 'inbox/queue/2026-03-03-lindhale-station-bike-parking-tally.md';

interface Case {
  readonly args: readonly string[];
  readonly status: 0 | 1 | 2;
  /** What the command line's table says that it is another document with. */
  readonly with?: string;
  /** Instead of the example vault. */
  readonly files?: Readonly<Record<string, string>>;
}

const EMPTY = { files: {} };
const BROKEN = { files: { 'a.md': '---\ntype: [\n---\n[[gone]]\n', 'b.md': '' } };

/** A new command has no line here, and fails for that. */
const cases: Readonly<Record<string, readonly Case[]>> = {
  check: [
    { args: [], status: 1 },
    { args: [], status: 0, ...EMPTY },
    { args: [], status: 1, ...BROKEN },
    { args: ['.', 'no/such/note.md'], status: 2 },
    { args: ['.', '**/_map.md'], status: 0 },
    { args: ['--changed-only'], status: 1 },
    { args: ['--write-baseline'], status: 0, with: '--write-baseline' },
    { args: ['--baseline', 'none.json'], status: 2 },
    { args: ['--rule', 'nonsense'], status: 2 },
    { args: ['no such folder'], status: 2 },
  ],
  links: [
    { args: [], status: 0 },
    { args: [], status: 0, ...EMPTY },
    { args: [], status: 0, ...BROKEN },
  ],
  graph: [
    { args: [], status: 0 },
    { args: [], status: 0, ...EMPTY },
    { args: ['--domain', 'street-design'], status: 0 },
    { args: ['--note', 'nobody wrote this either'], status: 2 },
    { args: ['--limit', 'many'], status: 2 },
  ],
  hints: [
    { args: [], status: 0 },
    { args: ['--open'], status: 0, ...EMPTY },
  ],
  promote: [
    { args: [SOURCE, '--hint', '1', '--dry-run'], status: 0 },
    { args: [SOURCE, '--hint', '1'], status: 0 },
    { args: [SOURCE], status: 2 },
    { args: [SOURCE, '--hint', '99'], status: 2 },
    { args: ['nothing.md', '--hint', '1'], status: 2 },
  ],
  fix: [
    { args: ['--dry-run'], status: 1 },
    { args: [], status: 1 },
    { args: [], status: 0, ...EMPTY },
    { args: ['--links', '--dry-run'], status: 1, with: '--links' },
    { args: ['--links'], status: 0, with: '--links', ...EMPTY },
    { args: ['--unsafe'], status: 2 },
  ],
  rename: [
    { args: ['domains/street-design/new.md', 'newer', '--dry-run'], status: 0 },
    { args: ['domains/street-design/new.md', 'newer'], status: 0 },
    { args: ['nothing.md', 'newer'], status: 2 },
    { args: ['nothing.md'], status: 2 },
  ],
  stats: [
    { args: [], status: 0 },
    { args: [], status: 0, ...EMPTY },
    { args: ['--notes', 'orphans'], status: 0, with: '--notes KEY' },
    { args: ['--history'], status: 0, with: '--history' },
    { args: ['--history'], status: 2, ...EMPTY },
    { args: ['--notes', 'nonsense'], status: 2 },
  ],
  message: [
    { args: [], status: 0 },
    { args: [], status: 2, ...EMPTY },
  ],
};

/** One document, of the members that are listed and no others. */
function holds({ stdout }: Run, name: string, document: string): void {
  const written: unknown = JSON.parse(stdout);
  assert.ok(typeof written === 'object' && written !== null && !Array.isArray(written));
  const listed = commands[name]?.json.find(each => each.with === document)?.members ?? {};
  const [has, may] = [Object.keys(written), Object.keys(listed)];
  const must = may.filter(each => !each.endsWith('?'));
  assert.deepEqual(
    must.filter(each => !has.includes(each)),
    [],
    'members that are listed and missing',
  );
  const known = new Set(may.map(each => each.replace('?', '')));
  assert.deepEqual(
    has.filter(each => !known.has(each)),
    [],
    'members that nobody listed',
  );
}

describe('claimwright --json', function () {
  this.timeout(60_000);
  before(buildCli);
  after(removeTemporaryFolders);

  for (const [name, command] of Object.entries(commands))
    it(`is one document of ${name}, or a status that says why not`, async () => {
      const own = cases[name] ?? [];
      assert.ok(own.length > 1, 'there are no cases for it');
      const documents = command.json.map(each => each.with);
      const tried = new Set(own.filter(each => each.status < 2).map(each => each.with ?? ''));
      assert.deepEqual(
        documents.filter(each => !tried.has(each)),
        [],
        'documents without a case',
      );
      for (const { args, status, files, ...rest } of own) {
        const cwd = files === undefined ? exampleVault() : vaultOf(files);
        const run = await runCli([name, ...args, '--json'], { cwd });
        const said = `${name} ${args.join(' ')}: ${run.stdout.slice(0, 300)}${run.stderr}`;
        assert.equal(run.status, status, said);
        if (status === 2) {
          assert.equal(run.stdout, '', said);
          assert.match(run.stderr, /^claimwright: \S/u, said);
        } else holds(run, name, rest.with ?? '');
      }
    });

  for (const name of Object.keys(commands))
    it(`is --format json of ${name}, and does not go with another`, async () => {
      const root = exampleVault();
      const [first] = (cases[name] ?? []).filter(({ status, files }) => status < 2 && !files);
      const args = [name, ...(first?.args ?? [])];
      const short = await runCli([...args, '--json'], { cwd: root });
      const long = await runCli([...args, '--format', 'json'], { cwd: root });
      assert.equal(short.stdout, long.stdout);
      const both = await runCli([...args, '--json', '--format', 'json'], { cwd: root });
      assert.equal(both.status, short.status);
      const other = await runCli([...args, '--json', '--format', 'pretty'], { cwd: root });
      assert.equal(other.status, 2);
      assert.equal(other.stdout, '');
    });

  it('says by 2 and words on the error output that no command was meant', async () => {
    for (const args of [
      [],
      ['nonsense', '--json'],
      ['--json'],
      ['check', '--nonsense', '--json'],
    ]) {
      const { status, stdout, stderr } = await runCli(args);
      assert.equal(status, 2);
      assert.equal(stdout, '');
      assert.match(stderr, /^claimwright: \S/u);
    }
  });
});
