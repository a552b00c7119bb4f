/** How a vault stands over the protocol: numbers and the notes behind them, what is known again, and what is refused. */
import assert from 'node:assert/strict';
import { renameSync } from 'node:fs';
import { CancellationTokenSource } from 'vscode-languageserver-protocol';
import {
  type HealthAnswer,
  type HealthNotes,
  healthMethod,
  healthNotesMethod,
  type LinkHistory,
  linkHistoryMethod,
} from '../../server/lsp/protocol';
import { commitAll, git, needGit, repositoryIn } from '../support/gitRepository';
import { cleanUp, type LspClient, serve } from '../support/lspClient';

const FILES: Record<string, string> = {
  'domains/bread/steam keeps a crust thin.md':
    '---\ntype: claim\nconfidence: likely\n---\n[[nowhere]] [[nothing]]\n',
  'domains/bread/loaves need salt.md':
    '---\ntype: claim\nconfidence: speculative\n---\n[[nothing]]\n',
  'domains/bread/ovens need stone.md':
    '---\ntype: claim\nconfidence: likely\ndepends_on: ["loaves need salt"]\n---\n',
};

describe('vault health over the protocol', () => {
  afterEach(cleanUp);

  it('tells numbers with their words, and the notes behind each', async () => {
    const client = await serve(FILES);
    const health = await ask(client);
    assert.deepEqual([health.refused, health.vault, health.notes], [null, rootOf(client), 3]);
    assert.ok(client.root.endsWith(`/${health.name}`));
    assert.deepEqual(number(health, 'links:missing'), {
      key: 'links:missing',
      label: 'missing',
      meaning: 'Lead nowhere.',
      count: 3,
      notes: 2,
      severity: null,
    });
    const rule = number(health, 'error/link/missing');
    assert.deepEqual([rule?.label, rule?.severity, rule?.count], ['link/missing', 'error', 3]);
    assert.ok((rule?.meaning ?? '').length > 10);
    assert.deepEqual(await notes(client, 'links:missing'), {
      refused: null,
      count: 2,
      unit: 'links',
      notes: [
        {
          uri: client.uri('domains/bread/steam keeps a crust thin.md'),
          path: 'domains/bread/steam keeps a crust thin.md',
          title: 'steam keeps a crust thin',
          facts: 'likely · claim · domains/bread',
          count: 2,
        },
        {
          uri: client.uri('domains/bread/loaves need salt.md'),
          path: 'domains/bread/loaves need salt.md',
          title: 'loaves need salt',
          facts: 'speculative · claim · domains/bread',
          count: 1,
        },
      ],
    });
    const weak = await notes(client, 'weak');
    assert.deepEqual(
      weak.notes.map(({ title, count }) => [title, count]),
      [['loaves need salt', 1]],
    );
  });

  it('counts again what changed in an editor, and answers the same where nothing did', async () => {
    const client = await serve(FILES);
    const before = await ask(client);
    assert.deepEqual(await ask(client), before);
    const path = 'domains/bread/loaves need salt.md';
    await client.open(path, FILES[path] ?? '');
    await client.type(path, '---\ntype: claim\nconfidence: proven\n---\n');
    const after = await ask(client);
    assert.equal(number(after, 'links:missing')?.count, 2);
    assert.equal(number(after, 'weak')?.count, 0);
  });

  it('tells of very many numbers and notes a part at a time', async () => {
    const many: Record<string, string> = {};
    for (let at = 0; at < 450; at++) {
      const name = `n${String(at).padStart(3, '0')}`;
      many[`${name}.md`] = `---\ntype: kind ${at % 130}\n---\n[[gone ${at}]]\n`;
    }
    const client = await serve(many);
    const types = (await ask(client)).sections.find(({ name }) => name === 'types');
    assert.equal(types?.counts.length, 100);
    assert.deepEqual(types?.more, { numbers: 30, count: 30 * 3 });
    const parts = [];
    for (const from of [0, 200, 400, 450]) parts.push(await notes(client, 'links:missing', from));
    assert.deepEqual(
      parts.map(part => [part.count, part.notes.length]),
      [
        [450, 200],
        [450, 200],
        [450, 50],
        [450, 0],
      ],
    );
    const paths = parts.flatMap(part => part.notes.map(({ path }) => path));
    assert.deepEqual(paths, Object.keys(many).sort());
  });

  it('stops where nobody wants the numbers any more, and counts again when somebody does', async () => {
    const many: Record<string, string> = {};
    for (let at = 0; at < 1500; at++) many[`n${at}.md`] = `---\ntype: claim\n---\n[[gone ${at}]]\n`;
    const client = await serve(many);
    const source = new CancellationTokenSource();
    const asked = client.connection.sendRequest<HealthAnswer>(
      healthMethod,
      { uri: rootOf(client) },
      source.token,
    );
    source.cancel();
    assert.equal((await asked).refused, 'Cancelled.');
    assert.equal(number(await ask(client), 'links:missing')?.count, 1500);
  }).timeout(60_000);

  it('refuses with a sentence what is no vault, and a number that is not there', async () => {
    const client = await serve(FILES);
    const nowhere = await ask(client, 'file:///nowhere');
    assert.equal(nowhere.refused, 'This is no note or folder of a vault.');
    const unknown = await notes(client, 'links:other');
    assert.equal(unknown.refused, 'This number is not there any more.');
    const wrong = client.connection.sendRequest(healthNotesMethod, {
      uri: rootOf(client),
      key: 'orphans',
      from: -1,
    });
    await assert.rejects(wrong, /cannot be read/u);
    await assert.rejects(
      client.connection.sendRequest(healthMethod, { uri: 7 }),
      /cannot be read/u,
    );
  });
});

