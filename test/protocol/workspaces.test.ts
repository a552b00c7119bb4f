/** Several folders and several vaults: which vault a note belongs to, while folders and markers come and go. */
import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { cleanUp, LspClient, makeVault, pause, serve } from '../support/lspClient';

const MARKER = '.claimwright.yaml';

/** A vault in a vault, each with a note that links to its own and to the other's. */
const NESTED = {
  [MARKER]: '',
  'outer.md': '[[outer two]] [[inner two]]',
  'outer two.md': 'Outer text.',
  'sub/inner.md': '[[inner two]] [[outer two]]',
  'sub/inner two.md': 'Inner text.',
};

const vaults = (client: LspClient, count: number) =>
  client.until(`${count} vaults`, () => {
    const status = client.statuses.at(-1);
    return status?.vaults === count && status.state === 'ready';
  });

describe('workspaces', () => {
  afterEach(cleanUp);

  it('keep the vaults of several folders apart', async () => {
    const one = makeVault({ 'a.md': '[[b]]', 'shared.md': 'One.' });
    const two = makeVault({ 'b.md': '[[a]] [[shared]]', 'shared.md': 'Two.' });
    const client = await LspClient.start({ folders: [one, two] });
    await client.ready();
    await client.codes(`${one}/a.md`, 'link/missing');
    await client.codes(`${two}/b.md`, 'link/missing');
    assert.match((await client.hover(`${two}/b.md`, 0, 8)) ?? '', /Two\./u);
    const [line, character] = await client.show(`${two}/new.md`, '[[‸');
    const list = await client.completion(`${two}/new.md`, line, character);
    assert.deepEqual(list?.items.map(item => item.label).sort(), ['b', 'shared']);
  });

  it('take folders added and removed, and withdraw what was said of those', async () => {
    const client = await serve({ 'a.md': '[[b]]' });
    await client.codes('a.md', 'link/missing');
    const other = makeVault({ 'c.md': '[[d]]' });
    await client.open(`${other}/e.md`, '[[f]]');
    await client.folders([other]);
    await vaults(client, 2);
    await client.codes(`${other}/c.md`, 'link/missing');
    await client.codes(`${other}/e.md`, 'link/missing');
    await client.folders([], [other]);
    await vaults(client, 1);
    await client.codes(`${other}/c.md`, '');
    await client.codes(`${other}/e.md`, '');
    assert.equal(client.statuses.at(-1)?.notes, 1);
    await client.until('one error', () => client.statuses.at(-1)?.errors === 1);
    await client.folders([other], [client.root]);
    await client.codes('a.md', '');
    await client.codes(`${other}/e.md`, 'link/missing');
  });

  it('give the notes of a marked folder to its own vault only', async () => {
    const client = await serve({ ...NESTED, [`sub/${MARKER}`]: '' });
    await vaults(client, 2);
    await client.codes('outer.md', 'link/missing');
    await client.codes('sub/inner.md', 'link/missing');
    assert.equal(client.statuses.at(-1)?.notes, 4);
    assert.match((await client.hover('sub/inner.md', 0, 3)) ?? '', /Inner text/u);
    assert.match((await client.hover('sub/inner.md', 0, 20)) ?? '', /No note is named/u);
    const [line, character] = await client.show('new.md', '[[inner‸');
    const offered = (await client.completion('new.md', line, character))?.items ?? [];
    assert.deepEqual(
      offered.filter(({ data }) => data !== undefined),
      [],
    );
    client.write('sub/outer two.md', 'Inside.');
    await client.watched({ 'sub/outer two.md': 1 });
    await client.codes('sub/inner.md', '');
    await client.codes('outer.md', 'link/missing');
  });

  it('follow a marker that is made and deleted while the server runs', async () => {
    const client = await serve(NESTED);
    await client.open('sub/open.md', '[[outer two]] [[nothing]]');
    await client.codes('sub/open.md', 'link/missing');
    await client.codes('outer.md', '');
    client.write(`sub/${MARKER}`, '');
    await client.watched({ [`sub/${MARKER}`]: 1 });
    await vaults(client, 2);
    await client.codes('outer.md', 'link/missing');
    await client.codes('sub/inner.md', 'link/missing');
    await client.codes('sub/open.md', 'link/missing link/missing');
    rmSync(client.file(`sub/${MARKER}`));
    await client.watched({ [`sub/${MARKER}`]: 3 });
    await vaults(client, 1);
    for (const name of ['outer.md', 'sub/inner.md']) await client.codes(name, '');
    await client.codes('sub/open.md', 'link/missing');
    await client.until('one error', () => client.statuses.at(-1)?.errors === 1);
  });

  it('follow a vault that is moved in or out with the folder around it', async () => {
    const client = await serve({ ...NESTED, [`sub/${MARKER}`]: '' });
    await client.codes('outer.md', 'link/missing');
    await client.open('sub/inner two.md', '[[nothing]]');
    await client.codes('sub/inner two.md', 'link/missing');
    mkdirSync(client.file('.away'));
    renameSync(client.file('sub'), client.file('.away/sub'));
    await client.watched({ sub: 3 });
    await vaults(client, 1);
    await client.codes('sub/inner.md', '');
    await client.close('sub/inner two.md');
    await client.codes('sub/inner two.md', '');
    await client.until('two notes', () => client.statuses.at(-1)?.notes === 2);
    mkdirSync(client.file('deep'));
    renameSync(client.file('.away/sub'), client.file('deep/sub'));
    await client.watched({ deep: 1 });
    await vaults(client, 2);
    await client.codes('deep/sub/inner.md', 'link/missing');
    assert.equal(client.statuses.at(-1)?.notes, 4);
  });

  it('serve a note once where one workspace folder lies in another', async () => {
    const root = makeVault({
      'a.md': '[[b]] [[c]]',
      'part/b.md': '[[a]] [[c]]',
      '.x/d.md': '[[a]]',
    });
    const client = await LspClient.start({ folders: [`${root}/part`, root, `${root}/.x`] });
    await client.ready();
    await client.codes(`${root}/a.md`, 'link/missing');
    await client.codes(`${root}/part/b.md`, 'link/missing');
    await client.codes(`${root}/.x/d.md`, 'link/missing');
    assert.equal(client.statuses.at(-1)?.notes, 3);
    await client.folders([], [root]);
    await client.codes(`${root}/a.md`, '');
    await client.codes(`${root}/part/b.md`, 'link/missing link/missing');
    await client.folders([root]);
    await client.codes(`${root}/part/b.md`, 'link/missing');
  });

  it('leave documents alone that are in no vault', async () => {
    const client = await serve({ 'a.md': 'Text.' });
    const outside = makeVault({ 'x.md': '[[nothing]]' });
    await client.open(`${outside}/x.md`, '[[nothing]]');
    await client.open('untitled', '[[nothing]]', 'untitled:Untitled-1');
    await client.open('git', '[[nothing]]', `git:${client.file('a.md')}?ref=HEAD`);
    await client.open('notes.txt', '[[nothing]]');
    await pause(250);
    assert.deepEqual(client.published, []);
    for (const name of [`${outside}/x.md`, 'untitled', 'git', 'notes.txt']) {
      assert.equal(await client.completion(name, 0, 4), null);
      await client.type(name, '[[other]]');
      await client.close(name);
    }
    assert.equal(client.statuses.at(-1)?.notes, 1);
  });
});
