/** Code actions by kind: the smallest edit, a note that is made, and all safe fixes at once when they are asked for. */
import assert from 'node:assert/strict';
import { type Range, TextEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { cleanUp, type LspClient, serve } from '../support/lspClient';

const FIX_ALL = 'source.fixAll.claimwright';
const TOP: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
const WHOLE: Range = { start: TOP.start, end: { line: 99, character: 0 } };

function claim(confidence: string, created: string, link: string): string {
  return `---
type: claim
domain: baking
description: "Why"
confidence: ${confidence}
source: "A baker"
created: ${created}
---

See ${link}.
`;
}

describe('code actions', () => {
  let client: LspClient;

  before(async () => {
    client = await serve({
      '.claimwright.yaml': 'severity: { claim: off }\n',
      'notes/heat makes crusts brown.md': '---\ntitle: Heat and Crust\n---\nText.',
    });
  });
  after(cleanUp);

  /** Opens a text in which one thing is found. */
  async function finding(name: string, text: string) {
    await client.open(name, text);
    await client.until(`${name} is checked`, () => client.found(name).length === 1);
    return client.found(name)[0];
  }

  it('change no more than the faulty word', async () => {
    const name = 'domains/baking/small.md';
    const found = await finding(name, claim('likley', '2026-01-02', 'it'));
    const [action] = (await client.codeActions(name, found?.range ?? TOP)) ?? [];
    assert.deepEqual(action?.edit, {
      changes: { [client.uri(name)]: [{ range: found?.range, newText: 'likely' }] },
    });
  });

  it('make a note that is missing, and put its text in', async () => {
    const name = 'domains/baking/asks.md';
    const link = '[[steam gives bread a 100% shine]]';
    const found = await finding(name, claim('likely', '2026-01-02', link));
    const actions = (await client.codeActions(name, found?.range ?? TOP)) ?? [];
    const { edit, isPreferred } = actions.find(({ title }) => title.startsWith('Create')) ?? {};
    assert.equal(isPreferred, undefined);
    assert.equal(edit?.changes, undefined);
    const made = 'domains/baking/steam gives bread a 100% shine.md';
    const uri = client.uri(made);
    const [create, insert, ...rest] = edit?.documentChanges ?? [];
    const options = { ignoreIfExists: false, overwrite: false };
    assert.deepEqual([create, ...rest], [{ kind: 'create', uri, options }]);
    assert.ok(insert !== undefined && 'edits' in insert);
    assert.deepEqual(insert.textDocument, { uri, version: null });
    const [text] = insert.edits;
    assert.ok(insert.edits.length === 1 && TextEdit.is(text));
    assert.deepEqual(text.range, TOP);
    assert.match(
      text.newText,
      /^---\ntype: claim\ndomain: baking\n[\s\S]*created: \d{4}-\d\d-\d\d\n---\n/u,
    );
    client.write(made, text.newText);
    await client.watched({ [made]: 1 });
    await client.codes(name, '');
  });

  it('fix all safe problems at once, only when they are asked for', async () => {
    const name = 'domains/baking/many.md';
    await client.open(name, claim('likley', '2026-02-30', '[[heat and crust]]'));
    const kinds = async (...only: string[]) => {
      const actions = await client.codeActions(name, WHOLE, only.length === 0 ? undefined : only);
      return [...new Set(actions?.map(each => each.kind))];
    };
    assert.deepEqual(await kinds(), ['quickfix']);
    assert.deepEqual(await kinds('quickfix'), ['quickfix']);
    for (const only of ['source', 'source.fixAll', FIX_ALL])
      assert.deepEqual(await kinds(only), [FIX_ALL]);
    for (const only of [
      'refactor',
      'source.organizeImports',
      'source.fixAll.other',
      'sour',
      'quick',
    ])
      assert.deepEqual(await kinds(only), [], only);
    assert.deepEqual(await kinds('quickfix', FIX_ALL), ['quickfix', FIX_ALL]);
    const [action] = (await client.codeActions(name, TOP, [FIX_ALL])) ?? [];
    const edits = action?.edit?.changes?.[client.uri(name)] ?? [];
    const mended = claim('likely', '2026-02-30', '[[heat makes crusts brown|heat and crust]]');
    assert.equal(TextDocument.applyEdits(client.document(name), edits), mended);
    await client.type(name, mended);
    assert.deepEqual(await kinds(FIX_ALL), []);
  });

  it('are offered for what stands in the range and nothing else', async () => {
    const name = 'domains/baking/places.md';
    const text = claim('likley', '2026-02-30', '[[heat and crust]]');
    await client.open(name, text);
    const at = async (line: number, character: number) => {
      const place = { line, character };
      const actions = (await client.codeActions(name, { start: place, end: place })) ?? [];
      return [...new Set(actions.flatMap(each => each.diagnostics?.map(({ code }) => code)))];
    };
    assert.deepEqual(await at(4, 12), ['frontmatter/invalid-value']);
    assert.deepEqual(await at(6, 15), ['frontmatter/invalid-date']);
    assert.deepEqual(await at(9, 8), ['link/near']);
    for (const [line, character] of [
      [0, 0],
      [4, 2],
      [9, 1],
    ] as const)
      assert.deepEqual(await at(line, character), []);
  });

  it('are none where nothing is found, and in no note', async () => {
    const heat = 'notes/heat makes crusts brown.md';
    assert.deepEqual(await client.codeActions(heat, TOP), []);
    assert.equal(await client.codeActions('gone.md', TOP), null);
  });
});
