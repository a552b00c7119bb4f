/** How the server process starts, ends, and lives through clients that misbehave. */
import assert from 'node:assert/strict';
import { version } from '../../package.json';
import { cleanUp, LspClient, makeVault, serve } from '../support/lspClient';

describe('the server process', () => {
  afterEach(cleanUp);

  it('says what it can, asks to watch files, and ends with 0 after shutdown and exit', async () => {
    const client = await serve({ 'a.md': 'Text.' });
    const { serverInfo, capabilities } = client.initialized ?? {};
    assert.deepEqual(serverInfo, { name: 'claimwright', version });
    assert.deepEqual(capabilities?.textDocumentSync, {
      openClose: true,
      change: 2,
      save: { includeText: false },
    });
    assert.equal(capabilities?.hoverProvider, true);
    assert.equal(capabilities?.definitionProvider, true);
    assert.equal(capabilities?.completionProvider?.resolveProvider, true);
    const triggers = capabilities?.completionProvider?.triggerCharacters ?? [];
    for (const trigger of ['[', ' ', ',']) assert.ok(triggers.includes(trigger), trigger);
    assert.deepEqual(capabilities?.codeActionProvider, {
      codeActionKinds: ['quickfix', 'refactor', 'source.fixAll.claimwright'],
      resolveProvider: true,
    });
    assert.deepEqual(capabilities?.workspace?.workspaceFolders, {
      supported: true,
      changeNotifications: true,
    });
    assert.deepEqual(client.registrations, ['workspace/didChangeWatchedFiles']);
    assert.equal(await client.stop(), 0);
  });

  it('speaks over standard input and output where no argument says otherwise', async () => {
    const client = await serve({ 'a.md': '[[b]]' }, { args: [] });
    await client.codes('a.md', 'link/missing');
  });

  it('ends with 1 on exit without shutdown', async () => {
    const client = LspClient.spawn();
    await client.connection.sendNotification('exit');
    assert.equal(await client.exited(), 1);
  });

  it('ends when its input closes, as when the editor is gone', async () => {
    const client = await serve({ 'a.md': 'Text.' });
    client.process.stdin?.end();
    assert.equal(await client.exited(), 1);
  });

  it('answers requests that come before initialize, and ends when its input closes then', async () => {
    const client = LspClient.spawn();
    assert.equal(await client.hover('a.md', 0, 0).catch(() => null), null);
    assert.equal(await client.completion('a.md', 0, 0).catch(() => null), null);
    assert.equal(client.process.exitCode, null);
    client.process.stdin?.end();
    assert.equal(await client.exited(), 1);
  });

  it('lives through messages that are no JSON, no JSON-RPC, and no method of its own', async () => {
    const client = await serve({ 'a.md': 'See [[b]].', 'b.md': 'Here.' });
    const input = client.process.stdin;
    for (const body of [
      '{"jsonrpc": "2.0", "method"',
      '[]',
      'null',
      '{"id": 7}',
      '{"x": 1}',
      '"é"',
    ])
      input?.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    await assert.rejects(client.connection.sendRequest('claimwright/nothing', {}), /Unhandled/u);
    await client.connection.sendNotification('claimwright/nothing', {});
    await client.connection.sendNotification('textDocument/didChange', {});
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {});
    await assert.rejects(client.connection.sendRequest('textDocument/hover', {}));
    await assert.rejects(client.connection.sendRequest('textDocument/completion', null));
    assert.match((await client.hover('a.md', 0, 7)) ?? '', /Here/u);
  });

  it('takes places outside every text for its ends, and forgives what was never opened', async () => {
    const client = await serve({ 'a.md': '[[b', 'b.md': 'Here. [[a]]' });
    for (const [line, character] of [
      [0, 1e9],
      [1e9, 0],
      [5, 5],
    ] as const) {
      const { items } = (await client.completion('a.md', line, character)) ?? { items: [] };
      assert.equal(items.length, 1, `${line}:${character}`);
    }
    const textDocument = { uri: client.uri('b.md'), version: 3 };
    const params = { textDocument, contentChanges: [{ text: '[[nothing]]' }] };
    await client.connection.sendNotification('textDocument/didChange', params);
    await client.connection.sendNotification('textDocument/didClose', { textDocument });
    assert.match((await client.hover('b.md', 0, 9)) ?? '', /a\.md/u);
  });

  it('works for a client that can do nothing beyond the basics', async () => {
    const files = { 'a.md': '[[b]]', 'notes/c.md': '---\ntype: claim\n---\n' };
    const client = await serve(files, { capabilities: {} });
    await client.codes('a.md', 'link/missing');
    const [item] = (await client.completion('a.md', 0, 2))?.items ?? [];
    assert.deepEqual([item?.label, item?.detail], ['c', 'claim · notes']);
    assert.deepEqual([client.progress, client.registrations], [[], []]);
  });

  it('works for a client that answers its questions with errors', async () => {
    const settings = new Error('no settings here');
    const client = await LspClient.start({
      folders: [makeVault({ 'a.md': '[[b]]' })],
      settings,
      refuseProgress: true,
    });
    await client.ready();
    await client.codes('a.md', 'link/missing');
    await client.connection.sendNotification('workspace/didChangeConfiguration', {});
    assert.equal(await client.stop(), 0);
  });
});
