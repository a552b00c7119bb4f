/** `claimwright check --changed-only`: which findings count as those of a change, told by real git. */
import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { commitAll, git, needGit, repositoryIn } from './support/gitRepository';
import { buildCli, removeTemporaryFolders, runCli, vaultOf } from './support/runCli';
import { skipped } from './support/skipped';

/** Without a title, so that a link to a note that is renamed is broken, not near. */
const files = {
  'a.md': 'See [[warm ovens]] and [[nothing at all]].\n',
  'b.md': 'See [[warm ovens]].\n',
  'c.md': 'See [[b]] and [[never was]].\n',
  'ovens/warm ovens.md': 'Text.\n',
};

const repository = () => {
  const root = vaultOf(files);
  repositoryIn(root);
  return root;
};

async function changed(root: string, ...args: readonly string[]) {
  const run = await runCli(['check', root, '--format', 'json', '--changed-only', ...args]);
  const document = run.stdout === '' ? null : JSON.parse(run.stdout);
  const found = (document?.diagnostics ?? []).map(
    (each: { file: string; message: string }) =>
      `${each.file}: ${/“(.*)”/u.exec(each.message)?.[1]}`,
  );
  return { ...run, document, found };
}

const write = (root: string, path: string, text: string) => writeFileSync(join(root, path), text);

