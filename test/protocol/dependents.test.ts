/** The cascade over the protocol: a claim changes, what rests on it is told and listed, until it is evaluated again. */
import assert from 'node:assert/strict';
import {
  type AuthorAnswer,
  authorMethod,
  dependentsMethod,
  type WaitingNote,
} from '../../server/lsp/protocol';
import { cleanUp, type LspClient, serve, uriOf } from '../support/lspClient';
import { PlainEditor } from '../support/plainEditor';

const CLAIM = 'domains/baking/slow bread tastes better than fast bread.md';
const CLAIM_TEXT = `---
type: claim
domain: baking
description: "Nine bakers in Ulm."
confidence: likely
source: "A baker"
created: 2026-01-02
---

Of ten bakers, 9 say so.
`;
const BELIEF = 'agents/ann/beliefs/a baker needs time.md';
const BELIEF_TEXT = `---
type: belief
agent: ann
domain: baking
description: "All else follows from it."
level: hypothesis
depends_on:
  - slow bread tastes better than fast bread
created: 2026-01-03
last_evaluated: 2026-02-01
status: active
---
`;
const POSITION = 'agents/ann/positions/the night shift will come back.md';
const POSITION_TEXT = `---
type: position
depends_on: [a baker needs time]
created: 2026-01-04
---
`;
const FILES = {
  '.claimwright.yaml': '',
  [CLAIM]: CLAIM_TEXT,
  [BELIEF]: BELIEF_TEXT,
  [POSITION]: POSITION_TEXT,
};
const CODE = 'lifecycle/re-evaluate';

describe('what rests on a claim', () => {
  afterEach(cleanUp);

  const start = () =>
    serve(FILES, {
      capabilities: { workspace: { applyEdit: true, workspaceEdit: { documentChanges: true } } },
    });
  const waiting = (client: LspClient, uri: string): Promise<WaitingNote[]> =>
    client.connection.sendRequest(dependentsMethod, { uri });
  const told = (client: LspClient, name: string) =>
    client.found(name).filter(({ code }) => code === CODE);
  const confidence = (text: string) => {
    const line = text.split('\n').findIndex(each => each.startsWith('confidence'));
    return { start: { line, character: 14 }, end: { line, character: 14 } };
  };

  it('is listed once its change is recorded, until it is evaluated again', async () => {
    const client = await start();
    const editor = new PlainEditor(client);
    const text = CLAIM_TEXT.replace('likely', 'speculative');
    await client.open(CLAIM, text);
    assert.deepEqual(await waiting(client, client.uri(CLAIM)), [], 'nobody dated the change yet');
    const actions = await client.codeActions(CLAIM, confidence(text));
    const action = actions?.find(({ title }) => title.startsWith('Record the change'));
    assert.match(action?.title ?? '', /the note that rests on it is looked at again$/u);
    assert.ok(await editor.make(action?.edit ?? {}));
    await client.until('the belief is reported', () => told(client, BELIEF).length === 1);
    const [finding] = told(client, BELIEF);
    assert.equal(finding?.severity, 3);
    assert.deepEqual(
      finding?.relatedInformation?.map(({ location }) => location.uri),
      [client.uri(CLAIM)],
    );
    const again = await client.codeActions(CLAIM, confidence(text));
    assert.ok(!again?.some(({ title }) => title.startsWith('Record')), 'it is recorded already');

    const [note, ...others] = await waiting(client, client.uri(CLAIM));
    assert.deepEqual([note?.path, note?.title, others], [BELIEF, 'a baker needs time', []]);
    assert.deepEqual(note?.range.start, { line: 7, character: 4 });
    assert.match(note?.why.join() ?? '', /^Revised on .* last evaluated on 2026-02-01/u);
    assert.deepEqual(await waiting(client, uriOf(client.root)), [note]);
    assert.deepEqual(
      await waiting(client, client.uri(BELIEF)),
      [],
      'the position waits for nothing yet',
    );

    const answer: AuthorAnswer = await client.connection.sendRequest(authorMethod, {
      uri: client.uri(BELIEF),
      move: { kind: 'evaluated' },
    });
    assert.deepEqual([answer.refused, answer.applied], [null, true]);
    await client.watched({ [BELIEF]: 2 });
    await client.until('the belief is quiet', () => told(client, BELIEF).length === 0);
    assert.deepEqual(await waiting(client, uriOf(client.root)), []);
  });

  it('is not offered for a claim on which nothing rests, and elsewhere in a note', async () => {
    const client = await start();
    const lonely = CLAIM.replace('slow', 'cold');
    await client.open(lonely, CLAIM_TEXT);
    await client.open(CLAIM, CLAIM_TEXT);
    const titles = async (name: string, line: number) => {
      const at = { line, character: 3 };
      return (
        (await client.codeActions(name, { start: at, end: at }))?.map(({ title }) => title) ?? []
      );
    };
    const records = (all: string[]) => all.filter(title => title.startsWith('Record')).length;
    assert.equal(records(await titles(lonely, 4)), 0);
    assert.equal(records(await titles(CLAIM, 4)), 1);
    assert.equal(records(await titles(CLAIM, 2)), 0);
  });

  it('is told of as many notes as will be listed', async () => {
    const client = await start();
    await client.open(CLAIM, CLAIM_TEXT);
    await client.open(BELIEF, BELIEF_TEXT);
    const title = async () => {
      const actions = await client.codeActions(CLAIM, confidence(CLAIM_TEXT));
      return actions?.find(each => each.title.startsWith('Record'))?.title;
    };
    const promise = 'Record the change: revised today, so that the note that rests on it is';
    assert.equal(await title(), `${promise} looked at again`);
    await client.type(BELIEF, BELIEF_TEXT.replace('status: active', 'status: abandoned'));
    assert.equal(await title(), 'Record the change: revised today');
    await client.type(BELIEF, BELIEF_TEXT.replace('2026-02-01', '9999-01-01'));
    assert.equal(await title(), 'Record the change: revised today');
  });

  it('is refused for what is no note of a vault', async () => {
    const client = await start();
    await assert.rejects(
      waiting(client, 'file:///nowhere/else.md'),
      /no note or folder of a vault/u,
    );
  });
});
