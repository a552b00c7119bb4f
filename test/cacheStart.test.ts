/** Server and command line start from a cache, and say what they would say without. */
import assert from 'node:assert/strict';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { TICK } from '../server/cache/noteFile';
import { LEAST_NOTES, openCache } from '../server/cache/openCache';
import { defaultConfig } from '../server/core/schema/config';
import { listFiles } from '../server/disk';
import { cleanUp, type Files, LspClient, makeVault, pause } from './support/lspClient';
import { buildCli, type Run, type RunOptions, runCli } from './support/runCli';

const SERVER = resolve(import.meta.dirname, '../dist/server.js');
/** Milliseconds after which what was written can be told from what is written next. */
const SETTLED = TICK + 100;

describe('A start with a cache', function () {
  this.timeout(60_000);
  let home: string;
  let root: string;
  let cli: string;

  before(async () => {
    cli = await buildCli();
  });

  beforeEach(async () => {
    home = mkdtempSync(join(tmpdir(), 'claimwright-start-'));
    root = makeVault(notes());
    await pause(SETTLED);
  });

  afterEach(() => {
    cleanUp();
    rmSync(home, { recursive: true, force: true });
  });

  /** Packs each note to bytes that are none. */
  function fillWithDamage(program: string): void {
    const relations = defaultConfig.schema.relationFields;
    const cache = openCache(home, program, { root, relations, notes: LEAST_NOTES });
    assert.ok(cache);
    for (const path of listFiles(root)) {
      cache.change(path);
      cache.keep(path, Buffer.from('no note'));
    }
    for (const _ of cache.save());
  }

  describe('of the server', () => {
    /** What a server tells of the vault, and how many of its notes it did not parse. */
    async function serve(cacheFolder: string | undefined = home) {
      const log: string[] = [];
      const client = await LspClient.start({
        folders: [root],
        initializationOptions: { cacheFolder },
      });
      client.connection.onNotification('window/logMessage', ({ message }) => {
        log.push(message);
      });
      await client.ready();
      await client.until('all is checked', () => client.statuses.at(-1)?.errors === BROKEN);
      const said = /^Indexed (\d+) notes.*?(?:, (\d+) of them out of the cache)?$/mu;
      await client.until('it says so', () => log.some(line => said.test(line)));
      const [, all, kept] = said.exec(log.find(line => said.test(line)) ?? '') ?? [];
      const found = [...client.diagnostics.values()]
        .filter(({ diagnostics }) => diagnostics.length > 0)
        .map(({ uri, diagnostics }) => ({ uri, diagnostics }))
        .sort((a, b) => (a.uri < b.uri ? -1 : 1));
      return { client, all: Number(all), kept: kept && Number(kept), found, log };
    }

    const saved = (client: LspClient) =>
      client.until('the cache is written', () =>
        readdirSync(home).some(folder => readdirSync(join(home, folder)).join() === 'notes.cache'),
      );

    it('says the same, and sees what changed in between', async () => {
      const first = await serve();
      assert.deepEqual([first.all, first.kept], [LEAST_NOTES, 0]);
      await saved(first.client);
      const hover = await first.client.hover('note 5.md', 7, 20);
      assert.match(String(hover), /note 6/u);
      await first.client.stop();
      const second = await serve();
      assert.deepEqual([second.all, second.kept], [LEAST_NOTES, LEAST_NOTES]);
      assert.deepEqual(second.found, first.found);
      assert.equal(await second.client.hover('note 5.md', 7, 20), hover);
      await second.client.stop();
      writeFileSync(join(root, 'note 7.md'), note(7).replace('[[note 8]]', '[[nowhere]]'));
      renameSync(join(root, 'note 20.md'), join(root, 'note 20 b.md'));
      writeFileSync(join(root, 'note 0.md'), note(0).replace('[[gone]]', '[[note 1]]'));
      const third = await serve();
      assert.deepEqual([third.all, third.kept], [LEAST_NOTES, LEAST_NOTES - 3]);
      const changed = await serve('');
      assert.deepEqual([changed.all, changed.kept], [LEAST_NOTES, undefined]);
      assert.deepEqual(third.found, changed.found);
      assert.notDeepEqual(third.found, first.found);
    });

    it('does not take the text in an editor for what the disk holds', async () => {
      const first = await serve();
      await first.client.open('note 3.md', note(3));
      await first.client.type('note 3.md', note(3).replace('[[note 4]]', '[[nowhere]]'));
      await first.client.codes('note 3.md', 'musing/asleep link/missing');
      await saved(first.client);
      await first.client.stop();
      const second = await serve();
      assert.equal(second.kept, LEAST_NOTES);
      assert.deepEqual(second.found, first.found);
    });

    it('survives a cache that does not hold what it says', async () => {
      fillWithDamage(SERVER);
      const first = await serve();
      assert.deepEqual([first.all, first.kept], [LEAST_NOTES, 0]);
      const without = await serve('');
      assert.deepEqual(first.found, without.found);
      await saved(first.client);
      assert.equal((await serve()).kept, LEAST_NOTES);
    });

    it('survives a folder that cannot be written', async () => {
      const file = join(home, 'file');
      writeFileSync(file, '');
      const { client, all, log } = await serve(join(file, 'cache'));
      assert.equal(all, LEAST_NOTES);
      await client.until('it says why', () =>
        log.some(line => line === 'What was indexed could not be kept (ENOTDIR).'),
      );
    });
  });

  describe('of the command line', () => {
    const check = async (args: readonly string[], options?: RunOptions): Promise<Run> => {
      const run = await runCli(['check', root, '--format', 'json', ...args], options);
      assert.equal(run.status, 1, run.stderr);
      return run;
    };
    const env = (more: Record<string, string> = {}) => ({ CI: '', XDG_CACHE_HOME: home, ...more });
    const caches = (folder = home) => readdirSync(folder, { recursive: true }).map(String).sort();

    it('says the same, and sees what changed in between', async () => {
      const without = await check(['--no-cache'], { env: env() });
      assert.deepEqual(caches(), []);
      assert.deepEqual(await check(['--cache', home]), without);
      const [, file = ''] = caches();
      assert.match(file, /^[0-9a-f]{32}.notes\.cache$/u);
      const written = readFileSync(join(home, file));
      assert.deepEqual(await check(['--cache', home]), without);
      assert.deepEqual(readFileSync(join(home, file)), written);
      writeFileSync(join(root, 'note 7.md'), note(7).replace('[[note 8]]', '[[nowhere]]'));
      const changed = await check(['--cache', home]);
      assert.deepEqual(changed, await check(['--no-cache']));
      assert.notDeepEqual(changed, without);
      assert.ok(statSync(join(home, file)).size > written.length);
    });

    it('lies in the cache folder of the user, but not in CI', async function () {
      if (process.platform !== 'linux') this.skip();
      await check([], { env: env({ CI: 'true' }) });
      assert.deepEqual(caches(), []);
      await check([], { env: env() });
      assert.match(caches().at(-1) ?? '', /^claimwright\/cli\/[0-9a-f]{32}\/notes\.cache$/u);
    });

    it('survives a cache that does not hold what it says', async () => {
      fillWithDamage(cli);
      const without = await check(['--no-cache']);
      assert.deepEqual(await check(['--cache', home]), without);
      assert.equal(caches().length, 1, 'it is removed');
      assert.deepEqual(await check(['--cache', home]), without);
      assert.equal(caches().length, 2, 'and made again');
    });

    it('refuses what cannot be meant', async () => {
      for (const args of [
        ['--cache', home, '--no-cache'],
        ['--cache', ''],
      ])
        assert.equal((await runCli(['check', root, ...args])).status, 2);
    });
  });
});

/** Links that lead nowhere. */
const BROKEN = 20;

function note(at: number): string {
  const next = at % 100 === 0 ? 'gone' : `note ${(at + 1) % LEAST_NOTES}`;
  return `---\ntype: musing\nstatus: seed\ncreated: 2026-01-01\n---\n# note ${at}\n\nThis leads to [[${next}]].\n`;
}

function notes(): Files {
  return Object.fromEntries(
    Array.from({ length: LEAST_NOTES }, (_, at) => [`note ${at}.md`, note(at)]),
  );
}
