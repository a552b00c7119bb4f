/** A draft is checked over LSP, and nothing of it is published or stays. */
import assert from 'node:assert/strict';
import { type CheckedDraft, checkDraftMethod } from '../../server/lsp/protocol';
import { cleanUp, serve, uriOf } from '../support/lspClient';

const NOTE = 'domains/food/slow bread tastes better.md';
const TEXT = '---\ntype: claim\ndomain: food\nconfidence: likely\n---\n';
const DRAFT =
  '---\ntype: claim\nconfidence: likley\n---\n# Fast bread tastes worse\n\n[[nowhere]] [[slow bread tastes better]]\n';

describe('claimwright/checkDraft', () => {
  afterEach(cleanUp);

  it('says what would be reported, where the note would stand, and changes nothing', async () => {
    const client = await serve({ [NOTE]: TEXT });
    const check = (text: string, path: string | null = null) =>
      client.connection.sendRequest<CheckedDraft>(checkDraftMethod, {
        uri: uriOf(client.root),
        text,
        path,
      });
    await client.until('the note is checked', () => client.diagnostics.has(client.file(NOTE)));
    const published = client.published.length;
    const { refused, path, problems } = await check(
      DRAFT,
      'domains/food/fast bread tastes worse.md',
    );
    assert.equal(refused, null);
    assert.equal(path, 'domains/food/fast bread tastes worse.md');
    const invalid = problems.find(({ code }) => code === 'frontmatter/invalid-value');
    assert.deepEqual(invalid?.range.start, { line: 2, character: 12 });
    assert.ok(problems.some(({ code }) => code === 'link/missing'));
    const again = await check(DRAFT);
    assert.match(again.path ?? '', /fast bread tastes worse\.md$/iu);
    // Another text of a note that is there.
    const other = await check('---\ntype: clam\n---\n', NOTE);
    assert.ok(other.problems.some(({ code }) => code === 'frontmatter/unknown-type'));
    assert.notEqual((await check('[[a]]', '../outside.md')).refused, null);
    await client.open('asks.md', '[[fast bread tastes worse]]');
    await client.codes('asks.md', 'link/missing');
    assert.deepEqual(
      client.published.slice(published).filter(({ uri }) => !uri.endsWith('asks.md')),
      [],
    );
  });
});