describe('claimwright check --changed-only', function () {
  this.timeout(60_000);
  before(async function () {
    needGit(this);
    await buildCli();
  });
  after(removeTemporaryFolders);

  it('reports nothing where nothing changed', async () => {
    const root = repository();
    const { status, document, found } = await changed(root);
    assert.deepEqual([status, found, document.changed, document.notes], [0, [], 0, 4]);
    assert.equal(document.base, git(root, 'rev-parse', 'HEAD').trim());
    const { stdout } = await runCli(['check', root, '--changed-only']);
    assert.match(stdout, /^4 notes, nothing to report · 0 notes changed since [0-9a-f]{10}\n$/u);
  });

  it('reports all of a note that is changed, staged or not, and of one that git does not know', async () => {
    const root = repository();
    write(root, 'c.md', `${files['c.md']}\nMore.\n`);
    assert.deepEqual((await changed(root)).found, ['c.md: never was']);
    git(root, 'add', '--all');
    assert.deepEqual((await changed(root)).found, ['c.md: never was']);
    write(root, 'new é.md', '[[nor this]]');
    write(root, '.hidden.md', '[[nor that]]');
    const { found, document, status } = await changed(root);
    assert.deepEqual(found, ['c.md: never was', 'new é.md: nor this']);
    assert.deepEqual([document.changed, status], [2, 1]);
    assert.deepEqual((await changed(root, '!c.md')).found, ['new é.md: nor this']);
  });

  it('reports the links that a rename broke in other notes, and not what was broken before', async () => {
    const root = repository();
    git(root, 'mv', 'ovens/warm ovens.md', 'ovens/hot stoves.md');
    const { status, found, document } = await changed(root);
    assert.deepEqual(found, ['a.md: warm ovens', 'b.md: warm ovens']);
    assert.deepEqual([status, document.changed], [1, 1]);
    // Moved, and the name kept, nothing breaks.
    git(root, 'mv', 'ovens/hot stoves.md', 'warm ovens.md');
    assert.deepEqual((await changed(root)).found, []);
  });

  it('reports what a removed note leaves behind, and a name that became ambiguous', async () => {
    const root = repository();
    rmSync(join(root, 'ovens/warm ovens.md'));
    assert.deepEqual((await changed(root)).found, ['a.md: warm ovens', 'b.md: warm ovens']);
    git(root, 'checkout', '--', '.');
    mkdirSync(join(root, 'other'));
    write(root, 'other/warm ovens.md', 'Text.\n');
    const { document } = await changed(root);
    const codes = document.diagnostics.map((each: { code: string }) => each.code);
    assert.deepEqual(codes, ['link/ambiguous', 'link/ambiguous']);
  });

  it('compares with the commit at which the branch left the one that is named', async () => {
    const root = repository();
    git(root, 'checkout', '--quiet', '-b', 'topic');
    write(root, 'b.md', '[[on topic]]\n');
    const topic = commitAll(root);
    git(root, 'checkout', '--quiet', 'main');
    write(root, 'c.md', '[[on main]]\n');
    commitAll(root);
    git(root, 'checkout', '--quiet', 'topic');
    assert.deepEqual((await changed(root)).found, []);
    assert.deepEqual((await changed(root, '--base', 'main')).found, ['b.md: on topic']);
    assert.deepEqual((await changed(root, '--base', topic)).found, []);
    // A branch that is only on the other side may be named without it.
    git(root, 'update-ref', 'refs/remotes/origin/main', 'main');
    git(root, 'branch', '--quiet', '-D', 'main');
    assert.deepEqual((await changed(root, '--base', 'main')).found, ['b.md: on topic']);
    assert.deepEqual((await changed(root)).found, ['b.md: on topic']);
  });

  it('works in a folder of a repository, and before the first commit', async () => {
    const root = vaultOf({
      'notes/a.md': '[[gone]]\n',
      'notes/deep/b.md': 'Text.\n',
      'else/c.md': '[[gone]]\n',
    });
    git(root, 'init', '--quiet', '--initial-branch=main');
    const first = await changed(join(root, 'notes'));
    assert.deepEqual([first.found, first.document.base], [['a.md: gone'], null]);
    commitAll(root);
    write(root, 'notes/deep/b.md', '[[gone]]\n');
    write(root, 'else/c.md', '[[gone]] too\n');
    assert.deepEqual((await changed(join(root, 'notes'))).found, ['deep/b.md: gone']);
  });

  it('compares every note where the settings of the vault changed', async () => {
    const root = vaultOf({
      'a.md': '---\ntype: recipe\nserves: [[nobody]]\n---\n',
      'b.md': '[[gone]]\n',
      '.claimwright.yaml': 'severity: { link: off }\n',
    });
    repositoryIn(root);
    write(root, '.claimwright.yaml', 'domains: [baking]\n');
    const { document } = await changed(root, '--rule', 'link/missing', '--rule', 'config');
    assert.deepEqual(
      document.diagnostics.map(({ file }: { file: string }) => file),
      ['a.md', 'b.md'],
    );
    write(root, '.claimwright.yaml', 'severity: { link: off }\ndomans: [baking]\n');
    const broken = await changed(root, '--rule', 'link', '--rule', 'config');
    assert.deepEqual(
      broken.document.diagnostics.map(({ file }: { file: string }) => file),
      ['.claimwright.yaml'],
    );
  });

  it('leaves out what a baseline knows', async () => {
    const root = repository();
    assert.equal((await runCli(['check', root, '--write-baseline'])).status, 0);
    write(root, 'a.md', `${files['a.md']}[[one more]]\n`);
    write(root, 'b.md', `${files['b.md']}[[another]]\n`);
    assert.equal((await runCli(['check', root, '--write-baseline', 'b.md'])).status, 0);
    const { found, document } = await changed(root);
    assert.deepEqual(found, ['a.md: one more']);
    assert.deepEqual([document.known, document.gone], [2, 0]);
  });

  it('says what keeps it from telling', async () => {
    const root = repository();
    for (const name of ['nowhere', '--all', '', 'main..main', 'HEAD:a.md']) {
      const { status, stdout, stderr } = await changed(root, `--base=${name}`);
      assert.deepEqual([status, stdout], [2, ''], name);
      assert.match(stderr, /has no commit/u);
    }
    const none = await changed(vaultOf(files));
    assert.equal(none.status, 2);
    assert.match(none.stderr, /is in no git repository/u);
    const path = vaultOf({});
    const without = await runCli(['check', root, '--changed-only'], { env: { PATH: path } });
    assert.equal(without.status, 2);
    assert.match(without.stderr, /git is not installed/u);
  });

  it('executes nothing that the repository names', async function () {
    if (process.platform === 'win32') return skipped(this, 'the traps are shell scripts');
    const root = vaultOf({ ...files, '.gitattributes': '* filter=trap diff=trap\n' });
    repositoryIn(root);
    const traps = vaultOf({
      'trap.sh': '#!/bin/sh\necho "$0 $*" >> "$(dirname "$0")/sprung"\ncat\n',
    });
    const trap = join(traps, 'trap.sh');
    chmodSync(trap, 0o755);
    mkdirSync(join(root, '.git/hooks'), { recursive: true });
    for (const name of ['post-index-change', 'fsmonitor-watchman', 'post-checkout']) {
      writeFileSync(join(root, '.git/hooks', name), readFileSync(trap), { mode: 0o755 });
    }
    const settings = {
      'core.fsmonitor': trap,
      'core.hooksPath': join(root, '.git/hooks'),
      'core.pager': trap,
      'core.sshCommand': trap,
      'diff.external': trap,
      'diff.trap.command': trap,
      'diff.trap.textconv': trap,
      'filter.trap.clean': trap,
      'filter.trap.smudge': trap,
      'filter.trap.required': 'true',
      'gpg.program': trap,
      'log.showSignature': 'true',
      'alias.diff': `!${trap}`,
    };
    for (const [name, value] of Object.entries(settings)) git(root, 'config', name, value);
    // Of the same length, so that git has to read the note to see what changed.
    write(root, 'b.md', 'See [[cold ovens]].\n');
    write(root, 'c.md', `${files['c.md']}More.\n`);
    const { status, found } = await changed(root);
    assert.deepEqual(found, ['b.md: cold ovens', 'c.md: never was']);
    assert.equal(status, 1);
    assert.equal(existsSync(join(traps, 'sprung')), false, 'something was executed');
    assert.equal(existsSync(join(root, '.git/hooks/sprung')), false, 'a hook was executed');
    // The trap is one: git without these precautions steps into it.
    git(root, 'diff', '--stat', 'HEAD');
    assert.equal(existsSync(join(traps, 'sprung')), true);
  });

  for (const [name, attributes, section] of [
    ['without a name', '* filter=\n', '[filter ""]\n\tclean = TRAP\n'],
    ['whose name is not UTF-8', '* filter=\xff\n', '[filter "\xff"]\n\tclean = TRAP\n\trequired\n'],
    [
      'with a mark in its name that overriding cannot hold',
      '* filter=a=b\n',
      '[filter "a=b"]\n\tclean = TRAP\n',
    ],
    ['that is a process', '* filter=trap\n', '[filter "trap"]\n\tprocess = TRAP\n\trequired\n'],
  ] as const) {
    it(`executes no filter ${name}, wherever it is named`, async function () {
      if (process.platform === 'win32') return skipped(this, 'the traps are shell scripts');
      const root = repository();
      const traps = vaultOf({
        'trap.sh': '#!/bin/sh\necho "$0" >> "$(dirname "$0")/sprung"\ncat\n',
      });
      const trap = join(traps, 'trap.sh');
      chmodSync(trap, 0o755);
      writeFileSync(join(traps, 'included'), Buffer.from(section.replace('TRAP', trap), 'latin1'));
      git(root, 'config', 'include.path', join(traps, 'included'));
      writeFileSync(join(root, '.git/info/attributes'), Buffer.from(attributes, 'latin1'));
      writeFileSync(join(traps, 'attributes'), Buffer.from(attributes, 'latin1'));
      git(root, 'config', 'core.attributesFile', join(traps, 'attributes'));
      write(root, 'b.md', 'See [[cold ovens]].\n');
      const { status, found, stderr } = await changed(root);
      assert.deepEqual([found, status, stderr], [['b.md: cold ovens'], 1, '']);
      assert.equal(existsSync(join(traps, 'sprung')), false, 'something was executed');
      try {
        git(root, 'diff', '--stat', 'HEAD');
      } catch {
        // The trap speaks no protocol of processes.
      }
      assert.equal(existsSync(join(traps, 'sprung')), true, 'the trap is none');
    });
  }

  it('compares notes as git stores them, whatever their line ends here', async () => {
    const root = repository();
    for (const [path, text] of Object.entries(files)) write(root, path, text.replace('\n', '\r\n'));
    assert.equal((await changed(root)).document.changed, 0);
    rmSync(join(root, 'b.md'));
    symlinkSync('c.md', join(root, 'b.md'));
    assert.equal((await changed(root)).document.changed, 1);
    commitAll(root);
    assert.equal((await changed(root)).document.changed, 0);
  });

  it('tells of notes that git does not know', async () => {
    const root = repository();
    assert.equal((await changed(root)).stderr, '');
    write(root, '.gitignore', 'ignored.md\n');
    write(root, 'ignored.md', '[[nobody]]\n');
    const one = await changed(root);
    assert.deepEqual(one.found, []);
    assert.match(one.stderr, /1 note, “ignored\.md”, is unknown to git/u);
    mkdirSync(join(root, 'nested'));
    write(root, 'nested/deep.md', '[[nobody]]\n');
    git(join(root, 'nested'), 'init', '--quiet');
    commitAll(join(root, 'nested'));
    assert.match((await changed(root)).stderr, /2 notes, such as “\S+”, are unknown to git/u);
  });

  it('does not guess in a checkout of the last commits alone', async () => {
    const origin = repository();
    git(origin, 'checkout', '--quiet', '-b', 'topic');
    write(origin, 'b.md', '[[on topic]]\n');
    commitAll(origin);
    git(origin, 'checkout', '--quiet', 'main');
    write(origin, 'c.md', '[[on main]]\n');
    commitAll(origin);
    const root = join(vaultOf({}), 'clone');
    const from = `file://${origin}`;
    git(origin, 'clone', '--quiet', '--depth=1', '--branch=topic', from, root);
    const alone = await changed(root);
    assert.deepEqual([alone.status, alone.stdout], [2, '']);
    assert.match(alone.stderr, /only the last commits/u);
    git(root, 'fetch', '--quiet', '--depth=1', 'origin', 'main:refs/remotes/origin/main');
    for (const args of [[], ['--base', 'main']]) {
      const { status, stderr } = await changed(root, ...args);
      assert.equal(status, 2);
      assert.match(stderr, /fetch more of it/u);
    }
    git(root, 'fetch', '--quiet', '--unshallow', 'origin', '+refs/heads/*:refs/remotes/origin/*');
    assert.deepEqual((await changed(root)).found, ['b.md: on topic']);
  });

  it('takes no note for removed that a sparse checkout leaves out', async () => {
    const root = repository();
    git(root, 'sparse-checkout', 'set', '--no-cone', '/*', '!/ovens/');
    assert.equal(existsSync(join(root, 'ovens')), false);
    assert.deepEqual((await changed(root)).found, []);
  });
});
