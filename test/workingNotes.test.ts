/** What a repository tells of changed notes while a server goes on with other work, and that nothing in it is executed. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../server/disk';
import { workingNotes, workingNotesNow } from '../server/git/workingNotes';
import { git, needGit, repositoryIn } from './support/gitRepository';
import { removeTemporaryFolders, vaultOf } from './support/runCli';
import { skipped } from './support/skipped';

const never = new AbortController().signal;
const nothing: ReadonlySet<string> = new Set();

const sorted = ({ notes }: { readonly notes: readonly { readonly path: string }[] }) =>
  [...notes].sort((a, b) => (a.path < b.path ? -1 : 1));

describe('changed notes of a repository', function () {
  this.timeout(60_000);
  before(function () {
    needGit(this);
  });
  afterEach(removeTemporaryFolders);

  const repository = () => {
    const root = vaultOf({ 'a.md': 'one\n', 'b.md': 'two\n', 'c.md': 'three\n', 'd.png': 'x' });
    repositoryIn(root);
    writeFileSync(join(root, 'a.md'), 'One\n');
    rmSync(join(root, 'b.md'));
    rmSync(join(root, 'd.png'));
    writeFileSync(join(root, 'e ü.md'), 'new\n');
    return root;
  };
  const changed = [
    { path: 'a.md', before: 'one\n' },
    { path: 'b.md', before: 'two\n' },
    { path: 'e ü.md', before: null },
  ];

  it('are the same at once and in slices', async () => {
    const root = repository();
    const files = [...listFiles(root)];
    assert.deepEqual(sorted(workingNotesNow(root, files)), changed);
    assert.deepEqual(sorted(await workingNotes(root, files, nothing, never)), changed);
  });

  it('are found though whoever asks has not heard of them, and told of an open note anyway', async () => {
    const root = repository();
    const stale = ['a.md', 'b.md', 'c.md'];
    assert.deepEqual(sorted(await workingNotes(root, stale, nothing, never)), changed);
    const open = new Set(['c.md', 'not saved.md']);
    assert.deepEqual(sorted(await workingNotes(root, [...stale, 'not saved.md'], open, never)), [
      ...changed.slice(0, 2),
      { path: 'c.md', before: 'three\n' },
      changed[2],
      { path: 'not saved.md', before: null },
    ]);
  });

  it('are refused in words', async () => {
    const root = vaultOf({ 'a.md': '' });
    const { refused } = await workingNotes(root, ['a.md'], nothing, never);
    assert.match(refused ?? '', /is in no git repository\.$/u);
    assert.equal(workingNotesNow(root, ['a.md']).refused, refused);
    const stopped = await workingNotes(root, ['a.md'], nothing, AbortSignal.abort());
    assert.equal(stopped.refused, 'Cancelled.');
    const { PATH } = process.env;
    process.env['PATH'] = root;
    try {
      const gitless = await workingNotes(root, ['a.md'], nothing, never);
      assert.match(gitless.refused ?? '', /git is not installed/u);
    } finally {
      process.env['PATH'] = PATH;
    }
  });

  it('are told without executing anything that the repository names', async function () {
    if (process.platform === 'win32') skipped(this, 'the traps are shell scripts');
    const root = repository();
    writeFileSync(join(root, '.gitattributes'), '*.md diff=trap filter=trap\n');
    const ran = join(root, '.git/ran');
    const trap = join(root, '.git/trap.sh');
    writeFileSync(trap, `#!/bin/sh\necho "$0 $*" >> '${ran}'\nexec cat\n`);
    chmodSync(trap, 0o755);
    for (const name of [
      'core.fsmonitor',
      'core.pager',
      'core.hooksPath',
      'diff.external',
      'diff.trap.command',
      'diff.trap.textconv',
      'filter.trap.clean',
      'filter.trap.smudge',
    ])
      git(root, 'config', name, trap);
    // It can go off: git itself, asked the same, runs it.
    spawnSync('git', ['status'], { cwd: root });
    assert.ok(existsSync(ran), 'the trap does not work');
    rmSync(ran);
    const files = [...listFiles(root)];
    assert.deepEqual(sorted(await workingNotes(root, files, nothing, never)), changed);
    assert.deepEqual(sorted(workingNotesNow(root, files)), changed);
    assert.equal(existsSync(ran), false);
  });
});
