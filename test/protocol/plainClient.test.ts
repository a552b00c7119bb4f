/** Clients that know less than VS Code: single files, roots of older kinds, no watching of files, no settings, no buttons. */
import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as lsp from 'vscode-languageserver-protocol';
import { cleanUp, LspClient, makeVault, pause, uriOf } from '../support/lspClient';

const FILES = { 'a.md': 'See [[b]].', 'b.md': 'Text.', 'folder/c.md': '[[a]]' };

async function initialized(params: Partial<lsp.InitializeParams>, root: string) {
  const client = LspClient.spawn({ folders: [root] });
  await client.connection.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    capabilities: {},
    ...params,
  });
  await client.connection.sendNotification('initialized', {});
  return client;
}

/** A client that can do nothing. */
async function plain(files: Readonly<Record<string, string>> = FILES): Promise<LspClient> {
  const root = makeVault(files);
  const client = await initialized({ rootUri: uriOf(root) }, root);
  await client.ready();
  return client;
}

describe('a client of few abilities', () => {
  afterEach(cleanUp);

  it('opens the folder that it names, in whichever of the three ways', async () => {
    const ways: ((root: string) => Partial<lsp.InitializeParams>)[] = [
      root => ({ rootUri: uriOf(root) }),
      root => ({ rootPath: root }),
      root => ({ rootUri: uriOf(root), workspaceFolders: null }),
      root => ({ rootUri: uriOf(root), workspaceFolders: [] }),
      root => ({ rootUri: uriOf('/nowhere'), workspaceFolders: [{ uri: uriOf(root), name: '' }] }),
    ];
    for (const way of ways) {
      const root = makeVault({ 'a.md': '[[gone]]' });
      const client = await initialized(way(root), root);
      await client.codes('a.md', 'link/missing');
    }
  });

  it('finds the marked vaults of single files, and of unmarked ones none', async () => {
    const marked = { '.claimwright.yaml': '', 'b.md': '[[gone]]', 'deep/a.md': '[[b]]' };
    const [root, other, lone] = [
      makeVault(marked),
      makeVault(marked),
      makeVault({ 'a.md': '[[gone]]' }),
    ];
    const client = await initialized({ workspaceFolders: null }, root);
    const open = async (name: string) => client.open(name, '[[b]] [[nothing]]');
    await open(join(lone, 'a.md'));
    await open('deep/a.md');
    await client.codes('deep/a.md', 'link/missing');
    await client.codes('b.md', 'link/missing');
    await open(join(other, 'deep/a.md'));
    await client.codes(join(other, 'deep/a.md'), 'link/missing');
    assert.deepEqual(client.found(join(lone, 'a.md')), []);
    assert.equal(client.statuses.at(-1)?.vaults, 2);
  });

  it('is asked for nothing that it cannot do', async () => {
    const client = await plain();
    const asked: string[] = [];
    for (const method of [
      'workspace/configuration',
      'workspace/codeLens/refresh',
      'workspace/inlayHint/refresh',
      'window/showMessageRequest',
      'window/showDocument',
    ])
      client.connection.onRequest(method, () => {
        asked.push(method);
        return null;
      });
    await client.open('a.md', 'See [[b]], [[none]].');
    await client.codes('a.md', 'link/missing');
    client.write('a.md', 'See [[b]].');
    await client.connection.sendRequest('workspace/executeCommand', {
      command: 'claimwright.fixAllSafe',
      arguments: [client.uri('a.md')],
    });
    assert.deepEqual([...asked, ...client.registrations], []);
    assert.deepEqual(client.progress, []);
  });

  it('hears of what other programs write, though it watches no files', async () => {
    const client = await plain();
    await client.codes('a.md', '');
    rmSync(client.file('b.md'));
    await client.codes('a.md', 'link/missing');
    client.write('new/folder/b.md', 'Text, and [[nothing]].');
    await client.codes('a.md', '');
    await client.codes('new/folder/b.md', 'link/missing');
    client.write('new/folder/b.md', 'Text.');
    await client.codes('new/folder/b.md', '');
    renameSync(client.file('folder'), client.file('moved'));
    client.write('moved/c.md', '[[a]] [[none]]');
    await client.codes('moved/c.md', 'link/missing');
    // A folder that came in the place of one that was watched.
    rmSync(client.file('moved'), { recursive: true });
    mkdirSync(client.file('moved'));
    client.write('moved/d.md', '[[none]]');
    await client.codes('moved/d.md', 'link/missing');
    await client.codes('moved/c.md', '');
    await pause(200);
    client.write('moved/d.md', 'None.');
    await client.codes('moved/d.md', '');
  });

  it('hears of a vault that goes as a whole, and of one that comes in its place', async () => {
    const client = await plain({ 'a.md': '[[none]]', 'b.md': 'Text.' });
    await client.codes('a.md', 'link/missing');
    renameSync(client.root, `${client.root} elsewhere`);
    await client.codes('a.md', '');
    for (const name of ['c.md', 'new/d.md']) {
      client.write(name, '[[none]]');
      await client.codes(name, 'link/missing');
    }
    client.write('new/d.md', '[[c]]');
    await client.codes('new/d.md', '');
    // Between two looks nobody sees it gone.
    rmSync(client.root, { recursive: true });
    client.write('e.md', '[[c]]');
    await client.codes('e.md', 'link/missing');
    await client.codes('c.md', '');
  });

  it('hears of it as well where it refuses to watch, or says that it had better not', async () => {
    const capabilities = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };
    for (const initializationOptions of [null, { watchesFiles: false }]) {
      const root = makeVault(FILES);
      const client = LspClient.spawn({ folders: [root] });
      const asked: string[] = [];
      client.connection.onRequest('client/registerCapability', () => {
        asked.push('to watch');
        throw new Error('not here');
      });
      await client.connection.sendRequest('initialize', {
        processId: null,
        rootUri: uriOf(root),
        capabilities,
        initializationOptions,
      });
      await client.connection.sendNotification('initialized', {});
      await client.ready();
      assert.equal(asked.length, initializationOptions === null ? 1 : 0);
      rmSync(client.file('b.md'));
      await client.codes('a.md', 'link/missing');
    }
  });

  it('hears of settings that are written, and of nothing in hidden folders', async () => {
    const client = await plain({ ...FILES, 'a.md': '[[none]]', '.git/x.md': '' });
    await client.codes('a.md', 'link/missing');
    // What was found is told before it is counted.
    await pause(300);
    const before = client.statuses.length;
    writeFileSync(client.file('.git/x.md'), '[[none]]');
    await pause(300);
    assert.equal(client.statuses.length, before);
    client.write('.claimwright.yaml', 'severity:\n  link/missing: warning\n');
    await client.until('a warning', () => client.found('a.md')[0]?.severity === 2);
    client.write('.claimwright.yaml', 'severity:\n  link/missing: off\n');
    await client.codes('a.md', '');
  });

  it('hears again of a note that it opens, as some forget what is said of files that they do not show', async () => {
    const client = await plain({ 'a.md': '[[none]]', 'b.md': 'Text.' });
    await client.codes('a.md', 'link/missing');
    const told = client.published.length;
    await client.open('b.md', 'Text.');
    await client.open('a.md', '[[none]]');
    await client.until('a.md is said again', () => client.published.length > told);
    const [again] = client.published.slice(told);
    assert.equal(again?.uri, client.uri('a.md'));
    assert.equal(again?.version, 1);
    assert.equal(again?.diagnostics.length, 1);
    assert.equal(client.statuses.at(-1)?.errors, 1);
  });

  it('ends with its input, files being watched or not', async () => {
    const client = await plain();
    assert.equal(await client.stop(), 0);
  });

  it('renames files where it says that it can, without a word of `documentChanges`', async () => {
    const root = makeVault({ 'a.md': 'See [[rain falls]].', 'rain falls.md': '# Rain falls' });
    const able = async (workspaceEdit: lsp.WorkspaceEditClientCapabilities) => {
      const capabilities = { workspace: { workspaceEdit } };
      const client = await initialized({ rootUri: uriOf(root), capabilities }, root);
      await client.ready();
      await client.open('a.md', 'See [[rain falls]].');
      return client;
    };
    const renamed = (client: LspClient) =>
      client.connection.sendRequest<lsp.WorkspaceEdit>('textDocument/rename', {
        textDocument: { uri: client.uri('a.md') },
        position: { line: 0, character: 8 },
        newName: 'snow falls',
      });
    const edit = await renamed(await able({ resourceOperations: ['create', 'rename'] }));
    const rename = edit.documentChanges?.find(each => 'kind' in each && each.kind === 'rename');
    assert.equal((rename as lsp.RenameFile).newUri, uriOf(join(root, 'snow falls.md')));
    for (const less of [
      {},
      { resourceOperations: ['create' as const] },
      { documentChanges: true },
      { documentChanges: false, resourceOperations: ['rename' as const] },
    ])
      await assert.rejects(renamed(await able(less)), /cannot rename files.*claimwright rename/u);
  });

  it('gets titles whole, no snippets, plain places, and lenses that run nothing', async () => {
    const client = await plain({ 'a.md': 'See [[b]].', 'b.md': '# A title of words\n\nText.\n' });
    const [line, character] = await client.show('a.md', 'See [[title ‸');
    const list = await client.completion('a.md', line, character);
    const [item] = list?.items ?? [];
    assert.equal(item?.label, 'A title of words');
    assert.equal(item?.insertTextFormat, 1);
    assert.equal(item?.command, undefined);
    await client.type('a.md', 'See [[b]].');
    const [place] = (await client.ask<lsp.Location[]>('definition', 'a.md', 0, 7)) ?? [];
    assert.equal(place?.uri, client.uri('b.md'));
    await client.open('b.md', '# A title of words\n\nText.\n');
    const textDocument = { uri: client.uri('b.md') };
    const lenses = await client.connection.sendRequest<lsp.CodeLens[]>('textDocument/codeLens', {
      textDocument,
    });
    const lens = await client.connection.sendRequest<lsp.CodeLens>('codeLens/resolve', lenses[0]);
    assert.deepEqual(lens.command, { title: '1 note links here', command: '' });
  });
});
