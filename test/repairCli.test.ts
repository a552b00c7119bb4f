/** `claimwright fix --links` as a process: what it repairs, lists and leaves, and what it asks git. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { buildCli, removeTemporaryFolders, runCli, vaultOf } from './support/runCli';
import { skipped } from './support/skipped';

const LONG = 'slow streets work where drivers can see the end of them';
const TWIN = 'a bell is heard before it is understood';

const FILES = {
  'here.md': `See [[slow-streets-work-where-drivers-can-see-the-end-of-them]], [[slow streets work where drivers see the end|this]],\n[[${TWIN}]] and [[nothing of this name]].\n`,
  'other.md': '[[Slow Streets]]\n',
  [`notes/${LONG}.md`]: '---\ntitle: Slow Streets\n---\n',
  [`one/${TWIN}.md`]: 'One.\n',
  [`two/${TWIN}.md`]: 'Two.\n',
};

describe('claimwright fix --links', function () {
  this.timeout(60_000);
  before(buildCli);
  after(removeTemporaryFolders);

  const read = (root: string, path: string) => readFileSync(join(root, path), 'utf8');
  const repaired = async (...args: readonly string[]) => {
    const run = await runCli(['fix', '--links', '--format', 'json', '--no-git', ...args]);
    return { ...run, document: run.stdout === '' ? null : JSON.parse(run.stdout) };
  };

  it('makes the safe repairs, lists the others, and ends with 1 where links are left', async () => {
    const root = vaultOf(FILES);
    const { document, status, stderr } = await repaired(root);
    assert.deepEqual([status, stderr], [1, '']);
    assert.deepEqual(Object.keys(document), ['edits', 'creates', 'renames', 'proposals']);
    const before = TextDocument.create('', '', 0, FILES['here.md']);
    const ofHere = document.edits.filter(({ file }: { file: string }) => file === 'here.md');
    assert.equal(TextDocument.applyEdits(before, ofHere), read(root, 'here.md'));
    assert.equal(read(root, 'here.md'), FILES['here.md'].replace(LONG.replaceAll(' ', '-'), LONG));
    assert.equal(read(root, 'other.md'), `[[${LONG}|Slow Streets]]\n`);
    const [words, twin] = document.proposals;
    assert.equal(document.proposals.length, 2);
    assert.deepEqual(
      [words.file, words.raw, words.range.start],
      [
        'here.md',
        '[[slow streets work where drivers see the end|this]]',
        { line: 0, character: 67 },
      ],
    );
    const { why, ...candidate } = words.candidates[0];
    const expected = { path: `notes/${LONG}.md`, newText: LONG, evidence: 'words', tier: 'likely' };
    assert.deepEqual(candidate, expected);
    assert.match(why, /^shares “/u);
    assert.deepEqual(
      twin.candidates.map(({ newText }: { newText: string }) => newText),
      [`one/${TWIN}`, `two/${TWIN}`],
    );
    assert.deepEqual((await repaired(root)).document.edits, []);
  });

  it('writes nothing in a dry run, and with --unsafe takes what is likely', async () => {
    const root = vaultOf(FILES);
    const dry = await repaired(root, '--dry-run');
    assert.equal(read(root, 'here.md'), FILES['here.md']);
    assert.equal(dry.document.edits.length, 2);
    const unsafe = await repaired(root, 'here.md', '--unsafe');
    assert.equal(unsafe.document.edits.length, 2);
    assert.ok(read(root, 'here.md').includes(`[[${LONG}|this]]`));
    assert.ok(read(root, 'here.md').includes(`[[${TWIN}]]`), 'a guess was made');
    assert.equal(read(root, 'other.md'), FILES['other.md']);
  });

  it('tells people by note, with what speaks for each', async () => {
    const { stdout } = await runCli(['fix', vaultOf(FILES), '--links', '--no-git', '--dry-run']);
    assert.match(stdout, /the same words with other marks between them/u);
    assert.match(stdout, /To decide on\n\nhere\.md\n +1:68 {2}\[\[slow streets/u);
    assert.match(stdout, /likely {2}notes\/slow streets .*\.md {2}shares “/u);
    const last = stdout.trimEnd().split('\n').at(-1);
    assert.equal(
      last,
      '2 links to repair in 2 of 5 notes, nothing written · 2 to decide on · 1 that no note is like',
    );
  });

  it('asks git for renames, and says where it cannot', async function () {
    if (spawnSync('git', ['--version']).status !== 0) skipped(this, 'git is not installed');
    const root = vaultOf({
      'old name.md': `${'A line.\n'.repeat(20)}`,
      'here.md': '[[old name]]\n',
    });
    const without = await runCli(['fix', root, '--links']);
    assert.match(without.stderr, /Renames in the past are not known\. The vault is in no git/u);
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
        cwd: root,
      });
    git('init', '-q');
    git('add', '-A');
    git('commit', '-q', '-m', 'one');
    renameSync(join(root, 'old name.md'), join(root, 'quite another.md'));
    git('add', '-A');
    git('commit', '-q', '-m', 'two');
    assert.deepEqual((await repaired(root)).document.edits, []);
    const { status, stdout } = await runCli(['fix', root, '--links']);
    assert.equal(status, 0);
    assert.match(stdout, /renamed on \d{4}-\d\d-\d\d \(git commit [\da-f]{7,}\)/u);
    assert.equal(read(root, 'here.md'), '[[quite another]]\n');
  });

  it('refuses options that do not go together', async () => {
    const root = vaultOf(FILES);
    assert.match((await repaired(root, '--rule', 'link')).stderr, /do not go together/u);
    const { status, stderr } = await runCli(['fix', root, '--no-git']);
    assert.equal(status, 2);
    assert.match(stderr, /--no-git needs --links/u);
  });
});
