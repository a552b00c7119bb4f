/** Files that are no plain files, lead in circles, or may not be read, among notes. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { LspClient } from '../../support/lspClient';
import { inSandbox, type Sandbox } from '../sandbox';
import { everyCommand, throughCli } from '../throughCli';
import { throughServer } from '../throughServer';
import type { Trial, TrialGroup } from '../trial';

const LINKS = '[[gone]] [[pipe]] [[zero]] [[loop]] [[socket]] [[self]]';
const rest = { 'a.md': LINKS, 'b.md': '[[a]] [[gone]]' };
const NOBODY = 65534;

const noWindows = () => (process.platform === 'win32' ? 'Windows has other kinds of files' : null);
const asRoot = () =>
  process.getuid?.() === 0 ? null : 'only root may become a user who may not read everything';

/** All that a folder can hold beside plain files; returns how to let go of it. */
async function strangeFiles(box: Sandbox): Promise<() => void> {
  const { vault } = box;
  execFileSync('mkfifo', [
    join(vault, 'pipe.md'),
    join(vault, 'pipe.png'),
    join(vault, 'sub.fifo'),
  ]);
  for (const [to, path] of Object.entries({
    '/dev/zero': 'zero.md',
    '/dev/full': 'full.md',
    '/dev/null': 'null.md',
    '/dev/stdin': 'stdin.md',
    '/proc/self/mem': 'mem.md',
    '.': 'loop',
    '..': 'up',
    '/': 'root',
    'loop.md': 'loop.md',
    'one.md': 'two.md',
    'two.md': 'one.md',
    'none.md': 'dangling.md',
    'pipe.md': 'to pipe.md',
  }))
    box.link(to, path);
  const socket = createServer();
  await new Promise<void>(resolve => {
    socket.listen(join(vault, 'socket.md'), resolve);
  });
  return () => socket.close();
}

const strange: Trial = {
  input:
    'named pipes, a socket, and links to devices, to the root, to themselves, in circles, and to nothing, all named as notes or folders',
  through: 'server and command line',
  skip: noWindows,
  run: inSandbox(rest, async box => {
    const close = await strangeFiles(box);
    try {
      const { check, links } = await everyCommand(box.vault);
      const missing = (links.links ?? []).filter(({ resolution }) => resolution === 'missing');
      assert.equal(missing.length, 7);
      const files = new Set(check.diagnostics?.map(({ file }) => file));
      assert.ok(files.has('a.md') && files.has('b.md'), [...files].join());
      await throughCli(['fix', box.vault]);
      await throughCli(['rename', join(box.vault, 'a.md'), 'c']);
      const use = async (client: LspClient) => {
        await client.codes('c.md', Array(6).fill('link/missing').join(' '));
        const names = [
          'pipe.md',
          'zero.md',
          'full.md',
          'mem.md',
          'loop.md',
          'loop/loop/b.md',
          'socket.md',
        ];
        await client.watched(Object.fromEntries(names.map(name => [name, 2])));
        for (const name of names) assert.equal(await client.hover(name, 0, 0), null);
        await client.codes('b.md', 'link/missing');
      };
      await throughServer(box.vault, use);
      return 'no note, and nothing waits for them; the rest is reported, mended, and renamed';
    } finally {
      close();
    }
  }),
};

const closed: Trial = {
  input: 'a folder and notes that may not be read, by a user who may read the rest',
  through: 'server and command line',
  skip: asRoot,
  run: inSandbox(
    { ...rest, 'closed/c.md': '', 'half/d.md': '[[gone]]', 'secret.md': '[[gone]]' },
    async ({ around, vault }) => {
      for (const open of [around, join(around, 'home'), vault]) chmodSync(open, 0o755);
      chmodSync(join(vault, 'closed'), 0o000);
      chmodSync(join(vault, 'half'), 0o644);
      chmodSync(join(vault, 'secret.md'), 0o000);
      const run = await throughCli(['check', '--format', 'json', vault], { uid: NOBODY });
      assert.match(
        run.stderr,
        /The folder “closed” may not be read: what it holds is not reported/u,
      );
      const codes = JSON.parse(run.stdout).diagnostics.map(
        ({ file, code }: { file: string; code: string }) => `${file} ${code}`,
      );
      assert.ok(codes.includes('secret.md note/unreadable'), codes.join());
      assert.ok(codes.includes('b.md link/missing'), codes.join());
      const logged: string[] = [];
      const use = async (client: LspClient) => {
        await client.codes('secret.md', 'note/unreadable');
        await client.codes('half/d.md', 'note/unreadable');
        await client.codes('b.md', 'link/missing');
        await client.until('it is said', () =>
          logged.some(each => each.includes('“closed” may not')),
        );
      };
      await throughServer(vault, use, { uid: NOBODY, logged: text => logged.push(text) });
      chmodSync(vault, 0o000);
      const whole = await throughCli(['check', vault], { uid: NOBODY });
      assert.equal(whole.status, 2);
      assert.match(whole.stderr, /may not be read/u);
      chmodSync(vault, 0o755);
      return 'said of the folder and of each note; the rest is reported, and a vault that may not be read is no clean vault';
    },
  ),
};

const turned: Trial = {
  input: 'a note that becomes a folder, a pipe, a link, and a note again, while it is served',
  through: 'server',
  skip: noWindows,
  run: inSandbox({ ...rest, 'n.md': '[[gone]]' }, async box => {
    const { vault } = box;
    const note = join(vault, 'n.md');
    const use = async (client: LspClient) => {
      await client.codes('n.md', 'link/missing');
      await client.open('to.md', '[[n]]');
      const becomes = async (codes: string, make: () => void) => {
        rmSync(note, { recursive: true, force: true });
        make();
        await client.watched({ 'n.md': 1 });
        await client.codes('to.md', codes);
      };
      await becomes('link/missing', () => mkdirSync(note));
      await becomes('', () => writeFileSync(note, 'Text'));
      await becomes('link/missing', () => execFileSync('mkfifo', [note]));
      await becomes('', () => box.link('a.md', 'n.md'));
      await becomes('link/missing', () => box.link('/dev/zero', 'n.md'));
      await becomes('', () => writeFileSync(note, '[[gone]]'));
      await client.codes('n.md', 'link/missing');
    };
    await throughServer(vault, use);
    return 'each time it is what it is now';
  }),
};

const away: Trial = {
  input: 'the vault’s folder, renamed and put back, while it is served',
  through: 'server',
  run: inSandbox(rest, async box => {
    const { vault, around } = box;
    const elsewhere = join(around, 'elsewhere');
    const use = async (client: LspClient) => {
      await client.codes('b.md', 'link/missing');
      renameSync(vault, elsewhere);
      await client.watched({ '': 3 });
      await client.until('nothing is reported', () => client.found('b.md').length === 0);
      assert.equal(await client.hover('b.md', 0, 3), null);
      renameSync(elsewhere, vault);
      await client.watched({ '': 1 });
      await client.codes('b.md', 'link/missing');
    };
    await throughServer(vault, use);
    // The vault is back in a folder that it left.
    box.remember();
    return 'nothing is reported of it meanwhile, and all of it when it is back';
  }),
};

export const filesKinds: TrialGroup = {
  name: 'kinds of files',
  promise: 'Whatever stands among the notes, nothing waits for it, and the notes are served.',
  trials: [strange, closed, turned, away],
};
