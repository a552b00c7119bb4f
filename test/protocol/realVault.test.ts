/** A copy of a real vault, where one is at hand: it is indexed, followed through changes, and as before when they are undone. */
import assert from 'node:assert/strict';
import { readFileSync, renameSync } from 'node:fs';
import { cleanUp, LspClient, makeVault } from '../support/lspClient';
import { notesOf, realVault } from '../support/realVault';

describe('a real vault', () => {
  let client: LspClient;
  let names: string[] = [];

  before(async function () {
    const files = realVault(this);
    const notes = notesOf(files);
    names = notes.map(([path]) => path).sort();
    const others = [...files.keys()].filter(path => !names.includes(path));
    const root = makeVault(
      Object.fromEntries([...notes, ...others.map(path => [path, ''] as const)]),
    );
    client = await LspClient.start({ folders: [root] });
    await client.ready();
    await client.until('it is checked', () => (client.statuses.at(-1)?.errors ?? 0) > 0);
  });
  after(cleanUp);

  /** Everything that is reported now, in one order. */
  const reported = () => {
    const all = [...client.diagnostics].map(
      ([path, { diagnostics }]) => [path, diagnostics] as const,
    );
    const paths = all.filter(([, found]) => found.length > 0);
    return JSON.stringify(paths.sort(([a], [b]) => (a < b ? -1 : 1)));
  };

  it('is read whole', () => {
    assert.equal(client.statuses.at(-1)?.notes, names.length);
    for (const { diagnostics } of client.published)
      for (const { range, message } of diagnostics) {
        assert.ok(range.end.line >= range.start.line);
        assert.notEqual(message, '');
      }
  });

  it('offers a note by words from the middle of its name', async () => {
    const long = names.filter(name => /(?:[^/]+ ){8}[^/]*$/u.test(name));
    for (const name of long.filter((_, at) => at % Math.ceil(long.length / 20) === 0)) {
      const title = name.slice(name.lastIndexOf('/') + 1, -3);
      const typed = title.split(' ').slice(2, 7).join(' ');
      const list = await client.completion(
        'new.md',
        ...(await client.show('new.md', `[[${typed}‸`)),
      );
      // A name that nobody has written yet has no note behind it.
      const paths = list?.items.slice(0, 5).map(item => (item.data as string[] | undefined)?.[1]);
      assert.ok(paths?.includes(name), typed);
    }
    await client.close('new.md');
  });

  it('is as it was when changes to it are undone', async () => {
    await client.until('it is settled', () => client.statuses.at(-1)?.notes === names.length);
    const errors = () => client.statuses.at(-1)?.errors;
    const [before, errorsBefore] = [reported(), errors()];
    renameSync(client.file('domains'), client.file('.away'));
    await client.watched({ domains: 3 });
    await client.until('links break', () => errors() !== errorsBefore);
    // Of long names more is reported.
    const short = names.filter(name => Buffer.byteLength(name) < 130);
    const some = short.filter((_, at) => at % 40 === 0);
    assert.ok(some.length > 5);
    for (const name of some) await client.open(name, 'See [[nothing of the kind]].');
    await Promise.all(some.map(name => client.codes(name, 'link/missing')));
    renameSync(client.file('.away'), client.file('domains'));
    await client.watched({ domains: 1 });
    for (const name of some) {
      await client.type(name, readFileSync(client.file(name), 'utf8'));
      await client.close(name);
    }
    await client.until(
      'all is as before',
      () => errors() === errorsBefore && reported() === before,
    );
  });
});
