/** `claimwright fix` as a process: what it mends, prints and leaves, and what it refuses to write. */
import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { writeNote } from '../server/cli/writeNote';
import { buildCli, removeTemporaryFolders, runCli, vaultOf } from './support/runCli';
import { skipped } from './support/skipped';

interface Edit {
  readonly file: string;
  readonly range: { start: { line: number; character: number }; end: never };
  readonly newText: string;
}

const NOTE = 'domains/baking/a.md';

const claim = (confidence: string, body = 'Text.') =>
  `---\ntype: claim\ndomain: baking\ndescription: One more thing to know\nconfidence: ${confidence}\nsource: A. Baker\ncreated: 2026-01-02\n---\n\n${body}\n`;

async function fixed(args: readonly string[]) {
  const run = await runCli(['fix', '--format', 'json', ...args]);
  const document = run.stdout === '' ? null : JSON.parse(run.stdout);
  return { ...run, document, edits: (document?.edits ?? []) as Edit[] };
}

describe('claimwright fix', function () {
  this.timeout(60_000);
  before(buildCli);
  after(removeTemporaryFolders);

  const read = (root: string, path = NOTE) => readFileSync(join(root, path), 'utf8');

  it('mends a note once to which a symbolic link leads', async () => {
    const root = vaultOf({ [NOTE]: claim('likley') });
    symlinkSync('a.md', join(root, 'domains/baking/0.md'));
    const { edits, status, stderr } = await fixed([root]);
    assert.deepEqual([status, stderr], [0, '']);
    assert.deepEqual([...new Set(edits.map(({ file }) => file))], [NOTE]);
    assert.equal(read(root, 'domains/baking/0.md'), claim('likely'));
  });

  it('mends a word, prints the edit, and does nothing the second time', async () => {
    const root = vaultOf({ [NOTE]: claim('likley'), 'b.md': 'Text.' });
    const { document, status, stderr } = await fixed([root]);
    assert.deepEqual([status, stderr], [0, '']);
    const range = { start: { line: 4, character: 12 }, end: { line: 4, character: 18 } };
    assert.deepEqual(document, {
      edits: [{ file: NOTE, range, newText: 'likely' }],
      creates: [],
      renames: [],
    });
    assert.equal(read(root), claim('likely'));
    assert.deepEqual(readdirSync(join(root, 'domains/baking')), ['a.md'], 'something is left over');
    const again = await fixed([root]);
    assert.deepEqual([again.status, again.edits], [0, []]);
  });

  it('writes nothing in a dry run, and prints the same', async () => {
    const root = vaultOf({ [NOTE]: claim('likley') });
    const { mtimeMs } = statSync(join(root, NOTE));
    const dry = await fixed([root, '--dry-run']);
    assert.equal(read(root), claim('likley'));
    assert.equal(statSync(join(root, NOTE)).mtimeMs, mtimeMs);
    assert.equal((await fixed([root])).stdout, dry.stdout);
  });

  it('mends what one fix uncovers in the next pass, as edits of the text as it was', async () => {
    // Until the block closes properly, its fields are not looked at.
    const before = claim('likley').replace('\n---\n\n', '\n...\n\n');
    const root = vaultOf({ [NOTE]: before });
    const { edits } = await fixed([root]);
    assert.equal(read(root), claim('likely'));
    assert.equal(
      TextDocument.applyEdits(TextDocument.create('', '', 0, before), edits),
      read(root),
    );
    assert.equal(edits.length, 2);
  });

  it('keeps a byte-order mark, line ends, the mode, and bytes that it does not edit', async () => {
    const before = `\uFEFF${claim('likley', 'é 🍞')}`.replaceAll('\n', '\r\n').trimEnd();
    const root = vaultOf({ [NOTE]: before });
    chmodSync(join(root, NOTE), 0o640);
    assert.equal((await fixed([root])).status, 0);
    assert.ok(
      readFileSync(join(root, NOTE)).equals(Buffer.from(before.replace('likley', 'likely'))),
    );
    assert.equal(statSync(join(root, NOTE)).mode & 0o777, 0o640);
  });

  it('ends with 1 where errors are left that it cannot mend', async () => {
    const root = vaultOf({ [NOTE]: claim('likley', '[[nothing of this name]]') });
    const { status, edits } = await fixed([root]);
    assert.deepEqual([status, edits.length], [1, 1]);
    assert.equal((await fixed([root, '--rule', 'frontmatter'])).status, 0);
  });

  it('mends the chosen notes and rules only', async () => {
    const link = '[[Heat and Crust]]';
    const files = {
      [NOTE]: claim('likley', link),
      'domains/baking/b.md': claim('likley'),
      'heat makes crusts brown.md': '---\ntitle: Heat and Crust\n---\n',
    };
    const root = vaultOf(files);
    const files1 = (await fixed([root, '--dry-run', 'domains/*/b.md'])).edits;
    assert.deepEqual(
      files1.map(({ file }) => file),
      ['domains/baking/b.md'],
    );
    const rule = (await fixed([root, '--dry-run', '--rule', 'link/near'])).edits;
    assert.deepEqual(
      rule.map(({ file, newText }) => [file, newText]),
      [[NOTE, 'heat makes crusts brown|Heat and Crust']],
    );
    assert.equal((await fixed([root, '--rule', 'frontmatter'])).edits.length, 2);
    assert.equal(read(root), claim('likely', link));
  });

  it('takes a fix that may be wrong only with --unsafe and --rule, and where it is the only one', async () => {
    const text = claim('likely').replace('2026-01-02', '2026-02-30');
    const root = vaultOf({ [NOTE]: text });
    const alone = await fixed([root, '--unsafe']);
    assert.equal(alone.status, 2);
    assert.match(alone.stderr, /--unsafe needs --rule/u);
    const rule = ['--rule', 'frontmatter/invalid-date'];
    assert.deepEqual((await fixed([root, ...rule])).edits, []);
    assert.equal((await fixed([root, ...rule, '--unsafe'])).edits.length, 1);
    assert.equal(read(root), claim('likely').replace('2026-01-02', '2026-02-28'));
    const several = vaultOf({
      [NOTE]: claim('likely', '[[twin]]'),
      'one/twin.md': '',
      'two/twin.md': '',
    });
    const args = [several, '--rule', 'link/ambiguous', '--unsafe'];
    assert.deepEqual((await fixed(args)).edits, []);
  });

  it('shows people what was mended by note, with the lines before and after', async () => {
    const root = vaultOf({ [NOTE]: claim('likley'), 'b.md': '' });
    const dry = await runCli(['fix', root, '--dry-run']);
    const lines = dry.stdout.split('\n');
    assert.equal(lines[0], NOTE);
    assert.match(lines[1] ?? '', /^ {2}5:13 {2}Change to `likely` {2}frontmatter\/invalid-value$/u);
    assert.match(lines[2] ?? '', /^ +- confidence: likley$/u);
    assert.match(lines[3] ?? '', /^ +\+ confidence: likely$/u);
    assert.equal(lines.at(-2), '1 problem to mend in 1 of 2 notes, nothing written');
    const { stdout } = await runCli(['fix', root, '--color', 'always']);
    assert.ok(stdout.includes('\u001b[31m- confidence: likley'));
    assert.match(stdout, /1 problem mended/u);
    assert.equal((await runCli(['fix', root])).stdout, '2 notes, nothing to mend safely\n');
  });

  it('writes the file that a link in the vault leads to, and none outside', async () => {
    const outside = vaultOf({ 'out.md': claim('likley') });
    const root = vaultOf({ 'other/real.text': claim('likley') });
    mkdirSync(join(root, 'domains/baking'), { recursive: true });
    symlinkSync('../../other/real.text', join(root, NOTE));
    symlinkSync(join(outside, 'out.md'), join(root, 'domains/baking/out.md'));
    const { status, stderr, edits } = await fixed([root]);
    assert.equal(status, 2);
    assert.match(stderr, /“domains\/baking\/out\.md” is a link that leaves the vault/u);
    assert.deepEqual(
      edits.map(({ file }) => file),
      [NOTE],
    );
    assert.ok(lstatSync(join(root, NOTE)).isSymbolicLink());
    assert.equal(read(root, 'other/real.text'), claim('likely'));
    assert.equal(read(outside, 'out.md'), claim('likley'));
  });

  it('says which note may not be written, and mends the others', async function () {
    if (process.getuid?.() !== 0) return skipped(this, 'only root may become another user');
    const root = vaultOf({ [NOTE]: claim('likley'), 'domains/baking/b.md': claim('likley') });
    chmodSync(root, 0o777);
    chmodSync(join(root, 'domains/baking'), 0o777);
    chmodSync(join(root, 'domains/baking/b.md'), 0o666);
    const run = await runCli(['fix', root, '--format', 'json'], { uid: 65534 });
    assert.equal(run.status, 2);
    assert.match(run.stderr, /a\.md” could not be written \(EACCES\)/u);
    assert.deepEqual(
      JSON.parse(run.stdout).edits.map(({ file }: Edit) => file),
      ['domains/baking/b.md'],
    );
    assert.equal(read(root), claim('likley'));
    assert.equal(read(root, 'domains/baking/b.md'), claim('likely'));
  });

  it('leaves a note as it is that changed, went, or became something else meanwhile', () => {
    const root = vaultOf({ 'a.md': 'one', 'b.md': 'one', 'c.md': 'one' });
    writeFileSync(join(root, 'a.md'), 'two');
    assert.equal(writeNote(root, 'a.md', 'one', 'three'), 'changed meanwhile');
    assert.equal(read(root, 'a.md'), 'two');
    rmSync(join(root, 'b.md'));
    assert.equal(writeNote(root, 'b.md', 'one', 'three'), 'is gone');
    assert.equal(existsSync(join(root, 'b.md')), false);
    renameSync(join(root, 'c.md'), join(root, 'd.md'));
    mkdirSync(join(root, 'c.md'));
    assert.equal(writeNote(root, 'c.md', 'one', 'three'), 'is no file');
    assert.equal(writeNote(root, 'd.md', 'one', 'three'), null);
    assert.equal(read(root, 'd.md'), 'three');
    assert.deepEqual(readdirSync(root).sort(), ['a.md', 'c.md', 'd.md']);
  });

  it('mends nothing where the settings of the vault have errors', async () => {
    const root = vaultOf({ [NOTE]: claim('likley'), '.claimwright.yaml': 'domans: [baking]\n' });
    const { status, stderr, stdout } = await fixed([root]);
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /Mend “\.claimwright\.yaml” first/u);
    assert.equal(read(root), claim('likley'));
    writeFileSync(join(root, '.claimwright.yaml'), 'domains: [baking]\n');
    assert.equal((await fixed([root])).edits.length, 1);
  });

  it('helps', async () => {
    const { stdout, status } = await runCli(['fix', '--help']);
    assert.equal(status, 0);
    for (const word of ['--dry-run', '--rule', '--unsafe', '--format'])
      assert.ok(stdout.includes(word), word);
  });
});
