/** A release gives version and date to what changed, in a commit with a tag, and nothing where something is amiss. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { git, needGit, repositoryIn } from './support/gitRepository';
import { removeTemporaryFolders, vaultOf } from './support/runCli';

const SCRIPT = resolve(import.meta.dirname, '../docs/release.ts');
const TSX = pathToFileURL(require.resolve('tsx')).href;

const FILES = {
  'package.json': '{\n  "name": "a",\n  "version": "0.9.1",\n  "dependencies": {}\n}\n',
  'package-lock.json':
    '{\n  "version": "0.9.1",\n  "packages": {\n    "": { "version": "0.9.1" },\n    "b": { "version": "0.9.1" }\n  }\n}\n',
  'CHANGELOG.md':
    '# Changelog\n\n## Unreleased\n\n- It sings.\n\n## 0.9.1 (2026-01-01)\n\n- It hums.\n',
};

describe('a release', () => {
  before(function () {
    needGit(this);
  });
  after(removeTemporaryFolders);

  const repository = (files: Record<string, string> = FILES) => {
    const root = vaultOf(files);
    repositoryIn(root);
    // Whoever runs this may be unknown to git.
    git(root, 'config', 'user.name', 'A. Baker');
    git(root, 'config', 'user.email', 'baker@example.org');
    return root;
  };
  const release = (root: string, version: string) =>
    spawnSync(process.execPath, ['--import', TSX, SCRIPT, version], {
      cwd: root,
      encoding: 'utf8',
    });

  it('is a commit with a tag', () => {
    const root = repository();
    const { status, stderr } = release(root, '0.10.0');
    assert.equal(status, 0, stderr);
    const read = (name: string) => readFileSync(join(root, name), 'utf8');
    assert.match(
      read('CHANGELOG.md'),
      /## Unreleased\n\n## 0\.10\.0 \(\d{4}-\d\d-\d\d\)\n\n- It sings\./u,
    );
    assert.equal(JSON.parse(read('package.json')).version, '0.10.0');
    const { version, packages } = JSON.parse(read('package-lock.json'));
    assert.deepEqual(
      [version, packages[''].version, packages['b'].version],
      ['0.10.0', '0.10.0', '0.9.1'],
    );
    assert.equal(git(root, 'describe', '--exact-match').trim(), 'v0.10.0');
    assert.equal(git(root, 'status', '--porcelain').trim(), '');
  });

  for (const [name, version, why, change] of [
    ['a version that does not come after', '0.9.0', /does not come after/u],
    ['no version', 'next', /Give a version/u],
    ['changes that are not committed', '1.0.0', /not committed/u, 'dirty'],
    ['a branch of another name', '1.0.0', /made on main/u, 'branch'],
    ['nothing to tell', '1.0.0', /says nothing/u, 'empty'],
  ] as const) {
    it(`is refused for ${name}`, () => {
      const root = repository(
        change === 'empty' ? { ...FILES, 'CHANGELOG.md': '# Changelog\n\n## Unreleased\n' } : FILES,
      );
      if (change === 'dirty') writeFileSync(join(root, 'new'), '');
      if (change === 'branch') git(root, 'checkout', '-q', '-b', 'other');
      const before = git(root, 'rev-parse', 'HEAD');
      const { status, stderr } = release(root, version);
      assert.equal(status, 2);
      assert.match(stderr, why);
      assert.equal(git(root, 'rev-parse', 'HEAD'), before);
    });
  }
});
