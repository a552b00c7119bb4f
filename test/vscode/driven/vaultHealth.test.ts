/** The page of a vault's health by keys, in a real window: its numbers, a note behind one, and what a change does to it. */
import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { commitAll, needGit, repositoryIn } from '../../support/gitRepository';
import {
  command,
  doUntil,
  indexed,
  openWindow,
  press,
  screenshot,
  type,
  until,
  visible,
  type Window,
} from '../drive';
import { copyVault, extensionPath, pictures, type VaultCopy } from './vault';

const THEMES = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  'high-contrast': 'Default High Contrast',
};

describe('vault health, by keys', () => {
  let vault: VaultCopy;

  before(() => {
    vault = copyVault();
  });

  after(() => vault?.remove());

  it('shows broken links over time when it is asked to', async function () {
    needGit(this);
    repositoryIn(vault.root);
    const note = join(vault.root, 'what is new.md');
    writeFileSync(note, '[[gone for good]] [[never there]] [[nor this]]');
    commitAll(vault.root, '2040-01-01T12:00:00Z');
    const window = await opened('light');
    try {
      const health = await shownHealth(window);
      const card = health.getByRole('region', { name: 'Broken links over time' });
      await card.getByRole('button').focus();
      const chart = card.getByRole('img');
      await doUntil('the chart', () => press(window.page, 'Enter'), visible(chart), {
        againMs: 20_000,
      });
      const missing = missingLinks(vault).toLocaleString('en-US');
      const summary = (await chart.getAttribute('aria-label')) ?? '';
      assert.match(summary, new RegExp(`^Links that led nowhere: ${missing} on `, 'u'));
      assert.equal(await card.locator('.dot').count(), 2);
      await card.getByText('Each commit in numbers').click();
      await screenshot(window.page, join(pictures, 'vault-health-history.png'));
    } finally {
      await window.close();
      rmSync(note);
      rmSync(join(vault.root, '.git'), { recursive: true });
    }
  });

  it('counts the vault, leads to a note beside it, and follows a change', async () => {
    const window = await opened('dark');
    try {
      const { page } = window;
      const health = await shownHealth(window);
      const missing = health.getByRole('button', { name: 'missing', exact: true });
      const row = health.getByRole('row').filter({ has: missing });
      const count = async () =>
        Number(/\d[\d,.]*/u.exec((await row.allInnerTexts()).join())?.[0].replace(/\D/gu, ''));
      const before = await count();
      assert.equal(before, missingLinks(vault));
      await screenshot(page, join(pictures, 'vault-health.png'));
      // To its row by the large number that counts it.
      await health.getByRole('button', { name: /working links/u }).focus();
      const notes = health.locator('.note');
      await doUntil('the notes behind it', () => press(page, 'Enter'), visible(notes.first()));
      await until('the focus on its row', visible(missing.and(health.locator(':focus'))));
      await screenshot(page, join(pictures, 'vault-health-notes.png'));
      const title = ((await notes.first().textContent()) ?? '').slice(0, 40);
      await press(page, 'Tab');
      const tab = page.locator('.part.editor .tab', { hasText: title });
      await doUntil(`“${title}” beside it`, () => press(page, 'Enter'), visible(tab), {
        againMs: 10_000,
      });
      await until('two groups', async () => {
        return (await page.locator('.part.editor .editor-group-container').count()) === 2 || null;
      });
      await screenshot(page, join(pictures, 'vault-health-beside.png'));
      // What is typed counts before it is saved.
      await until('the caret in it', visible(page.locator('.part.editor .monaco-editor.focused')));
      await press(page, 'ControlOrMeta+End', 'Enter');
      await type(page, 'See [[what nobody ever wrote]] ');
      await until('one more', async () => (await count()) === before + 1 || null, 60_000);
    } finally {
      await window.close();
    }
  });

  for (const theme of ['light', 'high-contrast'] as const)
    it(`looks right in ${theme}`, async () => {
      const window = await opened(theme);
      try {
        await shownHealth(window);
        await screenshot(window.page, join(pictures, `vault-health-${theme}.png`));
      } finally {
        await window.close();
      }
    });

  async function opened(theme: keyof typeof THEMES): Promise<Window> {
    return openWindow({
      folder: vault.root,
      extensionPath,
      colorTheme: THEMES[theme],
      say: () => {},
    });
  }
});

async function shownHealth({ page }: Window): Promise<FrameLocator> {
  await indexed(page);
  await command(page, 'Claimwright: Vault Health');
  const frame = page.frameLocator('iframe.webview').frameLocator('#active-frame');
  await until('the numbers', visible(frame.locator('.figure').first()), 60_000);
  return frame;
}

function missingLinks({ index }: VaultCopy): number {
  let missing = 0;
  for (const path of index.notes())
    for (const link of index.note(path)?.links ?? [])
      if (index.resolve(link, path).kind === 'missing') missing++;
  return missing;
}
