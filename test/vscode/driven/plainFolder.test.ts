/** A folder without any sign of a vault, in a real window: read when somebody asks for it, and again where its pages were open. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  command,
  indexed,
  openWindow,
  quickOpen,
  screenshot,
  until,
  visible,
  type Window,
} from '../drive';
import { frameWith, reload } from '../drive/frames';
import { extensionPath, pictures } from './vault';

describe('a folder without signs of a vault', () => {
  let root: string;
  let window: Window;

  before(async () => {
    root = mkdtempSync(join(tmpdir(), 'claimwright-plain-'));
    mkdirSync(join(root, 'papers'));
    const note =
      '---\ntype: claim\nconfidence: likely\nsupports: [tea is dear]\n---\nSo [[tea is dear]].\n';
    writeFileSync(join(root, 'papers', 'tea is taxed.md'), note);
    writeFileSync(join(root, 'papers', 'tea is dear.md'), '---\ntype: claim\n---\n');
    window = await openWindow({ folder: root, extensionPath, say: () => {} });
  });

  after(async () => {
    await window?.close();
    rmSync(root, { recursive: true, force: true });
  });

  it('is read as a vault by the button of the claim view', async () => {
    const { page } = window;
    await quickOpen(page, 'tea is taxed.md');
    // The inbox beside it begins by itself: folded, it stays so, in the next window, too.
    await command(page, 'Claimwright: Focus on Inbox View');
    await indexed(page, 2);
    const inbox = page.locator('.pane-header[aria-label^="Inbox"]');
    const folded = page.locator('.pane-header[aria-label^="Inbox"][aria-expanded="false"]');
    await until('the inbox', visible(inbox));
    await inbox.click();
    await until('it to be folded', visible(folded));
    await page.waitForTimeout(1000);
    await reload(page);
    const said = page.getByText('Nothing in this folder looks like a vault');
    await until('why nothing is read', visible(said), 30_000);
    assert.equal(await serverItems(), 0);
    await screenshot(page, join(pictures, 'claim-unread.png'));
    await page.getByText('Read It as a Vault').click();
    await indexed(page, 2);
    await until(
      'how the note stands',
      visible(page.locator('.pane .monaco-list-row', { hasText: 'Likely' })),
    );
    await screenshot(page, join(pictures, 'claim-read.png'));
  });

  it('is read again where a graph, its health or a preview was open', async () => {
    const { page } = window;
    for (const [show, selector, read] of [
      ['Claimwright: Show Argument Graph', '#stage', /^2 notes, 1 edge/u],
      ['Claimwright: Vault Health', '#health, main', /\b2\b/u],
    ] as const) {
      await command(page, show);
      const text = async () => {
        const frame = await frameWith(page, selector);
        return (
          (await frame
            .locator('body')
            .textContent({ timeout: 2000 })
            .catch(() => '')) ?? ''
        );
      };
      const numbers = async () =>
        read.test(await (selector === '#stage' ? status(page) : text())) ? true : null;
      await until(`${show} to show it`, numbers, 30_000);
      await reload(page);
      await indexed(page, 2);
      await until(`${show} to show it again`, numbers, 60_000);
      await command(page, 'View: Close All Editors');
    }
    await quickOpen(page, 'tea is taxed.md');
    await command(page, 'Markdown: Open Preview to the Side');
    const link = async () =>
      (await frameWith(page, '.markdown-body')).locator('a.claimwright-found');
    await until('the link', async () => ((await (await link()).count()) > 0 ? true : null), 30_000);
    await reload(page);
    // A preview begins nothing: it shows links as soon as somebody has the notes read.
    const plain = await frameWith(page, '.markdown-body');
    await until('the preview', visible(plain.getByText('[[tea is dear]]')), 30_000);
    assert.equal(await serverItems(), 0);
    await page.getByText('Read It as a Vault').click();
    await until(
      'the link again',
      async () => ((await (await link()).count()) > 0 ? true : null),
      60_000,
    );
  });

  async function status(page: Window['page']): Promise<string> {
    const frame = await frameWith(page, '#stage');
    return (
      (await frame
        .locator('#status')
        .textContent({ timeout: 2000 })
        .catch(() => '')) ?? ''
    );
  }

  async function serverItems(): Promise<number> {
    return window.page.locator('.statusbar-item', { hasText: /\d notes?\b/u }).count();
  }
});
