/** The inbox over the protocol: groups and order, counts of hints, what is told when notes change, and that nothing is before it is asked for. */
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import {
  type InboxAnswer,
  type InboxParams,
  type InboxSource,
  inboxChangedMethod,
  inboxMethod,
} from '../../server/lsp/protocol';
import { cleanUp, LspClient, makeVault, pause, serve } from '../support/lspClient';

const HINTS = [
  '## Agent Notes',
  '**Extraction hints:**',
  '- Claim: "a stone floor keeps an oven hot through the night"',
  '- Claim: "bakers who own their oven bake on fewer days"',
  '- ~~Claim: "loaves weigh less on a windy day in winter"~~',
  '',
].join('\n');

const FILES = {
  'domains/ovens/a stone floor keeps an oven hot through the night.md': '---\ntype: claim\n---\n',
  'inbox/queue/2026-03-01-new.md': source({ priority: 'high', date: '2026-03-01' }, HINTS),
  'inbox/queue/2026-01-05-old.md': source({ priority: 'high', date: '2026-01-05' }),
  'inbox/queue/some-year.md': source({ priority: 'High', date: '2025' }),
  'inbox/queue/medium.md': source({ priority: 'medium', domain: 'bread', date: '2026-01-01' }),
  'inbox/queue/2024-01-01-none.md': source({ title: '"No priority: at all"', author: '[A, B]' }),
  'inbox/queue/odd.md': source({ priority: 'soon', date: '2026-02-30' }),
  'inbox/queue/begun.md': source({ status: 'partial', priority: 'low' }, HINTS),
  'inbox/archive/done.md': source({ status: 'processed' }, HINTS),
  'inbox/archive/used.md': '---\ntype: archive\nclaims_extracted: [some claim]\n---\n',
  'inbox/archive/empty.md': source({ status: 'null-result' }),
  'loose.md': 'No source.\n',
};
const NEW = 'inbox/queue/2026-03-01-new.md';
const ALL: InboxParams['wanted'] = {
  unprocessed: 99,
  processing: 99,
  processed: 99,
  'null-result': 99,
};

