/** The graph and the claim view where something is in their way: another vault, a text that is no note, a comparison, a server that is killed. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  command,
  indexed,
  openWindow,
  press,
  quickOpen,
  screenshot,
  until,
  visible,
  type Window,
} from '../drive';
import { frameWith } from '../drive/frames';
import { serversOf } from '../kills/processes';
import { extensionPath, pictures } from './vault';

const NOTES = {
  '.claimwright.yaml': '',
  'tea is taxed.md': '---\ntype: claim\nconfidence: likely\nsupports: [tea is dear]\n---\nSo.\n',
  'tea is dear.md': '---\ntype: claim\nconfidence: proven\n---\nIt is said that tea is taxed.\n',
  'inner/.claimwright.yaml': '',
  'inner/coffee is cheap.md': '---\ntype: claim\nsupports: [beans are cheap]\n---\n',
  'inner/beans are cheap.md': '---\ntype: claim\n---\n',
};

describe('the argument, where something is in its way', () => {
  let root: string;
  let window: Window;

  before(async () => {
    root = mkdtempSync(join(tmpdir(), 'claimwright-faults-'));
    for (const [path, text] of Object.entries(NOTES)) write(path, text);
    window = await openWindow({ folder: root, extensionPath, say: () => {} });
    await quickOpen(window.page, 'tea is taxed.md');
    await indexed(window.page);
    await command(window.page, 'Claimwright: Show Argument Graph');
    await shows('2 notes, 1 edge');
  });

  after(async () => {
    await window?.close();
    rmSync(root, { recursive: true, force: true });
  });

  it('stays where it is while a note of a vault inside this one is open', async () => {
    const { page } = window;
    await openNote('coffee is cheap.md');
    await page.waitForTimeout(2000);
    assert.match(await status(), /^2 notes, 1 edge/u);
    assert.equal(await (await graph()).locator('#empty').isVisible(), false);
    await command(page, 'Claimwright: Show Argument Graph');
    await until('a graph of its own', async () => ((await graphs()) === 2 ? true : null), 30_000);
    await command(page, 'View: Close All Editors');
    await openNote('tea is taxed.md');
    await command(page, 'Claimwright: Show Argument Graph');
    await shows('2 notes, 1 edge');
  });

  it('stays where it is beside a text that was never saved, and beside a comparison', async () => {
    const { page } = window;
    for (const open of ['File: New Untitled Text File', 'File: Compare Active File with Saved']) {
      await openNote('tea is taxed.md');
      await command(page, open);
      await page.waitForTimeout(1500);
      assert.match(await status(), /^2 notes, 1 edge/u, open);
    }
    await command(page, 'View: Close All Editors');
    await openNote('tea is taxed.md');
    await command(page, 'Claimwright: Show Argument Graph');
    await shows('2 notes, 1 edge');
  });

  it('goes on when the server is killed, as do the claim view and its search', async () => {
    const { page } = window;
    await command(page, 'Claimwright: Focus on Claim View');
    const row = (text: string) => page.locator('.pane .monaco-list-row', { hasText: text }).first();
    await until('the claim', visible(row('Likely')), 30_000);
    await row('Unlinked Mentions').click();
    await press(page, 'ArrowRight');
    await until('the mention', visible(row('It is said that')), 30_000);
    const server = join(extensionPath, 'dist', 'server.js');
    const [pid, ...others] = serversOf(server);
    assert.ok(pid !== undefined && others.length === 0);
    process.kill(pid, 'SIGKILL');
    await until(
      'another server',
      async () => {
        const [now] = serversOf(server);
        return (now !== undefined && now !== pid) || null;
      },
      30_000,
    );
    assert.match(await status(), /^2 notes, 1 edge/u, 'what was shown stays');
    await until('the claim again', visible(row('Likely')), 30_000);
    await until('the search again', visible(row('Unlinked Mentions')), 30_000);
    await screenshot(page, join(pictures, 'claim-after-kill.png'));
    write('tea is black.md', '---\ntype: claim\nsupports: [tea is taxed]\n---\n');
    await shows('3 notes, 2 edges');
    await until('the new claim below it', visible(row('tea is black')), 30_000);
  });

  /** Beside the graph, and not over it. */
  async function openNote(name: string): Promise<void> {
    await press(window.page, 'ControlOrMeta+1');
    await quickOpen(window.page, name);
  }

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }

  const graph = () => frameWith(window.page, '#stage');

  async function graphs(): Promise<number> {
    return window.page.locator('.part.editor .tab', { hasText: 'Graph: ' }).count();
  }

  async function status(): Promise<string> {
    const shown = (await graph()).locator('#status');
    return (await shown.textContent({ timeout: 2000 }).catch(() => '')) ?? '';
  }

  async function shows(words: string): Promise<void> {
    await until(words, async () => ((await status()).startsWith(words) ? true : null), 60_000);
  }
});