describe('broken links over time over the protocol', () => {
  before(function () {
    needGit(this);
  });
  afterEach(cleanUp);

  function past(client: LspClient, points = 12, uri = rootOf(client)): Promise<LinkHistory> {
    return client.connection.sendRequest(linkHistoryMethod, { uri, points });
  }

  it('tells each point of it, whatever is in the editor, and follows new commits', async () => {
    const client = await serve(FILES);
    const first = repositoryIn(client.root);
    const loaf = 'domains/bread/loaves need salt.md';
    renameSync(client.file(loaf), client.file('domains/bread/loaves need much salt.md'));
    client.write('nothing.md', '');
    const second = commitAll(client.root);
    await client.open(loaf, '[[gone]] [[gone too]]');
    const told = await past(client);
    assert.deepEqual([told.refused, told.commits, told.shallow], [null, 2, false]);
    assert.deepEqual(
      told.points.map(({ date, ...counts }) => counts),
      [
        { commit: first, notes: 3, links: 4, found: 1, near: 0, ambiguous: 0, missing: 3 },
        { commit: second, notes: 4, links: 4, found: 2, near: 0, ambiguous: 0, missing: 2 },
      ],
    );
    client.write('more.md', '[[nowhere]]');
    commitAll(client.root);
    const more = await past(client, 2);
    assert.deepEqual([more.commits, more.points.map(({ missing }) => missing)], [3, [3, 3]]);
    git(client.root, 'checkout', '--quiet', '--detach', first);
    assert.match((await past(client)).refused ?? '', /^Only one commit/u);
  });

  it('answers others while it counts, and stops where nobody waits any more', async () => {
    const many: Record<string, string> = {};
    for (let at = 0; at < 1500; at++) many[`n${at}.md`] = `[[n${at + 1}]] [[gone ${at}]]\n`;
    const client = await serve(many);
    repositoryIn(client.root);
    client.write('more.md', '[[nowhere]]');
    commitAll(client.root);
    const asked = past(client);
    let others = 0;
    let ended = false;
    const end = asked.then(() => {
      ended = true;
    });
    for (; !ended; others++) await client.connection.sendRequest('claimwright/vaults');
    await end;
    assert.ok(others > 10, `${others} others were answered meanwhile`);
    const { points } = await asked;
    assert.deepEqual(
      points.map(({ links, missing }) => [links, missing]),
      [
        [3000, 1501],
        [3001, 1502],
      ],
    );
    const source = new CancellationTokenSource();
    const params = { uri: rootOf(client), points: 12 };
    const cut = client.connection.sendRequest<LinkHistory>(linkHistoryMethod, params, source.token);
    setTimeout(() => source.cancel(), 50);
    assert.equal((await cut).refused, 'Cancelled.');
  }).timeout(60_000);

  it('refuses with a sentence what has no history', async () => {
    const client = await serve(FILES);
    assert.match((await past(client)).refused ?? '', /is in no git repository\.$/u);
    const nowhere = await past(client, 12, 'file:///nowhere');
    assert.equal(nowhere.refused, 'This is no note or folder of a vault.');
    for (const points of [1, 101, 2.5])
      await assert.rejects(past(client, points), /cannot be read/u);
  });
});

function rootOf(client: LspClient): string {
  return client.uri('').replace(/\/$/u, '');
}

function ask(client: LspClient, uri = rootOf(client)): Promise<HealthAnswer> {
  return client.connection.sendRequest(healthMethod, { uri });
}

function notes(client: LspClient, key: string, from = 0): Promise<HealthNotes> {
  return client.connection.sendRequest(healthNotesMethod, { uri: rootOf(client), key, from });
}

function number({ sections }: HealthAnswer, key: string) {
  return sections.flatMap(({ counts }) => counts).find(each => each.key === key);
}
