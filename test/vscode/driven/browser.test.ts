/** The extension where a browser runs it, on a vault that is on no disk: read with progress, completed, checked, changed. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCli, removeTemporaryFolders, runCli } from '../../support/runCli';
import {
  answer,
  command,
  doUntil,
  goTo,
  hidden,
  hoverText,
  indexed,
  openWindow,
  press,
  pressUntil,
  quickOpen,
  saveAll,
  savedText,
  screenshot,
  statusBar,
  suggestions,
  ticked,
  titled,
  type,
  until,
  visible,
  type Window,
  type WindowOptions,
} from '../drive';
import { frameWith } from '../drive/frames';
import { copyExample, copyVault, extensionPath, pictures, type VaultCopy } from './vault';

/** Milliseconds that reading a whole vault takes at least, so that the progress can be read. */
const READING = 4000;
/** Requests that a browser has under way to one server. */
const AT_ONCE = 6;
const NO_GIT = 'Git cannot be asked in a browser';
const JUNCTION = 'protected bike lanes lose most of their value at the first unprotected junction';
const BELIEF = 'agents/ada/beliefs/a route has to be unbroken before it can be popular.md';
const SOURCE = '2026-09-22-oduya-school-street-counts.md';

/** What the status bar says meanwhile. */
const READ = /^Claimwright: Reading files: \d+ of (\d+)$/u;