describe('inbox', () => {
  afterEach(cleanUp);

  it('groups sources by status, then by priority, then the oldest first', async () => {
    const client = await serve(FILES);
    const { groups, total, vaults, refused, domains } = await ask(client, { wanted: ALL });
    assert.deepEqual([total, vaults, refused, domains], [10, 1, null, ['ovens', 'bread']]);
    assert.deepEqual(
      groups.map(({ status, count, sources }) => [status, count, ...sources.map(nameOf)]),
      [
        [
          'unprocessed',
          6,
          'some-year',
          '2026-01-05-old',
          '2026-03-01-new',
          'medium',
          '2024-01-01-none',
          'odd',
        ],
        ['processing', 1, 'begun'],
        ['processed', 2, 'done', 'used'],
        ['null-result', 1, 'empty'],
      ],
    );
  });

  it('says of each what it says of itself, and how old it is', async () => {
    const client = await serve(FILES);
    const year = new Date().getFullYear() - 2025;
    const none = await sourceOf(client, '2024-01-01-none');
    const { title, author, priority, domain, date, vault, uri } = none;
    assert.deepEqual(
      [title, author, priority, domain, date],
      ['No priority: at all', 'A, B', null, 'ovens', '2024-01-01'],
    );
    assert.equal(uri, client.uri('inbox/queue/2024-01-01-none.md'));
    assert.equal(vault, client.root.slice(client.root.lastIndexOf('/') + 1));
    assert.deepEqual((await sourceOf(client, 'some-year')).age, { unit: 'year', count: year });
    const odd = await sourceOf(client, 'odd');
    assert.deepEqual([odd.date, odd.age, odd.priority], [null, null, 'soon']);
  });

  it('counts the hints of what is listed, and the urgent ones', async () => {
    const client = await serve(FILES);
    await until(async () => (await ask(client, { wanted: {} })).urgent.counted);
    const { groups, urgent } = await ask(client, { wanted: ALL });
    const counts = groups.flatMap(({ sources }) =>
      sources.map(({ hints: { open, promoted, dropped } }) => [open, promoted, dropped].join()),
    );
    const [none, some] = ['0,0,0', '1,1,1'];
    assert.deepEqual(counts, [none, none, some, none, none, none, some, some, none, none]);
    assert.deepEqual(urgent, { hints: 1, sources: 1, counted: true });
  });

  it('gives as many as are wanted of those that fit', async () => {
    const client = await serve(FILES);
    const list = async (params: InboxParams) =>
      (await ask(client, params)).groups.map(({ count, sources }) => [
        count,
        ...sources.map(nameOf),
      ]);
    assert.deepEqual(await list({ wanted: { unprocessed: 2, processed: 1, processing: -1 } }), [
      [6, 'some-year', '2026-01-05-old'],
      [1],
      [2, 'done'],
      [1],
    ]);
    assert.deepEqual(await list({ wanted: ALL, domains: ['bread', null] }), [
      [1, 'medium'],
      [0],
      [1, 'used'],
      [0],
    ]);
    assert.deepEqual(await list({ wanted: ALL, domains: ['ovens'], priorities: [null, 'low'] }), [
      [1, '2024-01-01-none'],
      [1, 'begun'],
      [1, 'done'],
      [1, 'empty'],
    ]);
  });

  it('tells nobody who did not ask', async () => {
    const client = await serve(FILES);
    const told = listen(client);
    await client.open(NEW, source({ status: 'processed' }));
    await pause(600);
    assert.equal(told.count, 0);
  });

  it('follows what is typed, and tells only what makes a difference', async () => {
    const client = await serve(FILES);
    const told = await settled(client);
    await client.open(NEW, FILES[NEW]);
    await client.type(NEW, `${FILES[NEW]}\nMore words.\n`);
    await client.open('loose.md', 'Other words.\n');
    await pause(700);
    assert.equal(told.count, 0, 'words of no interest were told');
    await client.type(NEW, `${FILES[NEW]}- Claim: "rye needs a hotter oven than wheat does"\n`);
    await until(() => told.count > 0);
    assert.equal((await sourceOf(client, '2026-03-01-new')).hints.open, 2);
    await client.type(NEW, source({ status: 'processing', priority: 'high' }, HINTS));
    await until(() => told.count > 1);
    const [waiting, begun] = (await ask(client, { wanted: ALL })).groups;
    assert.deepEqual(waiting?.count, 5);
    assert.deepEqual(begun?.sources.map(nameOf), ['2026-03-01-new', 'begun']);
    await client.type(NEW, '---\ntype: claim\n---\n');
    await until(async () => (await ask(client, { wanted: {} })).total === 9);
  });

  it('counts anew when a claim comes, is renamed, or goes', async () => {
    const client = await serve(FILES);
    const told = await settled(client);
    const claim = 'domains/ovens/bakers who own their oven bake on fewer days.md';
    client.write(claim, '---\ntype: claim\n---\n');
    await client.watched({ [claim]: 1 });
    await until(() => told.count > 0);
    const counts = async () => (await sourceOf(client, '2026-03-01-new')).hints;
    assert.deepEqual(await counts(), { open: 0, promoted: 2, dropped: 1 });
    const { urgent } = await ask(client, { wanted: {} });
    assert.deepEqual(urgent, { hints: 0, sources: 0, counted: true });
    const before = told.count;
    rmSync(client.file(claim));
    await client.watched({ [claim]: 3 });
    await until(() => told.count > before);
    assert.deepEqual(await counts(), { open: 1, promoted: 1, dropped: 1 });
    await client.open('new.md', '---\ntype: claim\ntitle: words\n---\n');
    await client.type(
      'new.md',
      '---\ntype: claim\ntitle: Bakers who own their oven bake on fewer days\n---\n',
    );
    await until(async () => (await counts()).open === 0);
  });

  it('follows files, folders and settings', async () => {
    const client = await serve(FILES);
    await settled(client);
    const total = async () => (await ask(client, { wanted: {} })).total;
    rmSync(client.file('inbox/archive'), { recursive: true });
    await client.watched({ 'inbox/archive': 3 });
    await until(async () => (await total()) === 7);
    client.write('inbox/archive/again.md', source({ status: 'processed' }));
    await client.watched({ 'inbox/archive/again.md': 1 });
    await until(async () => (await total()) === 8);
    client.write('.claimwright.yaml', 'exclude: [inbox/queue]\n');
    await client.watched({ '.claimwright.yaml': 1 });
    await until(async () => (await total()) === 1);
  });

  it('lists the sources of all vaults in one order', async () => {
    const [one, two] = [makeVault(FILES), makeVault(FILES)];
    const client = await LspClient.start({ folders: [one, two] });
    await client.ready();
    const { groups, vaults, total } = await ask(client, { wanted: { unprocessed: 3 } });
    assert.deepEqual([vaults, total, groups[0]?.count], [2, 20, 12]);
    assert.deepEqual(groups[0]?.sources.map(nameOf), ['some-year', 'some-year', '2026-01-05-old']);
    await client.folders([], [two]);
    await until(async () => (await ask(client, { wanted: {} })).total === 10);
  });

  it('says that sources may be missing where not all is read', async () => {
    const long = 'Many words that take a while to read.\n'.repeat(2000);
    const many = Array.from({ length: 200 }, (_, at) => [`${at}.md`, source({}, long)]);
    const folders = [makeVault(Object.fromEntries(many))];
    const client = await LspClient.start({ folders, cancelProgress: true });
    await client.until('the end', () => client.statuses.at(-1)?.state === 'stopped');
    const { refused, total } = await ask(client, { wanted: ALL });
    assert.deepEqual([total, refused?.startsWith('Indexing was cancelled')], [0, true]);
  });

  it('lets others through while it counts thousands', async () => {
    const many: Record<string, string> = {};
    for (let at = 0; at < 3000; at++)
      many[`inbox/queue/${at}.md`] = source(
        { priority: 'high' },
        HINTS.replaceAll('oven', `oven ${at}`),
      );
    const client = await serve(many);
    const told = listen(client);
    const asked = ask(client, { wanted: { unprocessed: 200 } });
    const started = Date.now();
    await client.hover('inbox/queue/0.md', 0, 3);
    const waited = Date.now() - started;
    assert.ok(waited < 1000, `a hover waited ${waited} ms`);
    assert.equal((await asked).groups[0]?.sources.length, 200);
    await until(async () => told.count > 0 && (await ask(client, { wanted: {} })).urgent.counted);
    assert.equal((await ask(client, { wanted: {} })).urgent.sources, 3000);
  });
});

