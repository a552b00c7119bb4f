/** Requests that have not the form for them: refused in words or as invalid, never a fault of the server. */
import assert from 'node:assert/strict';
import { ErrorCodes } from 'vscode-languageserver-protocol/node';
import {
  type AuthorAnswer,
  applyRepairsMethod,
  authorMethod,
  checkMoveMethod,
  claimMethod,
  claimNotesMethod,
  claimPlacesMethod,
  claimPreviewMethod,
  dependentsMethod,
  findNotesMethod,
  hintsMethod,
  inboxMethod,
  linkMentionMethod,
  mentionsMethod,
  messageMethod,
  newNotesMethod,
  openHintsMethod,
  repairsMethod,
  titleMethod,
} from '../../server/lsp/protocol';
import { cleanUp, type LspClient, serve } from '../support/lspClient';
import { PlainEditor } from '../support/plainEditor';

const SOURCE = 'inbox/queue/ovens.md';
const FILES = { [SOURCE]: '---\ntype: source\n---\n**Claim:** "hot ovens brown a crust"\n' };
const START = { line: 0, character: 0 };

describe('parameters without the form for them', () => {
  let client: LspClient;
  let editor: PlainEditor;

  before(async () => {
    client = await serve(FILES);
    editor = new PlainEditor(client);
  });
  after(cleanUp);

  const hint = { index: 0, text: 'hot ovens brown a crust' };
  const claim = { kind: 'claim', title: 'cold ovens keep a crust pale' };
  const moves: Readonly<Record<string, object>> = {
    'no move': {},
    'nothing for a move': { move: null },
    'a move without a kind': { move: {} },
    'a move of no known kind': { move: { kind: 'fly' } },
    'no hint': { move: { kind: 'promote' } },
    'a title that is a number': { move: { kind: 'promote', hint, title: 5 } },
    'a hint by words': { move: { kind: 'enrich', hint: 'first', claim: SOURCE } },
    'an index that is text': { move: { kind: 'drop', hint: { index: '0', text: '' } } },
    'a folder that is a number': { move: { kind: 'note', type: 'claim', title: 'a b', folder: 5 } },
    'an empty selection': { move: claim, selection: {} },
    'half a selection': { move: claim, selection: { start: START } },
    'a place before the first': { move: claim, selection: { start: START, end: { line: -1 } } },
  };
  for (const [what, params] of Object.entries(moves))
    it(`are refused in words by a move: ${what}`, async () => {
      const { refused, applied } = await client.connection.sendRequest<AuthorAnswer>(authorMethod, {
        uri: client.uri(SOURCE),
        ...params,
      });
      assert.match(refused ?? '', /^These parameters cannot be read, at `.*\.$/u);
      assert.equal(applied, false);
      assert.deepEqual(editor.sent, []);
    });

  it('are refused where there are none, or a list, or no address', async () => {
    const { connection } = client;
    const answers = await Promise.all([
      connection.sendRequest<AuthorAnswer>(authorMethod),
      connection.sendRequest<AuthorAnswer>(authorMethod, []),
      connection.sendRequest<AuthorAnswer>(authorMethod, { uri: 'a b:c', move: claim }),
      connection.sendRequest<AuthorAnswer>(authorMethod, { uri: 5, move: claim }),
    ]);
    for (const { refused } of answers) assert.match(refused ?? '', /cannot be read/u);
    for (const method of [hintsMethod, inboxMethod])
      await assert.rejects(connection.sendRequest(method), { code: ErrorCodes.InvalidParams });
  });

  const others: readonly (readonly [string, object])[] = [
    [hintsMethod, {}],
    [hintsMethod, { uri: 5 }],
    [dependentsMethod, { uri: 'a b:c' }],
    [titleMethod, { title: undefined }],
    [titleMethod, { title: 'a', domain: 5 }],
    [titleMethod, { title: 'a', type: null }],
    [findNotesMethod, {}],
    [findNotesMethod, { query: 'a', types: 'claim' }],
    [newNotesMethod, { uri: null }],
    [messageMethod, { uri: [] }],
    [claimMethod, { uri: 5 }],
    [claimPreviewMethod, { uri: null }],
    [claimNotesMethod, { section: 'nowhere', below: [], most: 1 }],
    [claimNotesMethod, { section: 'supports', below: 'all', most: 1 }],
    [claimNotesMethod, { section: 'supports', below: [], most: -1 }],
    [claimPlacesMethod, {}],
    [mentionsMethod, { uri: [] }],
    [linkMentionMethod, { from: SOURCE, words: 'hot' }],
    [inboxMethod, {}],
    [inboxMethod, { wanted: { unprocessed: 'all' } }],
    [inboxMethod, { wanted: {}, domains: 'bread' }],
    [openHintsMethod, { from: 0 }],
    [checkMoveMethod, { move: { kind: 'fly' } }],
    [repairsMethod, {}],
    [applyRepairsMethod, {}],
  ];
  for (const [method, params] of others)
    it(`are invalid for ${method}: ${JSON.stringify(params)}`, async () => {
      const uri = client.uri(SOURCE);
      const hasAddress = !('uri' in params) && !(method === hintsMethod);
      const asked = client.connection.sendRequest(method, {
        ...(hasAddress ? { uri } : {}),
        ...params,
      });
      await assert.rejects(asked, { code: ErrorCodes.InvalidParams });
    });
});
