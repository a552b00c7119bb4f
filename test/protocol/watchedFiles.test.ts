/** Files that change on the disk: notes and folders that come, go, move, and change by the thousand. */
import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, symlinkSync, unlinkSync } from 'node:fs';
import { cleanUp, LspClient, makeVault, pause, serve } from '../support/lspClient';

/** Milliseconds within which a change on the disk must show. */
const SOON = 2000;

describe('watched files', () => {
  let client: LspClient;
  const codes = (name: string, expected: string) => client.codes(name, expected, SOON);

  before(async () => {
    client = await serve({});
  });
  beforeEach(async () => {
    const root = makeVault({
      'a.md': 'See [[b]].',
      'b.md': 'Text.',
      'from.md': '[[in folder]] ![[in folder.png]]',
      'folder/deep/in folder.md': '[[b]] [[gone]]',
      'folder/deep/in folder.png': 'x',
    });
    await client.moveTo(root);
    await client.codes('folder/deep/in folder.md', 'link/missing');
  });
  after(cleanUp);

  it('turns links into diagnostics when a note is deleted, and back when it is there again', async () => {
    unlinkSync(client.file('b.md'));
    await client.watched({ 'b.md': 3 });
    await codes('a.md', 'link/missing');
    await codes('folder/deep/in folder.md', 'link/missing link/missing');
    client.write('sub/b.md', 'Text.');
    await client.watched({ 'sub/b.md': 1 });
    await codes('a.md', '');
    await codes('folder/deep/in folder.md', 'link/missing');
  });

  it('follows a note that is renamed, and withdraws what was said of it', async () => {
    client.write('b.md', '[[nothing]]');
    await client.watched({ 'b.md': 2 });
    await codes('b.md', 'link/missing');
    renameSync(client.file('b.md'), client.file('c.md'));
    await client.watched({ 'b.md': 3, 'c.md': 1 });
    await codes('b.md', '');
    await codes('c.md', 'link/missing');
    await codes('a.md', 'link/missing');
  });

  it('follows attachments', async () => {
    unlinkSync(client.file('folder/deep/in folder.png'));
    await client.watched({ 'folder/deep/in folder.png': 3 });
    await codes('from.md', 'link/missing');
    client.write('in folder.png', 'x');
    await client.watched({ 'in folder.png': 1 });
    await codes('from.md', '');
  });

  it('follows a folder of which nothing but itself is reported', async () => {
    renameSync(client.file('folder'), client.file('moved'));
    await client.watched({ folder: 3, moved: 1 });
    await codes('folder/deep/in folder.md', '');
    await codes('moved/deep/in folder.md', 'link/missing');
    await codes('from.md', '');
    rmSync(client.file('moved'), { recursive: true });
    await client.watched({ moved: 3 });
    await codes('moved/deep/in folder.md', '');
    await codes('from.md', 'link/missing link/missing');
    assert.equal(client.statuses.at(-1)?.notes, 3);
  });

  it('keeps what is there when a folder is deleted and made again in one go', async () => {
    await client.watched({
      folder: 3,
      'folder/deep/in folder.md': 1,
      'folder/deep/in folder.png': 1,
    });
    await client.watched({ 'b.md': 3, './b.md': 1 });
    await pause(250);
    assert.deepEqual(client.found('from.md'), []);
    assert.deepEqual(client.found('a.md'), []);
    await codes('folder/deep/in folder.md', 'link/missing');
  });

  it('follows a folder that came in the place of another, though nobody says that one went', async () => {
    client.write('other/in other.md', '[[nothing]]');
    rmSync(client.file('folder'), { recursive: true });
    renameSync(client.file('other'), client.file('folder'));
    await client.watched({ folder: 1 });
    await codes('folder/in other.md', 'link/missing');
    await codes('folder/deep/in folder.md', '');
    await codes('from.md', 'link/missing link/missing');
  });

  it('believes the disk about what was created and is gone already', async () => {
    await client.watched({ 'ghost.md': 1, 'phantom.md': 2, 'nothing/at/all': 1 });
    client.write('last.md', '[[ghost]] [[phantom]]');
    await client.watched({ 'last.md': 1 });
    await codes('last.md', 'link/missing link/missing');
  });

  it('takes an open note for gone when its file is, and for back when that is', async () => {
    await client.open('b.md', 'Unsaved text.');
    unlinkSync(client.file('b.md'));
    await client.watched({ 'b.md': 3 });
    await codes('a.md', 'link/missing');
    client.write('b.md', 'Text of the disk.');
    await client.watched({ 'b.md': 1 });
    await codes('a.md', '');
    assert.match((await client.hover('a.md', 0, 7)) ?? '', /Unsaved text/u);
  });

  it('leaves hidden folders and packages alone', async () => {
    for (const name of ['.git/x.md', 'node_modules/p/x.md', 'folder/.cache/x.md', '.x.md'])
      client.write(name, '[[nothing]]');
    await client.watched({ '.git/x.md': 1, 'node_modules/p/x.md': 1, 'folder/.cache/x.md': 1 });
    await client.watched({ '.x.md': 1, '.git': 1, node_modules: 1, 'folder/.cache': 1 });
    await client.open('.git/x.md', '[[nothing]]');
    await pause(250);
    assert.equal([...client.diagnostics.keys()].filter(name => name.endsWith('x.md')).length, 0);
    assert.equal(client.statuses.at(-1)?.notes, 4);
  });

  it('takes a link that a folder was replaced by, and a folder named like a note', async () => {
    rmSync(client.file('folder'), { recursive: true });
    symlinkSync(client.root, client.file('folder'));
    mkdirSync(client.file('odd.md'));
    client.write('odd.md/inner.md', '[[nothing]]');
    await client.watched({ folder: 3, 'odd.md': 1 });
    await codes('from.md', 'link/missing link/missing');
    await codes('odd.md/inner.md', 'link/missing');
    rmSync(client.file('odd.md'), { recursive: true });
    await client.watched({ 'odd.md': 3 });
    await codes('odd.md/inner.md', '');
  });

  it('answers while a checkout changes a thousand files', async () => {
    const names = Array.from({ length: 1000 }, (_, at) => `many/note number ${at}.md`);
    for (const name of names) client.write(name, 'See [[b]] and [[nothing]].');
    await client.watched(Object.fromEntries(names.map(name => [name, 1 as const])));
    const [line, character] = await client.show('writing.md', '[[b‸');
    let slowest = 0;
    let answers = 0;
    do {
      const started = performance.now();
      const list = await client.completion('writing.md', line, character);
      slowest = Math.max(slowest, performance.now() - started);
      assert.ok((list?.items.length ?? 0) > 0);
      answers++;
      await pause(2);
    } while ([...client.diagnostics.keys()].filter(name => name.includes('/many/')).length < 1000);
    assert.ok(answers > 2, `${answers} answers`);
    assert.ok(slowest < 1000, `${slowest} ms`);
    renameSync(client.file('many'), client.file('.many'));
    await client.watched({ many: 3 });
    await client.until('all are gone', () => client.statuses.at(-1)?.notes === 5);
  });

  it('misses nothing that changes before the client watches', async () => {
    const root = makeVault({ 'a.md': 'See [[b]].', 'b.md': 'Text.' });
    const late = LspClient.spawn({ folders: [root] });
    late.connection.onRequest('client/registerCapability', async () => {
      // Long enough for a small vault to be read.
      await pause(1000);
      unlinkSync(late.file('b.md'));
      return null;
    });
    await late.initialize({ folders: [root] });
    await late.codes('a.md', 'link/missing');
  });
});
