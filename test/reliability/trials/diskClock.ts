/** Clocks that are wrong or jump, files of other times, and a cache that is damaged or cannot be kept. */
import assert from 'node:assert/strict';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { authorMethod } from '../../../server/lsp/protocol';
import { type LspClient, pause } from '../../support/lspClient';
import { PlainEditor } from '../../support/plainEditor';
import { CLAIM, vaultFiles } from '../hostileVault';
import { Disk, noDisk } from '../mounted';
import { inSandbox, put, type Sandbox } from '../sandbox';
import { throughCli } from '../throughCli';
import { throughServer } from '../throughServer';
import type { Trial, TrialGroup } from '../trial';

const DAY = 24 * 60 * 60_000;
const YEAR = 365 * DAY;
const preloaded = `--require=${resolve(__dirname, '../otherClock.cjs')}`;
const clock = (off: number) => ({ CLOCK_OFF: String(off), NODE_OPTIONS: preloaded });

/** As the system has it where the test runs. */
function yearIn(off: number): number {
  return new Date(Date.now() + off).getFullYear();
}

const jumped: Trial = {
  input: 'a clock that goes back by ten years, and by ten more, while a vault is served',
  through: 'server',
  run: inSandbox(vaultFiles, async ({ vault }) => {
    const capabilities = {
      workspace: {
        applyEdit: true,
        workspaceFolders: true,
        workspaceEdit: { documentChanges: true },
      },
    };
    const use = async (client: LspClient) => {
      const editor = new PlainEditor(client);
      const evaluated = async () => {
        const move = { kind: 'evaluated' };
        await client.connection.sendRequest(authorMethod, { uri: client.uri(CLAIM), move });
        return /last_evaluated: (\d{4})/u.exec(editor.text(CLAIM) ?? '')?.[1];
      };
      assert.equal(await evaluated(), String(yearIn(-10 * YEAR)));
      client.process.kill('SIGUSR2');
      await client.open('new.md', '[[gone]]');
      await client.codes('new.md', 'link/missing');
      assert.equal(await evaluated(), String(yearIn(-20 * YEAR)));
      await client.type('new.md', '[[a]]');
      await client.codes('new.md', '');
    };
    await throughServer(vault, use, { capabilities, env: clock(-10 * YEAR) });
    return 'diagnostics and features go on; what is dated bears the day of the clock';
  }),
};

const dated: Trial = {
  input: 'notes last changed in 1970, in 1901, and in 2106, with dates of year 0, 9999, and 275760',
  through: 'server and command line',
  run: inSandbox(vaultFiles, async ({ vault }) => {
    const note = (date: string) =>
      `---\ntype: claim\ncreated: ${date}\nlast_evaluated: ${date}\n---\n[[gone]]\n`;
    const times = [0, -2_177_452_800, 4_294_967_295];
    const dates = ['0000-01-01', '9999-12-31', '275760-09-13'];
    for (const [at, time] of times.entries()) {
      put(join(vault, `n${at}.md`), note(dates[at] ?? ''));
      utimesSync(join(vault, `n${at}.md`), time, time);
    }
    for (const off of [0, -60 * YEAR, 80 * YEAR, 8000 * YEAR]) {
      const env = clock(off);
      for (const command of ['check', 'stats', 'message'])
        assert.doesNotMatch(
          (await throughCli([command, vault], { env })).stdout,
          /NaN|Invalid Date/u,
        );
    }
    await throughServer(vault, async client => {
      for (const at of times.keys())
        await client.until(`n${at}`, () =>
          client.found(`n${at}.md`).some(({ code }) => code === 'link/missing'),
        );
    });
    return 'read and reported, though the clock is sixty years behind or thousands ahead';
  }),
};

/** A vault that is large enough for a cache, and what is said of it without one. */
async function cached(
  { vault, around }: Sandbox,
  tries: (
    cache: string,
    same: (what: string, env?: Record<string, string>) => Promise<void>,
  ) => Promise<void>,
  cache = join(around, 'cache'),
): Promise<void> {
  mkdirSync(join(vault, 'many'));
  for (let at = 0; at < 2100; at++)
    writeFileSync(join(vault, `many/n${at}.md`), `[[n${at + 1}]]\n`);
  const args = ['check', vault, '--format', 'json', '--severity', 'hint'];
  const { stdout: plain } = await throughCli([...args, '--no-cache']);
  const same = async (what: string, env: Record<string, string> = {}) => {
    const run = await throughCli([...args, '--cache', cache], { env });
    assert.equal(run.stdout, plain, what);
    assert.equal(run.stderr, '', what);
  };
  // What was written just before is not kept.
  await pause(2500);
  await tries(cache, same);
}

function cacheFile(cache: string): string {
  const name = readdirSync(cache, { recursive: true, encoding: 'utf8' }).find(each =>
    each.endsWith('notes.cache'),
  );
  assert.ok(name !== undefined, 'there is a cache');
  return join(cache, name);
}

const damaged: Trial = {
  input:
    'a cache that is cut short, with flipped bits, of another clock, a folder, in a folder that is a file, and written by two at once',
  through: 'command line',
  run: inSandbox({}, async box => {
    await cached(box, async (cache, same) => {
      await same('none');
      await same('sound');
      const whole = readFileSync(cacheFile(cache));
      for (const part of [1, whole.length - 1]) {
        truncateSync(cacheFile(cache), part);
        await same(`cut at ${part}`);
      }
      // Bytes of notes, of which nothing but a checksum tells.
      const flipped = Buffer.from(whole);
      for (let at = 1000; at < whole.length; at += 1000) flipped[at] = (whole[at] ?? 0) ^ 1;
      writeFileSync(cacheFile(cache), flipped);
      await same('bits flipped');
      await same('a year back', clock(-YEAR));
      await same('a year ahead', clock(YEAR));
      await Promise.all([same('one of two'), same('the other')]);
      const file = cacheFile(cache);
      rmSync(file);
      mkdirSync(file);
      await same('a folder');
      rmSync(cache, { recursive: true });
      writeFileSync(cache, 'a file');
      await same('in a file');
      rmSync(cache);
    });
    box.remember();
    return 'each time the same is said as without a cache';
  }),
};

const noRoom: Trial = {
  input: 'a cache on a full disk, and on one that may only be read',
  through: 'command line',
  skip: noDisk,
  run: inSandbox({}, async box => {
    const disk = new Disk();
    try {
      const tries = async (_: string, same: (what: string) => Promise<void>) => {
        disk.fill();
        await same('full');
        disk.readOnly();
        await same('read only');
      };
      await cached(box, tries, join(disk.folder, 'cache'));
    } finally {
      disk.remove();
    }
    return 'each time the same is said as without a cache';
  }),
};

export const diskClock: TrialGroup = {
  name: 'clocks and caches',
  promise: 'Neither a wrong clock nor a damaged cache changes what is said of a vault.',
  trials: [jumped, dated, damaged, noRoom],
};