function source(fields: Readonly<Record<string, string>>, body = ''): string {
  const all = { type: 'source', status: 'unprocessed', domain: 'ovens', ...fields };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return `---\n${lines.join('\n')}\n---\n\n${body}`;
}

function ask(client: LspClient, params: InboxParams): Promise<InboxAnswer> {
  return client.connection.sendRequest(inboxMethod, params);
}

async function sourceOf(client: LspClient, name: string): Promise<InboxSource> {
  const { groups } = await ask(client, { wanted: ALL });
  const found = groups.flatMap(({ sources }) => sources).find(each => nameOf(each) === name);
  assert.ok(found, `${name} is not in the inbox`);
  return found;
}

function nameOf({ path }: InboxSource): string {
  return path.slice(path.lastIndexOf('/') + 1, -'.md'.length);
}

function listen(client: LspClient): { count: number } {
  const told = { count: 0 };
  client.connection.onNotification(inboxChangedMethod, () => {
    told.count++;
  });
  return told;
}

/** Asks until all is counted; then counts what is told. */
async function settled(client: LspClient): Promise<{ count: number }> {
  await until(async () => (await ask(client, { wanted: ALL })).urgent.counted);
  await pause(400);
  return listen(client);
}

async function until(test: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 10_000;
  while (!(await test())) {
    if (Date.now() > end) throw new Error('timed out');
    await pause(20);
  }
}