describe('a browser without a server', () => {
  let vault: VaultCopy;
  let window: Window;

  before(buildCli);
  after(removeTemporaryFolders);

  async function close(): Promise<void> {
    await window?.close();
    vault?.remove();
  }

  describe('in a window of its own', () => {
    afterEach(close);

    it('reads a vault with progress, and finds what the command line finds', async () => {
      vault = copyVault();
      const notes = [...vault.index.notes()].length;
      const delay = READING / Math.ceil(notes / AT_ONCE);
      window = await open({ delay });
      const { page } = window;
      await page.reload();
      const told = async () => (await statusBar(page)).find(text => READ.test(text)) ?? null;
      const [, all] = READ.exec(await until('progress', told, 60_000)) ?? [];
      await screenshot(page, join(pictures, 'browser-progress.png'));
      assert.ok(Number(all) >= notes, `${all} of ${notes}`);
      await indexed(page, notes);
      const { stdout } = await runCli(['check', vault.root, '--format', 'json']);
      const { diagnostics } = JSON.parse(stdout) as { diagnostics: { severity: string }[] };
      const [errors = 0, warnings = 0, infos = 0] = ['error', 'warning', 'information'].map(
        severity => diagnostics.filter(each => each.severity === severity).length,
      );
      const expected = `${notes} notes ${errors} ${warnings}`;
      await until('all problems', async () => (await counted()).includes(expected) || null, 60_000);
      // More than a thousand are not told exactly.
      const short = [errors, warnings, infos].map(count =>
        count > 999 ? `${Math.floor(count / 1000)}K` : count,
      );
      const own = short.join(' ');
      await until('the same in the editor’s own list', async () => {
        return (await counted()).includes(own) || null;
      }).catch(async error => assert.fail(`${error.message} ${own}, but: ${await counted()}`));
    });

    it('starts a server again that died', async () => {
      vault = copyExample();
      const dies = ';setTimeout(() => { Promise.reject(new Error("on purpose")); }, 5000);';
      window = await open({ ofFirstServer: dies });
      const { page } = window;
      let started = 0;
      page.on('request', request => {
        if (request.url().endsWith('/web/server.js')) started++;
      });
      await indexed(page);
      await until('another server', async () => started > 0 || null, 20_000);
      await indexed(page);
      await quickOpen(page, baseOf(BELIEF));
      await goTo(page, 9, 10);
      assert.match(await hoverText(page), /likely/u);
    });

    it('draws the argument', async () => {
      vault = copyExample();
      window = await open();
      const { page } = window;
      await indexed(page);
      await quickOpen(page, baseOf(BELIEF));
      await command(page, 'Claimwright: Show Argument Graph');
      const graph = await frameWith(page, '#stage');
      const focused = graph.locator('#stage:focus');
      await until('the keys to go to the graph', visible(focused), 30_000);
      const told = async () => (await graph.locator('#told').textContent()) || null;
      await pressUntil(page, 'a note of the graph', ['ArrowDown'], told);
      await screenshot(page, join(pictures, 'browser-graph.png'));
    });
  });

  describe('on the example vault', () => {
    const SCRATCH = 'domains/street-design/scratch.md';

    before(async () => {
      vault = copyExample();
      writeFileSync(join(vault.root, SCRATCH), 'First line.\n');
      writeFileSync(join(vault.root, 'lost.md'), 'See [[scratch]].\n');
      writeFileSync(join(vault.root, 'unsaid.md'), 'Nothing.\n');
      writeFileSync(join(vault.root, 'caller.md'), 'See [[unsaid]].\n');
      writeFileSync(join(vault.root, 'quiet.md'), 'And [[unsaid]].\n');
      window = await open();
      await indexed(window.page);
    });
    after(close);

    it('completes a link by words out of the middle, and what is saved holds it', async () => {
      const { page } = window;
      await quickOpen(page, 'scratch.md');
      await press(page, 'ControlOrMeta+End', 'Enter');
      await type(page, '[[bike lanes junction', 40);
      const [first] = await suggestions(page);
      assert.ok(
        first !== undefined && JUNCTION.startsWith(first.label.replace('…', '')),
        first?.label,
      );
      await screenshot(page, join(pictures, 'browser-completion.png'));
      await press(page, 'Enter', 'Escape');
      const text = await savedText(page, join(vault.root, SCRATCH));
      assert.equal(text.split('\n').at(-1), `[[${JUNCTION}]]`);
    });

    it('shows a note on hover', async () => {
      const { page } = window;
      await quickOpen(page, baseOf(BELIEF));
      await goTo(page, 9, 10);
      const text = await hoverText(page);
      assert.match(text, new RegExp(JUNCTION, 'u'));
      assert.match(text, /likely/u);
      await screenshot(page, join(pictures, 'browser-hover.png'));
    });

    it('renames a note with the links to it', async () => {
      const { page } = window;
      await quickOpen(page, 'lost.md');
      const moved = join(vault.root, 'domains/street-design/a scribble.md');
      await rename('a scribble', async () => existsSync(moved) || null);
      const saved = async () => vault.read('lost.md') === 'See [[a scribble]].\n' || null;
      await saveAll(page, 'the link to follow', saved);
      assert.equal(existsSync(join(vault.root, SCRATCH)), false);
    });

    it('makes no edit of a note that changed without a word, and makes it once that is read', async () => {
      const { page } = window;
      await quickOpen(page, 'caller.md');
      writeFileSync(join(vault.root, 'quiet.md'), 'A line more.\nAnd [[unsaid]].\n');
      const refused = page.locator('.notification-toast', { hasText: 'nobody told of it' }).first();
      await rename('said', visible(refused));
      await screenshot(page, join(pictures, 'browser-stale.png'));
      assert.ok(existsSync(join(vault.root, 'unsaid.md')));
      await rename('said', async () => existsSync(join(vault.root, 'said.md')) || null);
      const saved = async () => vault.read('quiet.md') === 'A line more.\nAnd [[said]].\n' || null;
      await saveAll(page, 'the link to follow', saved);
    });

    it('writes claims of hints', async () => {
      const { page } = window;
      await quickOpen(page, SOURCE);
      const before = claims(vault.root);
      const both = async () => (await ticked(page)) === 2 || null;
      await pressUntil(page, 'two hints', ['Shift+Alt+p'], both, { againMs: 6000 });
      await answer(page);
      for (const each of [/1 of 2/u, /2 of 2/u]) {
        await titled(page, each);
        await answer(page);
      }
      const written = async () => claims(vault.root).length === before.length + 2 || null;
      await until('two claims', written);
      const source = () => vault.read(`inbox/queue/${SOURCE}`);
      const isSaid = async () => /^claims_extracted:$/mu.test(source()) || null;
      await saveAll(page, 'the source to say so', isSaid);
      assert.match(source(), /^---\n/u);
    });

    it('says of git that it cannot be asked', async () => {
      const { page } = window;
      const toast = page.locator('.notification-toast', { hasText: NO_GIT });
      await doUntil(
        'the reason',
        () => command(page, 'Claimwright: Compose Extraction Message'),
        visible(toast),
      );
      await command(page, 'Claimwright: Vault Health');
      const frame = await frameWith(page, '.history');
      const card = frame.getByRole('region', { name: 'Broken links over time' });
      await doUntil(
        'the reason in the page',
        () => card.getByRole('button').press('Enter'),
        visible(card.getByText(NO_GIT)),
      );
      await screenshot(page, join(pictures, 'browser-health.png'));
    });
  });

  /** What the status bar says, in words and numbers. */
  async function counted(): Promise<string[]> {
    const texts = await statusBar(window.page);
    return texts.map(text => text.replace(/[,.]/gu, '').replace(/\s+/gu, ' '));
  }

  /** What the link in the first line leads to. */
  async function rename(name: string, done: () => Promise<true | null>): Promise<void> {
    const { page } = window;
    await goTo(page, 1, 8);
    const box = page.locator('.rename-box input');
    await pressUntil(page, 'the box for the name', ['F2'], visible(box));
    await box.fill(name);
    // Once it is gone, Enter would be for the note.
    const enter = async () => (await box.isVisible()) && press(page, 'Enter');
    await doUntil('the name to be taken', enter, hidden(box));
    await until(`what comes of the name ${name}`, done);
  }

  function open(serverless: WindowOptions['serverless'] = {}): Promise<Window> {
    return openWindow({ folder: vault.root, extensionPath, serverless, say: () => {} });
  }
});

function claims(root: string): string[] {
  return readdirSync(join(root, 'domains'), { recursive: true, encoding: 'utf8' });
}

function baseOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
