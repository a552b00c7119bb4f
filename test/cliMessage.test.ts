/** `claimwright message`: what it tells of a real repository's working tree, and what it refuses. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commitAll, git, needGit, repositoryIn } from './support/gitRepository';
import { buildCli, removeTemporaryFolders, runCli, vaultOf } from './support/runCli';

const NAME = '2026-03-01-ovens.md';
const source = (status: string) =>
  `---\ntype: source\ndomain: bread\nstatus: ${status}\n---\nWhat was written.\n`;
const claim = '---\ntype: claim\ndomain: bread\nagent: ada\n---\nWhy it holds.\n';

const files = {
  [`inbox/queue/${NAME}`]: source('unprocessed'),
  'domains/bread/slow dough keeps.md': claim,
};

const EXTRACTED = [
  'ada: extract claims from 2026-03-01-ovens',
  '',
  `- Source: inbox/archive/${NAME}`,
  '- Domain: bread',
  '- Claims: 2, Entities: 0',
  '- Enrichments: 0',
  '- Extracted by: ada',
  '',
].join('\n');

/** Two claims, one of them staged, and their source moved. */
function extract(root: string): void {
  const write = (path: string, text: string) => writeFileSync(join(root, path), text);
  write('domains/bread/hot ovens crust.md', claim);
  git(root, 'add', '--all');
  write('domains/bread/steam opens loaves é.md', claim);
  mkdirSync(join(root, 'inbox/archive'), { recursive: true });
  renameSync(join(root, `inbox/queue/${NAME}`), join(root, `inbox/archive/${NAME}`));
  write(
    `inbox/archive/${NAME}`,
    source('processed\nclaims_extracted: [hot ovens crust, steam opens loaves é]'),
  );
}

describe('claimwright message', function () {
  this.timeout(60_000);
  let program = '';

  before(async function () {
    needGit(this);
    program = await buildCli();
  });
  after(removeTemporaryFolders);

  it('tells what is staged, what is not, and what git does not know yet', async () => {
    const root = vaultOf(files);
    repositoryIn(root);
    extract(root);
    const { status, stdout, stderr } = await runCli(['message', root]);
    assert.deepEqual([status, stdout, stderr], [0, EXTRACTED, '']);
    git(root, 'add', '--all');
    assert.equal((await runCli(['message'], { cwd: root })).stdout, EXTRACTED);
    assert.equal(git(root, 'rev-list', '--count', 'HEAD').trim(), '1');
    commitAll(root);
    const after = await runCli(['message', root]);
    assert.deepEqual([after.status, after.stdout], [2, '']);
    assert.match(after.stderr, /No note differs from the last commit/u);
  });

  it('shows how to commit with it so that nothing of what it tells is left out', async () => {
    const root = vaultOf(files);
    repositoryIn(root);
    extract(root);
    const { stdout } = await runCli(['message', '--help']);
    const shown = stdout.split('\n').find(line => line.includes('git commit')) ?? assert.fail();
    const command = shown.trim().replace('claimwright', `'${process.execPath}' '${program}'`);
    // Git runs it in a shell of its own.
    git(root, '-c', `alias.shown=!${command}`, 'shown');
    assert.equal(git(root, 'status', '--porcelain'), '');
    assert.equal(git(root, 'log', '-1', '--format=%B').trim(), EXTRACTED.trim());
  });

  it('prints one document with the counts, and takes the agent that is named', async () => {
    const root = vaultOf(files);
    repositoryIn(root);
    extract(root);
    const { stdout } = await runCli(['message', root, '--format', 'json', '--agent', 'bo']);
    const { message, ...counts } = JSON.parse(stdout);
    assert.deepEqual(counts, {
      subject: 'bo: extract claims from 2026-03-01-ovens',
      agent: 'bo',
      sources: [`inbox/archive/${NAME}`],
      domains: ['bread'],
      claims: 2,
      entities: 0,
      enrichments: 0,
      revised: 0,
      retired: 0,
      nullResults: 0,
    });
    assert.equal(message, EXTRACTED.trimEnd().replaceAll('ada', 'bo'));
  });

  it('writes trailers of the settings so that git reads them', async () => {
    const root = vaultOf({
      ...files,
      '.claimwright.yaml':
        'message:\n  trailers:\n    - "Signed-By: {signature}"\n    - Team: bakers\n  signatures: { ada: Ada <ada@example.org> }\n',
    });
    repositoryIn(root);
    extract(root);
    const { stdout } = await runCli(['message', root]);
    writeFileSync(join(root, 'message.txt'), stdout);
    assert.equal(
      git(root, 'interpret-trailers', '--parse', 'message.txt'),
      'Signed-By: Ada <ada@example.org>\nTeam: bakers\n',
    );
  });

  it('works in a folder of a repository, and before the first commit', async () => {
    const root = vaultOf({
      'else/other.md': 'Text.\n',
      'notes/a.md': claim,
      'notes/.hidden.md': claim,
      'notes/inner/.claimwright.yaml': '',
      'notes/inner/b.md': claim,
    });
    git(root, 'init', '--quiet', '--initial-branch=main');
    const told = async () => (await runCli(['message', join(root, 'notes')])).stdout;
    assert.match(await told(), /^ada: add a claim\n/u);
    commitAll(root);
    for (const path of ['else/other.md', 'notes/inner/b.md', 'notes/.hidden.md'])
      rmSync(join(root, path));
    assert.equal(await told(), '');
    rmSync(join(root, 'notes/a.md'));
    assert.match(await told(), /^remove a claim\n/u);
  });

  it('counts nothing that git ignores', async () => {
    const root = vaultOf({ ...files, '.gitignore': 'drafts\n' });
    repositoryIn(root);
    mkdirSync(join(root, 'drafts'));
    writeFileSync(join(root, 'drafts/x.md'), claim);
    const { status, stderr } = await runCli(['message', root]);
    assert.equal(status, 2);
    assert.match(stderr, /No note differs/u);
  });

  it('says what is wrong where there is no repository, no git, or another operand', async () => {
    const root = vaultOf(files);
    const none = await runCli(['message', root]);
    assert.equal(none.status, 2);
    assert.match(none.stderr, /is in no git repository\.$/mu);
    const gitless = await runCli(['message', root], { env: { PATH: root } });
    assert.match(gitless.stderr, /git is not installed/u);
    const two = await runCli(['message', root, root]);
    assert.deepEqual([two.status, two.stdout], [2, '']);
    assert.match(two.stderr, /takes one operand/u);
  });

  it('changes nothing, not even the index', async () => {
    const root = vaultOf(files);
    repositoryIn(root);
    extract(root);
    const index = readFileSync(join(root, '.git/index'));
    const before = git(root, 'status', '--porcelain=v2');
    await runCli(['message', root]);
    assert.equal(git(root, 'status', '--porcelain=v2'), before);
    writeFileSync(join(root, '.git/index'), index);
    await runCli(['message', root]);
    assert.deepEqual(readFileSync(join(root, '.git/index')), index);
  });
});
