/** `claimwright check` with a baseline: what counts as known, what as new, and what the file looks like. */
import assert from 'node:assert/strict';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { buildCli, removeTemporaryFolders, runCli, vaultOf } from './support/runCli';
import { skipped } from './support/skipped';

const FILE = '.claimwright-baseline.json';

interface Entry {
  readonly file: string;
  readonly code: string;
  readonly field?: string;
  readonly text: string;
  readonly count?: number;
}

const vault = () =>
  vaultOf({
    'a/one.md': 'See [[gone for good]] and [[never written]].\n',
    'b/two.md': 'See [[gone for good]], twice: [[gone for good]].\n',
    'b/three.md': 'Text.\n',
  });

const textIn = (root: string, path = FILE) => readFileSync(join(root, path), 'utf8');
const entriesIn = (root: string, path = FILE): Entry[] =>
  JSON.parse(textIn(root, path)).slice(0, -1);

function edit(root: string, path: string, change: (text: string) => string): void {
  writeFileSync(join(root, path), change(textIn(root, path)));
}

async function checked(...args: readonly string[]) {
  const run = await runCli(['check', '--format', 'json', ...args]);
  const document = run.stdout === '' ? null : JSON.parse(run.stdout);
  const fresh = (document?.diagnostics ?? []).map(
    (each: { file: string; code: string }) => `${each.file} ${each.code}`,
  );
  return { ...run, document, fresh, counts: [document?.known, document?.gone] };
}

async function recorded(root: string, ...args: readonly string[]) {
  const run = await checked(root, '--write-baseline', ...args);
  assert.equal(run.status, 0, run.stderr);
  return run;
}

