/** Renames read from git: followed through the history, from a part of a repository, and with nothing of it executed. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readRenames, readRenamesNow } from '../server/git/renames';
import { skipped } from './support/skipped';

describe('renames in git', function () {
  this.timeout(60_000);
  let root: string;

  before(function () {
    if (spawnSync('git', ['--version']).status !== 0) skipped(this, 'git is not installed');
  });
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'claimwright-git-'));
    git('init', '-q', '-b', 'main');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const identity = [
    '-c',
    'user.name=A',
    '-c',
    'user.email=a@example.org',
    '-c',
    'commit.gpgSign=false',
  ];
  const git = (...args: string[]) =>
    execFileSync('git', [...identity, ...args], { cwd: root, encoding: 'utf8' }).trim();
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const move = (from: string, to: string) => {
    mkdirSync(dirname(join(root, to)), { recursive: true });
    renameSync(join(root, from), join(root, to));
  };
  const commit = (date = '2026-01-02') => {
    git('add', '-A');
    const at = `${date}T12:00:00+0000`;
    execFileSync('git', [...identity, 'commit', '-q', '-m', 'x', `--date=${at}`], {
      cwd: root,
      env: { ...process.env, GIT_COMMITTER_DATE: at },
    });
  };
  const text = (seed: string) =>
    Array.from({ length: 40 }, (_, at) => `${seed} line ${at}\n`).join('');
  const pairs = (folder = root) => {
    const { renames, refused } = readRenamesNow(folder);
    assert.equal(refused, null);
    return renames.map(({ from, to, date, similarity }) => `${date} ${from} > ${to} ${similarity}`);
  };

  it('follows a note through several names, the newest first', async () => {
    write('a.md', text('a'));
    commit('2026-01-01');
    move('a.md', 'notes/b ü.md');
    commit('2026-01-02');
    write('notes/b ü.md', `${text('a')}more\n`);
    move('notes/b ü.md', 'notes/c "quoted"\ttab.md');
    commit('2026-01-03');
    const last = 'notes/c "quoted"\ttab.md';
    const found = pairs();
    assert.match(found[0] ?? '', /^2026-01-03 notes\/b ü\.md > notes\/c "quoted"\ttab\.md 9\d$/u);
    assert.match(found[1] ?? '', /^2026-01-03 a\.md > notes\/c "quoted"\ttab\.md 9\d$/u);
    assert.equal(found.length, 2);
    const { renames } = await readRenames(root);
    assert.deepEqual(
      renames.map(({ to }) => to),
      [last, last],
    );
    assert.equal(renames[0]?.commit, git('log', '-1', '--format=%h'));
  });

  it('tells the two of a swap apart', () => {
    write('a.md', text('a'));
    write('b.md', text('b'));
    commit('2026-01-01');
    move('a.md', 'c.md');
    move('b.md', 'd.md');
    commit('2026-01-02');
    move('c.md', 'b.md');
    move('d.md', 'a.md');
    commit('2026-01-03');
    const ends = pairs().map(each => each.slice(11, -4));
    assert.deepEqual(ends.sort(), ['a.md > b.md', 'b.md > a.md', 'c.md > b.md', 'd.md > a.md']);
  });

  it('counts paths from a vault that is a part of its repository, and leaves other files alone', () => {
    write('vault/a.md', text('a'));
    write('vault/picture.png', text('p'));
    write('other/x.md', text('x'));
    commit('2026-01-01');
    move('vault/a.md', 'vault/deep/b.md');
    move('vault/picture.png', 'vault/other.png');
    move('other/x.md', 'other/y.md');
    commit('2026-01-02');
    assert.deepEqual(pairs(join(root, 'vault')), ['2026-01-02 a.md > deep/b.md 100']);
  });

  it('tells where another note had the name, too', () => {
    const shared = () => readRenamesNow(root).renames.map(({ from, shared }) => [from, shared]);
    write('dogs.md', text('a'));
    write('cats.md', text('b'));
    commit('2026-01-01');
    move('dogs.md', 'old/dogs.md');
    move('cats.md', 'felines.md');
    commit('2026-01-02');
    move('old/dogs.md', 'hounds.md');
    commit('2026-01-03');
    const all = ['old/dogs.md', 'cats.md', 'dogs.md'];
    assert.deepEqual(shared().sort(), all.map(each => [each, false]).sort());
    write('Dogs.md', 'Another.\n');
    commit('2026-01-04');
    rmSync(join(root, 'Dogs.md'));
    commit('2026-01-05');
    assert.deepEqual(shared().sort(), all.map(each => [each, each !== 'cats.md']).sort());
  });

  it('says why there is none', async () => {
    assert.match(readRenamesNow(root).refused ?? '', /no commits/u);
    rmSync(join(root, '.git'), { recursive: true });
    assert.deepEqual(readRenamesNow(root), {
      renames: [],
      refused: 'The vault is in no git repository.',
    });
    assert.match((await readRenames(root, AbortSignal.abort())).refused ?? '', /cancelled/u);
    const { PATH } = process.env;
    process.env['PATH'] = root;
    try {
      assert.equal((await readRenames(root)).refused, 'Git is not installed.');
      assert.equal(readRenamesNow(root).refused, 'Git is not installed.');
    } finally {
      process.env['PATH'] = PATH;
    }
  });

  it('executes nothing that the repository names', async function () {
    if (process.platform === 'win32') skipped(this, 'the traps are shell scripts');
    const ran = join(root, 'ran');
    const trap = join(root, 'trap.sh');
    writeFileSync(trap, `#!/bin/sh\necho "$0 $*" >> '${ran}'\nexit 1\n`);
    chmodSync(trap, 0o755);
    write('.gitattributes', '*.md diff=trap filter=trap merge=trap\n');
    write('a.md', text('a'));
    commit();
    move('a.md', 'b.md');
    write('b.md', `${text('a')}more\n`);
    commit();
    signHead();
    for (const hook of [
      'post-checkout',
      'post-index-change',
      'pre-auto-gc',
      'reference-transaction',
    ]) {
      writeFileSync(join(root, '.git/hooks', hook), `#!/bin/sh\nexec '${trap}' ${hook}\n`);
      chmodSync(join(root, '.git/hooks', hook), 0o755);
    }
    const settings = {
      'core.fsmonitor': trap,
      'core.pager': trap,
      'pager.log': trap,
      'core.editor': trap,
      'core.hooksPath': join(root, '.git/hooks'),
      'core.sshCommand': trap,
      'core.askPass': trap,
      'core.alternateRefsCommand': trap,
      'core.gitProxy': trap,
      'credential.helper': `!${trap}`,
      'diff.external': trap,
      'diff.trap.command': trap,
      'diff.trap.textconv': trap,
      'diff.renames': 'false',
      'filter.trap.clean': trap,
      'filter.trap.smudge': trap,
      'filter.trap.process': trap,
      'log.showSignature': 'true',
      'gpg.program': trap,
      'gpg.openpgp.program': trap,
      'gpg.ssh.program': trap,
      'alias.log': `!${trap}`,
      'protocol.allow': 'always',
      'protocol.ext.allow': 'always',
      'protocol.file.allow': 'always',
    };
    for (const [name, value] of Object.entries(settings)) git('config', name, value);
    // It can go off: without our care git checks the signature by the trap.
    spawnSync('git', ['log'], { cwd: root });
    assert.ok(existsSync(ran), 'the trap does not work');
    rmSync(ran);

    const outside = {
      GIT_PAGER: trap,
      GIT_EXTERNAL_DIFF: trap,
      GIT_SSH_COMMAND: trap,
      PAGER: trap,
    };
    Object.assign(process.env, outside);
    try {
      assert.match(pairs().join(), /a\.md > b\.md 9\d$/u);
      assert.equal((await readRenames(root)).renames.length, 1);
      assert.equal(existsSync(ran), false);

      // A repository that lacks objects would fetch them, by a program that it names.
      git('config', 'extensions.partialClone', 'origin');
      git('config', 'core.repositoryFormatVersion', '1');
      git('config', 'remote.origin.promisor', 'true');
      git('config', 'remote.origin.url', `ext::${trap} %S`);
      git('config', 'remote.origin.uploadpack', trap);
      const blob = git('rev-parse', 'HEAD~1:a.md');
      const object = join(root, '.git/objects', blob.slice(0, 2), blob.slice(2));
      assert.ok(readdirSync(dirname(object)).length > 0);
      rmSync(object, { force: true });
      readRenamesNow(root);
      await readRenames(root);
      assert.equal(existsSync(ran), false);
    } finally {
      for (const name of Object.keys(outside)) delete process.env[name];
    }
  });

  /** Puts a signature into the newest commit, which nobody can check but by running a program. */
  function signHead(): void {
    const [head, ...body] = git('cat-file', 'commit', 'HEAD').split('\n\n');
    const signature =
      'gpgsig -----BEGIN PGP SIGNATURE-----\n \n AAAA\n -----END PGP SIGNATURE-----';
    const input = `${head}\n${signature}\n\n${body.join('\n\n')}\n`;
    const made = execFileSync('git', ['hash-object', '-t', 'commit', '-w', '--stdin'], {
      cwd: root,
      input,
      encoding: 'utf8',
    });
    git('update-ref', 'refs/heads/main', made.trim());
  }
});
