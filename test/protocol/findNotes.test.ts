/** Notes of a type found by a word that stands in the names of far more notes of other types. */
import assert from 'node:assert/strict';
import { type FoundNote, findNotesMethod } from '../../server/lsp/protocol';
import { cleanUp, serve, uriOf } from '../support/lspClient';

const CLAIM = 'domains/baking/slow heat is kind to dough.md';
const TEXT = '---\ntype: claim\n---\nWhy it holds.\n';
const SOURCES = Array.from({ length: 7000 }, (_, at) => [
  `inbox/queue/dough ${at}.md`,
  '---\ntype: source\ntitle: dough\n---\n',
]);

describe('search for notes', () => {
  afterEach(cleanUp);

  it('finds those of a type, however many others have the word', async function () {
    this.timeout(60_000);
    const client = await serve({ ...Object.fromEntries(SOURCES), [CLAIM]: TEXT });
    const find = async (types?: readonly string[]) => {
      const params = { uri: uriOf(client.root), query: 'dough', types };
      const found = await client.connection.sendRequest<FoundNote[]>(findNotesMethod, params);
      return found.map(({ path }) => path);
    };
    assert.deepEqual(await find(['claim']), [CLAIM]);
    assert.equal((await find(['source'])).length, 30);
    assert.equal((await find(['source', 'claim'])).length, 30);
    assert.equal((await find()).length, 30);
    assert.deepEqual(await find([]), []);
    // Its names stay, and its type does not.
    await client.open(CLAIM, TEXT);
    await client.type(CLAIM, TEXT.replace('claim', 'belief'));
    assert.deepEqual(await find(['claim']), []);
    assert.deepEqual(await find(['belief']), [CLAIM]);
  });
});
