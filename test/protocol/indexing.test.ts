/** Reading whole vaults: progress, cancellation, status, and folders that hold nothing or are not there. */
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import type * as lsp from 'vscode-languageserver-protocol';
import { CancellationToken, CancellationTokenSource } from 'vscode-languageserver-protocol';
import { cleanUp, type Files, LspClient, makeVault, pause, serve } from '../support/lspClient';

/** As many notes, each with a link to the next and one to nothing, and with `words` that take time to read. */
function notes(count: number, words = 0): Files {
  const named = Array.from({ length: count }, (_, at) => [
    `notes/note ${at}.md`,
    `# Note ${at}\n\n[[note ${(at + 1) % count}]] and [[nothing ${at}]]\n\n${'a `word` or two\n'.repeat(words)}`,
  ]);
  return Object.fromEntries(named);
}

/** They take far longer than one slice of work. */
const slow = () => notes(200, 2000);

describe('indexing', () => {
  afterEach(cleanUp);

  it('shows progress from beginning to end, and in its status how many notes there are', async () => {
    const client = await serve({ ...notes(40), 'figure.png': 'x' });
    assert.deepEqual(client.progress[0], {
      kind: 'begin',
      title: 'Claimwright',
      message: 'Indexing notes',
      cancellable: true,
      percentage: 0,
    });
    const kinds = client.progress.map(each => each.kind);
    assert.ok(kinds.slice(1, -1).includes('report'));
    assert.ok(kinds.slice(1, -1).every(kind => kind === 'report'));
    assert.equal(kinds.at(-1), 'end');
    assert.equal(client.statuses[0]?.state, 'indexing');
    await client.until('every broken link is counted', () => client.statuses.at(-1)?.errors === 40);
    assert.deepEqual(client.statuses.at(-1), {
      state: 'ready',
      notes: 40,
      remaining: 0,
      vaults: 1,
      errors: 40,
      warnings: 0,
      unchecked: 0,
    });
    assert.equal(client.diagnostics.size, 40);
  });

  it('tells its status again when it changes, and only then', async () => {
    const client = await serve({ 'a.md': '[[b]]' });
    await client.until('one error', () => client.statuses.at(-1)?.errors === 1);
    const told = client.statuses.length;
    await client.open('a.md', 'All is well.');
    await client.until('no error', () => client.statuses.at(-1)?.errors === 0);
    await client.type('a.md', 'All is still well.');
    await pause(250);
    assert.equal(client.statuses.length, told + 1);
    client.write('b.md', '---\ntype: clam\n---\n');
    await client.watched({ 'b.md': 1 });
    await client.until('two notes', () => client.statuses.at(-1)?.notes === 2);
    await client.until('one warning', () => client.statuses.at(-1)?.warnings === 1);
  });

  it('stops when it is cancelled: nothing is reported of closed notes, and completion still answers', async () => {
    const client = await LspClient.start({
      folders: [makeVault(slow())],
      cancelProgress: true,
    });
    await client.until('it stops', () => client.statuses.at(-1)?.state === 'stopped');
    assert.equal(client.progress.at(-1)?.kind, 'end');
    const { notes: read = 0 } = client.statuses.at(-1) ?? {};
    assert.ok(read < 200, `${read} notes`);
    const cursor = await client.show('new.md', '[[no such note]] and [[mine‸');
    const [line, character] = cursor;
    await client.open('mine only.md', 'Text.');
    const list = await client.completion('new.md', line, character);
    assert.deepEqual(
      list?.items.map(item => item.label),
      ['mine only'],
    );
    assert.deepEqual(await client.codeActions('new.md', range(0, 0, 0, 16)), null);
    await pause(250);
    assert.deepEqual(client.published, []);
  });

  it('answers while it reads', async () => {
    const client = await LspClient.start({ folders: [makeVault(slow())] });
    await client.until('it reads', () => client.progress.length > 0);
    const [line, character] = await client.show('new.md', '[[note‸');
    const list = await client.completion('new.md', line, character);
    assert.notEqual(list, null);
    assert.equal(client.statuses.at(-1)?.state, 'indexing');
    assert.deepEqual(client.published, [], 'a target may not be read yet');
    await client.ready();
    await client.until('a note of the disk', () => client.diagnostics.size >= 200);
  });

  it('tells of an open note what hangs on it alone, and follows its links, while it reads', async () => {
    const files = { ...slow(), 'zz/linked from there.md': 'Text.' };
    const client = await LspClient.start({ folders: [makeVault(files)] });
    const text = '---\ntype: clam\n---\n\n[[linked from there]] and [[nothing]]';
    await client.open('open.md', text);
    await client.until('a problem', () => client.found('open.md').length > 0);
    assert.equal(client.statuses.at(-1)?.state, 'indexing');
    await client.codes('open.md', 'frontmatter/unknown-type');
    assert.match((await client.hover('open.md', 4, 5)) ?? '', /zz.linked%20from%20there\.md/u);
    assert.equal(client.statuses.at(-1)?.state, 'indexing');
    assert.deepEqual([...client.diagnostics.keys()], [client.file('open.md')]);
    await client.ready();
    await client.codes('open.md', 'frontmatter/unknown-type link/missing');
  });

  it('keeps questions about the whole vault until it has read it', async () => {
    const client = await LspClient.start({ folders: [makeVault(slow())] });
    await client.until('it reads', () => client.progress.length > 0);
    const cursor = await client.show('new.md', '[[note 1‸99]]\n\n[[note 0]]');
    const leaving = new CancellationTokenSource();
    const cancelled = references(client, 'new.md', cursor, leaving.token);
    const found = references(client, 'new.md', cursor);
    const items = client.ask<lsp.CallHierarchyItem[] | null>(
      'prepareCallHierarchy',
      'new.md',
      ...cursor,
    );
    await client.hover('new.md', 0, 3);
    assert.equal(client.statuses.at(-1)?.state, 'indexing', 'others are answered meanwhile');
    leaving.cancel();
    await cancelled.catch(() => null);
    assert.equal(client.statuses.at(-1)?.state, 'indexing', 'who left waits no longer');
    const names = (all: readonly { readonly uri: string }[] | null) =>
      all?.map(({ uri }) => uri.slice(client.uri('.').length + 1));
    assert.deepEqual(names(await found), ['new.md', 'notes/note%20198.md']);
    assert.deepEqual(names(await items), ['notes/note%20199.md']);
  });

  it('answers with what it knows where reading was cancelled', async () => {
    const client = await LspClient.start({ folders: [makeVault(slow())], cancelProgress: true });
    await client.until('it stops', () => client.statuses.at(-1)?.state === 'stopped');
    await client.open('mine.md', 'Text.');
    const cursor = await client.show('new.md', '[[mi‸ne]]');
    const found = await references(client, 'new.md', cursor);
    assert.deepEqual(
      found?.map(({ uri }) => uri),
      [client.uri('new.md')],
    );
  });

  it('serves an empty folder, to which notes come later', async () => {
    const client = await serve({});
    assert.deepEqual(client.statuses.at(-1), {
      state: 'ready',
      notes: 0,
      remaining: 0,
      vaults: 1,
      errors: 0,
      warnings: 0,
      unchecked: 0,
    });
    client.write('a.md', '[[b]]');
    await client.watched({ 'a.md': 1 });
    await client.codes('a.md', 'link/missing');
  });

  it('serves no workspace at all', async () => {
    const client = await LspClient.start();
    await client.ready();
    assert.equal(client.statuses.at(-1)?.vaults, 0);
    await client.open('loose.md', '[[b]]');
    assert.equal(await client.completion('loose.md', 0, 3), null);
    assert.equal(await client.hover('loose.md', 0, 3), null);
    assert.equal(await client.stop(), 0);
  });

  it('takes a folder that is not there for an empty one', async () => {
    const root = makeVault({});
    rmSync(root, { recursive: true });
    const client = await LspClient.start({ folders: [root] });
    await client.ready();
    assert.equal(client.statuses.at(-1)?.notes, 0);
    client.write('a.md', '[[b]]');
    await client.watched({ 'a.md': 1 });
    await client.codes('a.md', 'link/missing');
  });

  it('forgets a folder that vanishes, and takes it up when it is back', async () => {
    const client = await serve({ 'a.md': '[[b]]', 'sub/c.md': '[[d]]' });
    await client.codes('sub/c.md', 'link/missing');
    rmSync(client.root, { recursive: true });
    await client.watched({ '.': 3 });
    await client.codes('a.md', '');
    await client.codes('sub/c.md', '');
    await client.until('no notes', () => client.statuses.at(-1)?.notes === 0);
    client.write('a.md', '[[b]]');
    await client.watched({ '.': 1 });
    await client.codes('a.md', 'link/missing');
  });

  it('lives on when a folder vanishes while it is read', async () => {
    const client = await LspClient.start({ folders: [makeVault(slow())] });
    await client.until('it reads', () => client.progress.length > 0);
    rmSync(client.root, { recursive: true });
    await client.ready();
    assert.equal(await client.stop(), 0);
  });
});

function references(
  client: LspClient,
  name: string,
  [line, character]: readonly [number, number],
  token = CancellationToken.None,
): Promise<lsp.Location[] | null> {
  const params = {
    textDocument: { uri: client.uri(name) },
    position: { line, character },
    context: { includeDeclaration: false },
  };
  return client.connection.sendRequest<lsp.Location[] | null>(
    'textDocument/references',
    params,
    token,
  );
}

function range(line: number, character: number, endLine: number, endCharacter: number) {
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}
