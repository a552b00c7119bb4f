/** Each move of an author over the protocol, as a plain client makes it: the vault stays sound. */
import assert from 'node:assert/strict';
import type * as lsp from 'vscode-languageserver-protocol';
import {
  type AuthorAnswer,
  authorMethod,
  type Move,
  type NewNotes,
  newNotesMethod,
  type WireRange,
} from '../../server/lsp/protocol';
import { cleanUp, type LspClient, serve, uriOf } from '../support/lspClient';
import { PlainEditor } from '../support/plainEditor';

const SOURCE = 'inbox/queue/2026-03-03-oak-shade.md';
const CLAIM = 'domains/streets/wide streets are hotter than narrow ones.md';
const OTHER = 'domains/streets/streets without trees are hotter than others.md';

const claim = (title: string) => `---
type: claim
domain: streets
description: "As forty streets of one town show"
confidence: likely
source: "Ida Oak"
created: 2026-01-01
---

# ${title}

Measured in July, with one [[2026-03-03-oak-shade|thermometer]] for all.
`;

const FILES = {
  '.claimwright.yaml': '',
  [SOURCE]: `---
type: source
title: "Shade"
author: "Ida Oak"
url: https://example.org/shade
date: 2026-03-03
domain: streets
status: unprocessed
---

## Content

Streets with trees were six degrees cooler. They were quieter, too.
`,
  [CLAIM]: claim('wide streets are hotter than narrow ones'),
  [OTHER]: claim('streets without trees are hotter than others'),
  'agents/ada/musings/what-counts.md': '---\ntype: musing\n---\n',
  'agents/bo/musings/who-counts.md': '---\ntype: musing\n---\n',
};

const capabilities: lsp.ClientCapabilities = {
  workspace: {
    applyEdit: true,
    workspaceFolders: true,
    configuration: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename'] },
  },
};

describe('each move of an author', () => {
  afterEach(cleanUp);

  let client: LspClient;
  let editor: PlainEditor;
  beforeEach(async () => {
    client = await serve(FILES, { capabilities });
    editor = new PlainEditor(client);
  });

  const move = (name: string, what: Move, selection?: WireRange): Promise<AuthorAnswer> =>
    client.connection.sendRequest(authorMethod, {
      uri: client.uri(name),
      move: what,
      ...(selection === undefined ? {} : { selection }),
    });
  const made = async (name: string, what: Move, selection?: WireRange) => {
    const { refused, applied, open } = await move(name, what, selection);
    assert.deepEqual([refused, applied, editor.sent.length], [null, true, 1]);
    return open;
  };
  const text = (name: string) => String(editor.text(name));

  it('makes a claim of what is selected in a source', async () => {
    const title = 'trees keep the streets of old towns cool';
    const selection = { start: { line: 12, character: 0 }, end: { line: 12, character: 43 } };
    const open = await made(SOURCE, { kind: 'claim', title, domain: null }, selection);
    assert.equal(open?.uri, client.uri(`domains/streets/${title}.md`));
    assert.match(text(`domains/streets/${title}.md`), /^> Streets with trees .*cooler\.$/mu);
    assert.doesNotMatch(text(`domains/streets/${title}.md`), /quieter/u);
    assert.match(text(SOURCE), /^status: processing\nclaims_extracted:\n {2}- trees keep/mu);
  });

  it('makes a counter-claim, and each names the other', async () => {
    const title = 'wide streets are cooler than narrow ones at night';
    await made(CLAIM, { kind: 'counter', title });
    assert.match(text(`domains/streets/${title}.md`), /^challenges:\n {2}- wide streets/mu);
    assert.match(text(CLAIM), /^challenged_by:\n {2}- wide streets are cooler/mu);
  });

  it('adds an objection, and goes on behind it', async () => {
    const open = await made(CLAIM, { kind: 'objection', text: 'Nobody measured at night.' });
    const lines = text(CLAIM).split('\n');
    assert.deepEqual(lines.slice(-3), ['## Challenges', '- Nobody measured at night.', '']);
    const end = { line: lines.length - 2, character: 27 };
    assert.deepEqual(open, { uri: client.uri(CLAIM), range: { start: end, end } });
  });

  it('retires a claim, and the one that replaces it says so', async () => {
    await made(CLAIM, { kind: 'retire', by: OTHER, reason: 'It was the trees' });
    assert.match(text(CLAIM), /^status: retired$/mu);
    assert.match(text(CLAIM), /^superseded_by: streets without trees are hotter than others$/mu);
    assert.match(
      text(CLAIM),
      /^\*\*Retired on \d{4}-\d\d-\d\d\.\*\* It was the trees\. Replaced/mu,
    );
    assert.match(text(OTHER), /^supersedes:\n {2}- wide streets are hotter/mu);
    const again = await move(CLAIM, { kind: 'retire', by: null, reason: 'twice' });
    assert.match(again.refused ?? '', /is retired already\.$/u);
  });

  it('archives a source of which nothing came, and not before somebody says why', async () => {
    const refused = await move(SOURCE, { kind: 'done' });
    assert.match(refused.refused ?? '', /^A processed source names what came of it\./u);
    assert.deepEqual(editor.sent, []);
    await made(SOURCE, { kind: 'null-result', notes: 'Opinions: no figures' });
    const archived = 'inbox/archive/2026-03-03-oak-shade.md';
    assert.equal(editor.text(SOURCE), null);
    assert.match(text(archived), /^status: null-result\n.*\nnotes: "Opinions: no figures"$/mu);
  });

  it('says that a claim was evaluated today', async () => {
    await made(CLAIM, { kind: 'evaluated' });
    assert.match(text(CLAIM), /^created: 2026-01-01\nlast_evaluated: \d{4}-\d\d-\d\d$/mu);
    const again = await move(CLAIM, { kind: 'evaluated' });
    assert.match(again.refused ?? '', /was marked as evaluated today already\.$/u);
  });

  it('tells which notes can be made, and where', async () => {
    const ask = (uri: string): Promise<NewNotes> =>
      client.connection.sendRequest(newNotesMethod, { uri });
    const { types, domain, domains } = await ask(uriOf(client.root));
    const musing = types.find(({ name }) => name === 'musing');
    assert.deepEqual([musing?.folder, musing?.sentence], [null, false]);
    assert.deepEqual(musing?.folders, ['agents/ada/musings', 'agents/bo/musings']);
    assert.deepEqual([domain, domains], [null, ['streets']]);
    const beside = await ask(client.uri('agents/bo/musings/who-counts.md'));
    assert.equal(beside.types.find(({ name }) => name === 'belief')?.folder, 'agents/bo/beliefs');
    assert.equal(beside.types.find(({ name }) => name === 'belief')?.sentence, true);
    assert.equal(await ask(uriOf('/nowhere/at all.md')), null);
  });
});
