/** Notifications that have not the form for them: left, so that they are not in the way of all that follows. */
import assert from 'node:assert/strict';
import { ErrorCodes } from 'vscode-languageserver-protocol/node';
import { cleanUp, type LspClient, serve } from '../support/lspClient';

const MARKER = '.claimwright.yaml';

describe('notifications without the form for them', () => {
  let client: LspClient;

  beforeEach(async () => {
    client = await serve({ 'a.md': '[[nothing]]', 'b.md': '[[a]]' });
    await client.codes('a.md', 'link/missing');
  });
  afterEach(cleanUp);

  const notify = (method: string, params: object) =>
    client.connection.sendNotification(method, params);

  /** Has all be read again, and looks whether it is. */
  async function isServed(): Promise<void> {
    const { length } = client.statuses;
    client.write(MARKER, '');
    client.write('b.md', '[[nowhere]]');
    await client.watched({ [MARKER]: 1 });
    const isReady = () => client.statuses.slice(length).some(({ state }) => state === 'ready');
    await client.until('it is read again', isReady);
    await client.codes('a.md', 'link/missing');
    await client.codes('b.md', 'link/missing');
    assert.equal(client.statuses.at(-1)?.notes, 2);
  }

  it('open no document', async () => {
    const uri = client.uri('a.md');
    for (const textDocument of [
      { uri, version: 1, languageId: 'markdown', text: 5 },
      { uri, version: 1, languageId: 'markdown' },
      { uri: 5, version: 1, languageId: 'markdown', text: '' },
      null,
    ])
      await notify('textDocument/didOpen', { textDocument });
    await isServed();
  });

  it('change and close none', async () => {
    await client.open('a.md', '[[nothing]]');
    const textDocument = { uri: client.uri('a.md'), version: 2 };
    for (const contentChanges of [5, null, [null], [{ text: 5 }], [{ range: null, text: '' }]])
      await notify('textDocument/didChange', { textDocument, contentChanges });
    await notify('textDocument/didClose', { textDocument: null });
    await notify('textDocument/didSave', { textDocument: { uri: 5 } });
    await isServed();
    await client.type('a.md', 'Text.');
    await client.codes('a.md', '');
  });

  it('are told from the changes of files that come with them', async () => {
    client.write('b.md', '[[nowhere]]');
    const changes = [{ uri: 5, type: 1 }, null, {}, { uri: client.uri('b.md'), type: 2 }];
    await notify('workspace/didChangeWatchedFiles', { changes });
    await client.codes('b.md', 'link/missing');
    await notify('workspace/didChangeWatchedFiles', { changes: 5 });
    await notify('workspace/didRenameFiles', { files: [{}, null] });
    await isServed();
  });

  it('add no folder to the workspace, and remove none', async () => {
    const uri = client.uri('');
    for (const event of [
      { added: [{ uri: 5 }], removed: [{ uri }] },
      { added: 5, removed: [null] },
    ])
      await notify('workspace/didChangeWorkspaceFolders', { event });
    await isServed();
  });

  it('begin nothing anew', async () => {
    const again = client.connection.sendRequest('initialize', { capabilities: {} });
    await assert.rejects(again, { code: ErrorCodes.InvalidRequest });
    await notify('initialized', {});
    await isServed();
    assert.deepEqual(client.registrations, ['workspace/didChangeWatchedFiles']);
  });
});