describe('claimwright check with a baseline', function () {
  this.timeout(60_000);
  before(buildCli);
  after(removeTemporaryFolders);

  it('reports nothing that is known, and ends with 0', async () => {
    const root = vault();
    assert.equal((await checked(root)).status, 1);
    const { document } = await recorded(root);
    assert.deepEqual([document.known, document.new, document.gone], [4, 4, 0]);
    const { status, fresh, counts } = await checked(root);
    assert.deepEqual([status, fresh, counts], [0, [], [4, 0]]);
    const { stdout } = await runCli(['check', root]);
    assert.equal(stdout, '3 notes, nothing new to report · 4 known problems\n');
    const all = await checked(root, '--no-baseline');
    assert.deepEqual([all.status, all.fresh.length, all.counts], [1, 4, [undefined, undefined]]);
  });

  it('is one sorted line a finding, and written anew without a change is the same', async () => {
    const root = vault();
    await recorded(root);
    const before = textIn(root);
    assert.equal(
      before,
      [
        '[',
        '{"file":"a/one.md","code":"link/missing","text":"gone for good"},',
        '{"file":"a/one.md","code":"link/missing","text":"never written"},',
        '{"file":"b/two.md","code":"link/missing","text":"gone for good","count":2},',
        '{"baseline":"claimwright","version":1}',
        ']',
        '',
      ].join('\n'),
    );
    await recorded(root);
    assert.equal(textIn(root), before);
    assert.deepEqual(readdirSync(root).sort(), [FILE, 'a', 'b']);
  });

  it('knows a finding again wherever it stands in the note', async () => {
    const root = vault();
    await recorded(root);
    edit(root, 'a/one.md', () => '# New\n\n[[never written]]\n\n\n- but [[gone  for good]]\n');
    assert.deepEqual((await checked(root)).fresh, []);
  });

  it('reports one more of the same, the same in another note, and errors alone end with 1', async () => {
    const root = vault();
    await recorded(root);
    edit(root, 'b/two.md', text => `${text}[[gone for good]]\n`);
    edit(root, 'b/three.md', text => `${text}[[never written]]\n`);
    const { status, fresh, counts } = await checked(root);
    assert.deepEqual(fresh, ['b/three.md link/missing', 'b/two.md link/missing']);
    assert.deepEqual([status, counts], [1, [4, 0]]);
    const { stdout } = await runCli(['check', root]);
    assert.match(stdout, /\n2 new errors in 2 of 3 notes · .* · 4 known problems\n$/u);
  });

  it('tells how many are gone, which is no failure, and forgets them when written again', async () => {
    const root = vault();
    await recorded(root);
    edit(root, 'b/two.md', () => 'All mended.\n');
    const { status, counts } = await checked(root);
    assert.deepEqual([status, counts], [0, [2, 2]]);
    const { stdout } = await runCli(['check', root]);
    assert.match(stdout, /\n2 known problems are gone: run --write-baseline to forget them\n$/u);
    await recorded(root);
    assert.deepEqual((await checked(root)).counts, [2, 0]);
    edit(root, 'b/two.md', () => '[[gone for good]]\n');
    assert.equal((await checked(root)).status, 1);
  });

  it('tells fields apart that the same text stands for', async () => {
    const head = '---\ntype: claim\ndomain: baking\nconfidence: likely\ncreated: 2026-01-02\n';
    const root = vaultOf({ 'domains/baking/bread needs salt.md': `${head}---\n\nText.\n` });
    await recorded(root);
    const fields = entriesIn(root).map(({ code, field }) => `${code} ${field}`);
    assert.deepEqual(fields, [
      'frontmatter/missing-field description',
      'frontmatter/missing-field source',
    ]);
    // Another field is missing now, and as many as before.
    const other = head.replace('confidence: likely\n', 'source: A. Baker\n');
    edit(root, 'domains/baking/bread needs salt.md', () => `${other}---\n\nText.\n`);
    const { fresh, counts } = await checked(root);
    assert.deepEqual([fresh.length, counts], [1, [1, 1]]);
  });

  it('follows a note into another folder', async () => {
    const root = vault();
    await recorded(root);
    mkdirSync(join(root, 'c'));
    renameSync(join(root, 'b/two.md'), join(root, 'c/two.md'));
    const { status, counts } = await checked(root);
    assert.deepEqual([status, counts], [0, [4, 0]]);
    await recorded(root);
    assert.deepEqual(
      entriesIn(root).map(({ file }) => file),
      ['a/one.md', 'a/one.md', 'c/two.md'],
    );
  });

  it('keeps what it knows of other notes, and takes in only what is asked for', async () => {
    const root = vault();
    await recorded(root);
    edit(root, 'a/one.md', () => 'Mended.\n');
    edit(root, 'b/two.md', text => `${text}[[a third]]\n`);
    await recorded(root, 'a/**');
    assert.deepEqual((await checked(root)).counts, [2, 0]);
    await recorded(root, '--rule', 'frontmatter');
    assert.deepEqual((await checked(root)).fresh, ['b/two.md link/missing']);
    await recorded(root, '--severity', 'warning', 'b/three.md');
    assert.deepEqual((await checked(root)).fresh, ['b/two.md link/missing']);
    await recorded(root);
    assert.equal((await checked(root)).status, 0);
    // What is left out of a report is not gone.
    const narrow = await checked(root, '--rule', 'frontmatter');
    assert.deepEqual(narrow.counts, [0, 0]);
    assert.deepEqual((await checked(root, 'a/**')).counts, [0, 0]);
  });

  it('shortens what is long, so that it can still be told apart', async () => {
    const long = 'a name that goes on and on '.repeat(6);
    const root = vaultOf({ 'a.md': `[[${long}one]] [[${long}two]]\n` });
    await recorded(root);
    const texts = entriesIn(root).map(({ text }) => text);
    assert.equal(new Set(texts).size, 2);
    for (const text of texts) assert.ok(text.length < 100, text);
    edit(root, 'a.md', () => `[[${long}one]] [[${long}six]]\n`);
    assert.deepEqual((await checked(root)).counts, [1, 1]);
  });

  it('is kept in the file that --baseline names', async () => {
    const root = vault();
    const file = join(vaultOf({}), 'known.json');
    await recorded(root, '--baseline', file);
    assert.equal(existsSync(join(root, FILE)), false);
    assert.equal((await checked(root)).status, 1);
    assert.equal((await checked(root, '--baseline', file)).status, 0);
    const none = await checked(root, '--baseline', `${file}.none`);
    assert.equal(none.status, 2);
    assert.match(none.stderr, /There is no baseline/u);
  });

  it('may be put together by git from the lines of two branches', async () => {
    const root = vault();
    await recorded(root);
    const line = '{"file":"b/two.md","code":"link/missing","text":"gone for good","count":3},\n';
    edit(root, FILE, text => text.replace('{"baseline"', `${line}{"baseline"`));
    edit(root, 'b/two.md', text => `${text}[[gone for good]]\n`);
    assert.equal((await checked(root)).status, 0);
  });

  it('is refused where it is damaged or of a newer version', async () => {
    const root = vault();
    await recorded(root);
    const whole = textIn(root);
    const broken = [
      ['', /is none, or not whole/u],
      ['{}', /is none, or not whole/u],
      ['[]', /is none, or not whole/u],
      [whole.slice(0, 200), /is none, or not whole/u],
      [`<<<<<<< ours\n${whole}`, /is none, or not whole/u],
      [whole.replace('"file":"a/one.md"', '"file":7'), /entry 1 says nothing/u],
      [whole.replace('"count":2', '"count":-2'), /entry 3 says nothing/u],
      [whole.replace('"version":1', '"version":2'), /newer Claimwright/u],
    ] as const;
    for (const [text, message] of broken) {
      edit(root, FILE, () => text);
      for (const args of [[], ['--write-baseline']]) {
        const { status, stdout, stderr } = await checked(root, ...args);
        assert.deepEqual([status, stdout], [2, ''], text);
        assert.match(stderr, message);
      }
      assert.equal(textIn(root), text, 'it was written over');
    }
    edit(root, FILE, () => `\uFEFF${whole}`);
    assert.equal((await checked(root)).status, 0);
    rmSync(join(root, FILE));
    mkdirSync(join(root, FILE));
    assert.match((await checked(root)).stderr, /is no file/u);
  });

  it('is never written through a link that leaves the vault', async function () {
    if (process.platform === 'win32') return skipped(this, 'links need rights on Windows');
    const outside = vaultOf({ 'other.json': '[{"baseline":"claimwright","version":1}]\n' });
    const root = vault();
    symlinkSync(join(outside, 'other.json'), join(root, FILE));
    const { status, stderr } = await checked(root, '--write-baseline');
    assert.equal(status, 2);
    assert.match(stderr, /is a link that leaves the vault/u);
    assert.equal(textIn(outside, 'other.json'), '[{"baseline":"claimwright","version":1}]\n');
    symlinkSync(outside, join(root, 'away'));
    const folder = await checked(root, '--write-baseline', '--baseline', join(root, 'away/x.json'));
    assert.equal(folder.status, 2);
    assert.deepEqual(readdirSync(outside), ['other.json']);
    // A link inside the vault is kept.
    rmSync(join(root, FILE));
    writeFileSync(join(root, 'kept.json'), '[{"baseline":"claimwright","version":1}]\n');
    symlinkSync('kept.json', join(root, FILE));
    await recorded(root);
    assert.ok(lstatSync(join(root, FILE)).isSymbolicLink());
    assert.equal(entriesIn(root, 'kept.json').length, 3);
  });

  it('refuses options that contradict each other', async () => {
    const root = vault();
    for (const args of [
      ['--no-baseline', '--write-baseline'],
      ['--no-baseline', '--baseline', 'x.json'],
      ['--write-baseline', '--changed-only'],
      ['--base', 'main'],
    ]) {
      const { status, stdout } = await checked(root, ...args);
      assert.deepEqual([status, stdout], [2, ''], args.join(' '));
    }
    assert.equal(existsSync(join(root, FILE)), false);
  });
});
