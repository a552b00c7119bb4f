/** Moves of an author over the protocol: one edit, refusals in words, and nothing half made. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import type * as lsp from 'vscode-languageserver-protocol';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import {
  type AuthorAnswer,
  type AuthorParams,
  authorCommand,
  authorMethod,
  checkMoveMethod,
  type Move,
  type MoveCheck,
} from '../../server/lsp/protocol';
import { cleanUp, LspClient, makeVault, serve, slowNotes, uriOf } from '../support/lspClient';
import { PlainEditor } from '../support/plainEditor';

const SOURCE = 'inbox/queue/2026-03-02-baker-oven-winter.md';
const SOURCE_TEXT = `---
type: source
title: "A winter of oven trials"
author: "Ada Baker"
url: https://example.org/ovens
date: 2026-03-02
domain: baking
status: unprocessed
---

Text.
`;
const FILES = {
  '.claimwright.yaml': '',
  'domains/baking/_map.md': '# Baking\n',
  'inbox/archive/old.md': '---\ntype: source\n---\n',
  [SOURCE]: SOURCE_TEXT,
};

const NEW: Move = {
  kind: 'source',
  title: 'Steam and crust',
  url: 'https://example.org/steam',
  author: 'Ben Oven',
  domain: 'baking',
  text: 'Steam came first.',
};

const capable: lsp.ClientCapabilities = {
  window: { showDocument: { support: true }, workDoneProgress: true },
  workspace: {
    applyEdit: true,
    workspaceFolders: true,
    configuration: true,
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ['create', 'rename'],
      metadataSupport: true,
    },
  },
};

describe('moves of an author', () => {
  afterEach(cleanUp);

  async function plain(
    capabilities = capable,
    files: Readonly<Record<string, string>> = FILES,
  ): Promise<[LspClient, PlainEditor]> {
    const client = await serve(files, { capabilities });
    return [client, new PlainEditor(client)];
  }

  const ask = (client: LspClient, move: Move, name = SOURCE): Promise<AuthorAnswer> =>
    client.connection.sendRequest(authorMethod, {
      uri: name === '' ? uriOf(client.root) : client.uri(name),
      move,
    } satisfies AuthorParams);
  const run = (client: LspClient, ...args: unknown[]): Promise<null> =>
    client.connection.sendRequest('workspace/executeCommand', {
      command: authorCommand,
      arguments: args,
    });

  /** Of the one file that the last edit makes. */
  function created(client: LspClient, { sent }: PlainEditor): string {
    const changes = sent.at(-1)?.edit.documentChanges ?? [];
    const uris = changes.flatMap(each =>
      'kind' in each && each.kind === 'create' ? each.uri : [],
    );
    assert.equal(uris.length, 1);
    return decodeURI(String(uris[0])).slice(decodeURI(uriOf(client.root)).length + 1);
  }

  it('make a file and put its text in, in one edit, and tell where to go on', async () => {
    const [client, editor] = await plain();
    const answer = await ask(client, NEW, '');
    assert.equal(editor.sent.length, 1);
    const [params] = editor.sent;
    assert.ok(params?.label);
    assert.deepEqual(params.metadata, { isRefactoring: true });
    const name = created(client, editor);
    const uri = client.uri(name);
    const [create, insert, ...more] = params.edit.documentChanges ?? [];
    const options = { overwrite: false, ignoreIfExists: false };
    assert.deepEqual([create, more], [{ kind: 'create', uri, options }, []]);
    assert.ok(insert !== undefined && 'edits' in insert);
    assert.deepEqual(insert.textDocument, { uri, version: null });
    const text = editor.text(name);
    assert.match(String(text), /^---\ntype: source\n[\s\S]*Steam came first\./u);
    assert.deepEqual([answer.refused, answer.applied, answer.open?.uri], [null, true, uri]);
    const lines = String(text).split('\n');
    const { start, end } = answer.open?.range ?? assert.fail();
    assert.ok(start.line <= end.line && end.character <= String(lines[end.line]).length);
  });

  it('are known at once, so that the next move takes nothing twice', async () => {
    const [client, editor] = await plain();
    const both = await Promise.all([ask(client, NEW), ask(client, { ...NEW, url: '' })]);
    assert.deepEqual(
      both.map(({ applied }) => applied),
      [true, true],
    );
    const names = editor.sent.map(({ edit }) => JSON.stringify(edit.documentChanges?.[0]));
    assert.notEqual(names[0], names[1]);
    assert.match((await ask(client, NEW)).refused ?? '', /already/u);
    assert.equal(editor.sent.length, 2);
  });

  it('are refused in words, and nothing is sent', async () => {
    const [client, editor] = await plain();
    const refused = async (move: unknown, name?: string) =>
      (await ask(client, move as Move, name)).refused ?? '';
    assert.match(await refused({ ...NEW, title: ' ' }), /needs a title\.$/u);
    assert.match(await refused({ kind: 'fly' }), /no move/u);
    assert.match(await refused({ kind: 'toString' }), /no move/u);
    assert.match(await refused(NEW, '../elsewhere.md'), /no note of a vault/u);
    const hint = { index: 3, text: 'no such hint' };
    assert.match(await refused({ kind: 'drop', hint }), /\.$/u);
    assert.match(await refused({ kind: 'promote', hint, title: null }), /\.$/u);
    assert.match(await refused({ kind: 'evaluated' }, 'gone.md'), /\.$/u);
    assert.deepEqual(editor.sent, []);
  });

  it('do not wait for ever for an editor that does not answer', async () => {
    const [client, editor] = await plain();
    const unanswered = editor.neverAnswers();
    const giveUp = new CancellationTokenSource();
    const params: AuthorParams = { uri: uriOf(client.root), move: NEW };
    const first = client.connection.sendRequest<AuthorAnswer>(authorMethod, params, giveUp.token);
    await client.until('the first edit', () => unanswered.length === 1);
    const [second, third] = await Promise.all([ask(client, NEW), ask(client, NEW)]);
    for (const { refused } of [second, third]) assert.match(refused ?? '', /not made the step/u);
    const leaving = new CancellationTokenSource();
    const left = client.connection.sendRequest<AuthorAnswer>(authorMethod, params, leaving.token);
    leaving.cancel();
    assert.match((await left).refused ?? '', /^Cancelled/u);
    assert.equal(unanswered.length, 1);
    // Whoever gives the first one up can go on.
    giveUp.cancel();
    assert.match((await first).refused ?? '', /^Cancelled/u);
    void ask(client, NEW).catch(() => {});
    await client.until('another edit', () => unanswered.length === 2);
  });

  it('do not ask a client for what it cannot do', async () => {
    const operations = (...resourceOperations: lsp.ResourceOperationKind[]) => ({
      workspace: {
        ...capable.workspace,
        workspaceEdit: { documentChanges: true, resourceOperations },
      },
    });
    const [none, noneEditor] = await plain(operations());
    assert.match((await ask(none, NEW)).refused ?? '', /cannot create files/u);
    const [creating, creatingEditor] = await plain(operations('create'));
    const move: Move = { kind: 'null-result', notes: 'Nothing new.' };
    assert.match((await ask(creating, move)).refused ?? '', /cannot rename files/u);
    assert.deepEqual([noneEditor.sent, creatingEditor.sent], [[], []]);
  });

  it('rename files along with what they write', async () => {
    const [client, editor] = await plain();
    await client.open(SOURCE, SOURCE_TEXT);
    await client.type(SOURCE, SOURCE_TEXT.replace('Text.', 'Other text.'));
    const params: lsp.ApplyWorkspaceEditParams[] = editor.sent;
    editor.before = () => false;
    await ask(client, { kind: 'null-result', notes: 'Nothing new.' });
    const changes = params[0]?.edit.documentChanges ?? [];
    const kinds = changes.map(each => ('kind' in each ? each.kind : each.textDocument.version));
    assert.deepEqual(kinds, [2, 'rename']);
    // Not made, so not so.
    assert.equal(existsSync(client.file(SOURCE)), true);
  });

  it('see what the disk holds now, though nobody told of it', async () => {
    const [client, editor] = await plain();
    client.write(
      SOURCE,
      SOURCE_TEXT.replaceAll('\n', '\r\n').replace('Text.', 'Text.\r\n\r\nMore.'),
    );
    const answer = await ask(client, { kind: 'null-result', notes: 'Nothing new.' });
    assert.deepEqual([answer.refused, answer.applied], [null, true]);
    const moved = 'inbox/archive/2026-03-02-baker-oven-winter.md';
    assert.match(editor.text(moved) ?? '', /status: null-result\r\n[\s\S]*More\.$/mu);
    assert.equal(editor.text(SOURCE), null);
  });

  it('say so where the client did not make the edit', async () => {
    const [client, editor] = await plain();
    editor.before = () => false;
    const answer = await ask(client, NEW);
    assert.deepEqual([answer.applied, answer.open], [false, null]);
    assert.match(answer.refused ?? '', /nothing was changed/u);
  });

  it('never write over what the vault leaves out', async () => {
    const [client, editor] = await plain();
    editor.before = () => false;
    await ask(client, NEW);
    const name = created(client, editor);
    mkdirSync(client.file(name), { recursive: true });
    assert.match((await ask(client, NEW)).refused ?? '', /already/u);
  });

  it('never leave the vault, whatever settings say and links lead to', async () => {
    const client = await serve(
      { ...FILES, 'agents/ben/musings/a.md': '' },
      { capabilities: capable, settings: { agent: '../../../x' } },
    );
    const editor = new PlainEditor(client);
    const musing: Move = { kind: 'note', type: 'musing', title: 'Why', folder: null };
    assert.match((await ask(client, musing, '')).refused ?? '', /No folder can/u);
    const belief: Move = { ...musing, folder: 'agents/../../x' };
    assert.match((await ask(client, belief, '')).refused ?? '', /no folder of this vault/u);
    const outside = makeVault({});
    mkdirSync(client.file('agents/ben'), { recursive: true });
    symlinkSync(outside, client.file('agents/ben/beliefs'));
    const linked: Move = { ...musing, folder: 'agents/ben/beliefs' };
    assert.match((await ask(client, linked, '')).refused ?? '', /outside the vault/u);
    assert.deepEqual(editor.sent, []);
  });

  it('are refused where not all notes are read', async () => {
    const client = await LspClient.start({
      folders: [makeVault({ ...FILES, ...slowNotes() })],
      capabilities: capable,
      cancelProgress: true,
    });
    const editor = new PlainEditor(client);
    await client.until('the end', () => client.statuses.at(-1)?.state === 'stopped');
    assert.match((await ask(client, NEW, '')).refused ?? '', /^Indexing was cancelled/u);
    assert.deepEqual(editor.sent, []);
  });

  describe('as a command', () => {
    it('make the same edit and show where to go on', async () => {
      const [client, editor] = await plain();
      await run(client, { uri: uriOf(client.root), move: NEW });
      assert.equal(editor.sent.length, 1);
      const [shown] = editor.shown;
      assert.equal(shown?.uri, client.uri(created(client, editor)));
      assert.equal(shown.takeFocus, true);
      assert.deepEqual(editor.messages, []);
    });

    it('say in a message why they refuse', async () => {
      const [client, editor] = await plain();
      await run(client, { uri: uriOf(client.root), move: { ...NEW, title: '' } });
      for (const args of [[], [null], [{}], [{ uri: 1, move: NEW }], [{ uri: 'x', move: null }]])
        await run(client, ...args);
      assert.equal(editor.messages.length, 6);
      assert.deepEqual([editor.sent, editor.shown], [[], []]);
    });
  });

  describe('where the server dies', () => {
    it('before it sent the edit, nothing is changed', async () => {
      const [client, editor] = await plain();
      const asked = ask(client, NEW).catch(() => 'dead');
      client.process.kill('SIGKILL');
      await client.until('the end', () => client.process.signalCode !== null);
      client.connection.dispose();
      await asked;
      // What was sent before the end was made whole.
      for (const { edit } of editor.sent) assert.equal(edit.documentChanges?.length, 2);
      assert.equal(editor.text(SOURCE), SOURCE_TEXT);
    });

    it('between the edit and the answer, all of it is made', async () => {
      const [client, editor] = await plain();
      editor.before = () => {
        client.process.kill('SIGKILL');
        return true;
      };
      const asked = ask(client, NEW).catch(() => 'dead');
      await client.until('the edit', () => editor.sent.length === 1);
      const name = created(client, editor);
      await client.until('the file', () => editor.text(name) !== null);
      assert.match(editor.text(name) ?? '', /Steam came first\./u);
      client.connection.dispose();
      await asked;
    });
  });

  it('are checked before anybody is asked for words, and nothing is changed', async () => {
    const [client, editor] = await plain();
    const check = (move: Move): Promise<MoveCheck> =>
      client.connection.sendRequest(checkMoveMethod, { uri: client.uri(SOURCE), move });
    const text = 'Nobody measured it.';
    const objection = await check({ kind: 'objection', text });
    assert.match(objection.refused ?? '', /^Only claims and beliefs/u);
    const retired = await check({ kind: 'retire', by: null, reason: text });
    assert.match(retired.refused ?? '', /is no claim/u);
    assert.deepEqual(await check({ kind: 'null-result', notes: text }), { refused: null });
    assert.deepEqual(editor.sent, []);
    assert.equal(editor.text(SOURCE), SOURCE_TEXT);
  });

  it('are refused in words that no editor takes for a link', async () => {
    const title = 'A report [Show details](command:workbench.action.quit)';
    const text = SOURCE_TEXT.replace('A winter of oven trials', title);
    const [client, editor] = await plain(capable, { ...FILES, [SOURCE]: text });
    const move: Move = { kind: 'retire', by: null, reason: 'It is old.' };
    await run(client, { uri: client.uri(SOURCE), move });
    const [message = ''] = editor.messages;
    assert.doesNotMatch(message, /\]\(/u);
    assert.ok(message.replaceAll('\u2060', '').includes(title), message);
  });
});
