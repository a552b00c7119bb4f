/** `claimwright rename` as a process: what it means by its operands, what it prints and does, and that it does all or nothing. */
import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { renameOnDisk } from '../server/cli/renameOnDisk';
import { buildCli, removeTemporaryFolders, runCli, vaultOf } from './support/runCli';

const FILES = {
  '.claimwright.yaml': '',
  'notes/rain falls.md': '---\ntitle: Rain falls\n---\n\n# Rain falls\n',
  'notes/a.md': 'See [[rain falls|it]].\n',
  'other/b.md': '---\nsupports: notes/rain falls.md\n---\n\n![map](../notes/map.png)\n',
  'notes/map.png': '',
};

describe('claimwright rename', function () {
  this.timeout(60_000);
  before(buildCli);
  after(removeTemporaryFolders);

  const read = (root: string, path: string) => readFileSync(join(root, path), 'utf8');

  async function renamed(args: readonly string[], cwd?: string) {
    const run = await runCli(
      ['rename', '--format', 'json', ...args],
      cwd === undefined ? {} : { cwd },
    );
    return { ...run, document: run.stdout === '' ? null : JSON.parse(run.stdout) };
  }

  it('edits a note once to which a symbolic link leads', async () => {
    const root = vaultOf(FILES);
    symlinkSync('../notes/a.md', join(root, 'other/0.md'));
    const { document, status, stderr } = await renamed(['notes/rain falls.md', 'hail'], root);
    assert.deepEqual([status, stderr], [0, '']);
    assert.equal(read(root, 'other/0.md'), 'See [[hail|it]].\n');
    const files = document.edits.map(({ file }: { file: string }) => file);
    assert.ok(files.includes('notes/a.md') && !files.includes('other/0.md'), files.join());
  });

  it('gives a note another title, and prints the edits it makes', async () => {
    const root = vaultOf(FILES);
    const args = ['notes/rain falls.md', 'Snow falls: a lot'];
    const dry = await renamed([...args, '--dry-run'], root);
    assert.deepEqual([dry.status, dry.stderr], [0, '']);
    assert.equal(read(root, 'notes/a.md'), FILES['notes/a.md']);
    const run = await renamed(args, root);
    assert.deepEqual(run.document, dry.document);
    const at = (line: number, start: number, end: number) => ({
      start: { line, character: start },
      end: { line, character: end },
    });
    assert.deepEqual(run.document, {
      edits: [
        { file: 'notes/a.md', range: at(0, 6, 16), newText: 'Snow falls - a lot' },
        { file: 'notes/rain falls.md', range: at(1, 7, 17), newText: '"Snow falls: a lot"' },
        { file: 'notes/rain falls.md', range: at(4, 2, 12), newText: 'Snow falls: a lot' },
        { file: 'other/b.md', range: at(1, 10, 29), newText: 'notes/Snow falls - a lot.md' },
      ],
      creates: [],
      renames: [{ from: 'notes/rain falls.md', to: 'notes/Snow falls - a lot.md' }],
    });
    assert.equal(read(root, 'notes/a.md'), 'See [[Snow falls - a lot|it]].\n');
    assert.equal(
      read(root, 'notes/Snow falls - a lot.md'),
      '---\ntitle: "Snow falls: a lot"\n---\n\n# Snow falls: a lot\n',
    );
    assert.ok(!existsSync(join(root, 'notes/rain falls.md')));
  });

  it('tells people the lines before and after', async () => {
    const root = vaultOf(FILES);
    const { stdout, status } = await runCli(['rename', 'notes/rain falls', 'Snow', '--dry-run'], {
      cwd: root,
    });
    assert.equal(status, 0);
    assert.match(stdout, /- See \[\[rain falls\|it\]\]\.\n\s+\+ See \[\[Snow\|it\]\]\.\n/u);
    assert.match(
      stdout,
      /\nnotes\/rain falls\.md → notes\/Snow\.md · 4 edits in 3 notes, nothing written\n$/u,
    );
  });

  it('moves notes, attachments and folders, whatever a path counts from', async () => {
    const root = vaultOf({ ...FILES, 'notes/.hidden': 'x' });
    const move = async (from: string, to: string, cwd: string) => {
      const { document, status, stderr } = await renamed([from, to], cwd);
      assert.deepEqual([status, stderr], [0, '']);
      return document.renames;
    };
    assert.deepEqual(await move('rain falls.md', '../weather/rain falls.md', join(root, 'notes')), [
      { from: 'notes/rain falls.md', to: 'weather/rain falls.md' },
    ]);
    assert.match(read(root, 'other/b.md'), /supports: weather\/rain falls\.md/u);
    await move('weather/rain falls.md', 'notes/', join(root, 'other'));
    assert.match(read(root, 'other/b.md'), /supports: notes\/rain falls\.md/u);
    await move(join(root, 'notes/map.png'), 'plan.png', '/');
    assert.match(read(root, 'other/b.md'), /!\[map\]\(\.\.\/notes\/plan\.png\)/u);
    assert.deepEqual(await move('notes', './deep/er/notes', root), [
      { from: 'notes', to: 'deep/er/notes' },
    ]);
    assert.match(read(root, 'other/b.md'), /\(\.\.\/deep\/er\/notes\/plan\.png\)/u);
    assert.equal(read(root, 'deep/er/notes/.hidden'), 'x');
    await move('deep/er/notes', 'NOTES', root);
    assert.deepEqual(readdirSync(join(root, 'deep/er')), ['NOTES']);
    assert.match(read(root, 'other/b.md'), /supports: NOTES\/rain falls\.md/u);
  });

  it('gives a file a name beside its title, or a short one', async () => {
    const root = vaultOf({ ...FILES, 'plain.md': 'Text.\n' });
    const long = 'rain falls on old towns '.repeat(12).trim();
    const tooLong = await renamed(['plain.md', long], root);
    assert.equal(tooLong.status, 2);
    assert.match(tooLong.stderr, /255\. --short gives it a shorter one\./u);
    const short = await renamed(['plain.md', long, '--short'], root);
    const [{ to }] = short.document.renames;
    assert.ok(to.length <= 120 && long.startsWith(to.slice(0, -3)), to);
    assert.ok(read(root, to).includes(`${long}\n`), 'the whole title is in the note');
    await renamed(['notes/rain falls.md', 'rain', '--title', 'Rain falls on towns'], root);
    assert.equal(
      read(root, 'notes/rain.md'),
      '---\ntitle: Rain falls on towns\n---\n\n# Rain falls on towns\n',
    );
    assert.equal(read(root, 'notes/a.md'), 'See [[rain|it]].\n');
    const warned = await renamed(['notes/rain.md', long.slice(0, 160).trim()], root);
    assert.equal(warned.status, 0);
    assert.match(warned.stderr, /takes \d+ bytes.* --short/u);
  });

  it('refuses what cannot be, and changes nothing', async () => {
    const root = vaultOf({
      ...FILES,
      'in/.claimwright.yaml': '',
      'in/x.md': '',
      'notes/.claimed.md': '',
    });
    const refused = async (from: string, to: string, sentence: RegExp, ...more: string[]) => {
      const { status, stdout, stderr } = await renamed([from, to, ...more], root);
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, sentence);
    };
    const rain = 'notes/rain falls.md';
    await refused('notes/none.md', 'x', /There is no note, file or folder/u);
    await refused(rain, 'A', /There is a file `notes\/a\.md` already/u);
    await refused(rain, './other/b.md', /There is a file `other\/b\.md` already/u);
    await refused(rain, '../rain.md', /outside the vault/u);
    await refused(rain, 'in/rain.md', /another vault/u);
    await refused(rain, './.claimed.md', /dot/u);
    await refused(rain, './a/node_modules/b.md', /node_modules/u);
    await refused(rain, 'notes/a.md/b.md', /is no folder/u);
    await refused('notes/map.png', 'a?.png', /cannot have `\?`/u);
    await refused('notes', 'other', /There is a folder `other` already/u);
    await refused('notes', 'notes/deep/', /into itself/u);
    await refused('notes', 'x', /Only a note has a title/u, '--title', 'T');
    await refused('notes/.claimed.md', 'x', /no part of the vault/u);
    await refused('.', 'x', /"\." is a vault/u);
    await refused(rain, 'x', /do not go together/u, '--short', '--title', 'T');
    for (const [path, text] of Object.entries(FILES)) assert.equal(read(root, path), text);
    const { status, stderr } = await renamed([rain], root);
    assert.equal(status, 2);
    assert.match(stderr, /takes two operands/u);
  });

  it('takes back what it wrote where the last step fails', () => {
    const root = vaultOf({ 'a.md': 'one', 'b.md': 'two', taken: 'a file' });
    const notes = [
      { path: 'a.md', before: 'one', after: 'ONE' },
      { path: 'b.md', before: 'two', after: 'TWO' },
    ];
    assert.throws(
      () => renameOnDisk(root, notes, { from: 'a.md', to: 'taken/a.md' }),
      /nothing was changed/u,
    );
    assert.deepEqual([read(root, 'a.md'), read(root, 'b.md')], ['one', 'two']);
    writeFileSync(join(root, 'b.md'), 'changed');
    assert.throws(
      () => renameOnDisk(root, notes, { from: 'a.md', to: 'c.md' }),
      /“b\.md” changed meanwhile: nothing was changed/u,
    );
    assert.equal(read(root, 'a.md'), 'one');
    assert.throws(
      () => renameOnDisk(root, [], { from: 'a.md', to: 'b.md' }),
      /“b\.md” is there already/u,
    );
    rmSync(join(root, 'taken'));
    mkdirSync(join(root, 'deep'));
    symlinkSync('a.md', join(root, 'link.md'));
    assert.throws(
      () => renameOnDisk(root, [], { from: 'link.md', to: 'deep/link.md' }),
      /symbolic link/u,
    );
    assert.deepEqual(readdirSync(root).sort(), ['a.md', 'b.md', 'deep', 'link.md']);
  });
});
