/** Links repaired by keys alone, in a real window: the safe ones at once, the others by asking, all of it one undo. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  openWindow,
  pick,
  press,
  quickOpen,
  screenshot,
  statusBar,
  type,
  until,
  type Window,
} from '../drive';
import { copyExample, extensionPath, pictures, type VaultCopy } from './vault';

const TRIAL =
  'trial layouts in cheap materials find junction faults before concrete makes them permanent';
const SHOPS =
  'domains/street-design/protected bike lanes raise shop takings where most customers live within two kilometres.md';
const MISSED = 'shopkeepers on market streets overestimate how many customers arrive by car';
const MEANT = 'traders on shopping streets overestimate how many customers arrive by car';

describe('links, repaired by keys', () => {
  let vault: VaultCopy;
  let window: Window;
  const texts = new Map<string, string>();

  before(async () => {
    vault = copyExample();
    writeFileSync(join(vault.root, 'scratch.md'), `First [[${TRIAL.replaceAll(' ', '-')}]].\n`);
    for (const path of ['scratch.md', SHOPS]) texts.set(path, vault.read(path));
    window = await openWindow({ folder: vault.root, extensionPath, say: () => {} });
    await quickOpen(window.page, 'scratch.md');
    const notes = `${[...vault.index.notes()].length + 1} notes`;
    const indexed = async () => (await statusBar(window.page)).join(' ').includes(notes) || null;
    await until('the vault to be indexed', indexed, 60_000);
  });

  after(async () => {
    await window?.close();
    vault?.remove();
  });

  it('says nothing of links that are whole where one is left as it is', async () => {
    const { page } = window;
    await quickOpen(page, 'scratch.md');
    await command('Claimwright: Repair Links…');
    await titled(/^Repair links$/u);
    await pick(page, 'This note');
    await titled(/1 is safe/u);
    const toasts = page.locator('.notification-toast');
    const shown = await toasts.allTextContents();
    assert.ok(!shown.some(text => text.includes('looking for')), shown.join());
    assert.ok(
      shown.some(text => /Renames in the past are not known\. The vault is in no git/u.test(text)),
      shown.join(),
    );
    await pick(page, 'Leave it');
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await page.waitForTimeout(500);
    const said = await toasts.allTextContents();
    assert.ok(!said.some(text => text.includes('Every link')), said.join());
  });

  it('asks where, about the safe ones, and about each other target, and Escape ends it', async () => {
    await begin();
    const { page } = window;
    await titled(/1 is safe/u);
    await screenshot(page, join(pictures, 'repair-safe.png'));
    await pick(page, 'Leave it');
    await titled(/1 of 2/u);
    await press(page, 'Escape');
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    for (const [path, text] of texts) assert.equal(vault.read(path), text);
  });

  it('repairs what was chosen after a preview', async () => {
    await begin();
    const { page } = window;
    await titled(/1 is safe/u);
    await press(page, 'Enter');
    // The other near link, a title cut short, is left alone.
    await titled(/1 of 2 \(1 link\).*\[\[trial layouts in cheap materials\]\]/u);
    await screenshot(page, join(pictures, 'repair-question.png'));
    await pick(page, 'Skip');
    await titled(/2 of 2 \(1 link\).*\[\[shopkeepers on market/u);
    const shown = await page.locator('.quick-input-widget').textContent();
    assert.match(shown ?? '', /shares “/u);
    assert.match(shown ?? '', /Remove the link, keep the text/u);
    await press(page, 'Enter');
    await preview();
    await screenshot(page, join(pictures, 'repair-preview.png'));
    await press(page, 'ControlOrMeta+Enter');
    const expected = new Map([
      ['scratch.md', `First [[${TRIAL}]].\n`],
      [SHOPS, (texts.get(SHOPS) ?? '').replace(`[[${MISSED}`, `[[${MEANT}`)],
    ]);
    assert.notEqual(expected.get(SHOPS), texts.get(SHOPS));
    await until(
      'both notes to be mended',
      async () => [...expected].every(([path, text]) => vault.read(path) === text) || null,
    );
  });

  it('takes all of it back with one undo', async () => {
    const { page } = window;
    await quickOpen(page, 'scratch.md');
    await press(page, 'ControlOrMeta+z');
    await page.locator('.part.editor .tab.dirty').nth(1).waitFor();
    await screenshot(page, join(pictures, 'repair-undo.png'));
    await command('File: Save All');
    await until(
      'both notes to be as they were',
      async () => [...texts].every(([path, text]) => vault.read(path) === text) || null,
    );
  });

  async function begin(): Promise<void> {
    await quickOpen(window.page, 'scratch.md');
    await command('Claimwright: Repair Links…');
    await titled(/^Repair links$/u);
    await pick(window.page, 'The whole vault');
  }

  async function command(name: string): Promise<void> {
    const { page } = window;
    await press(page, 'F1');
    await page.locator('.quick-input-widget input[type="text"]').waitFor();
    await type(page, name.replace('…', ''));
    await page
      .locator('.quick-input-list .monaco-list-row.focused')
      .filter({ hasText: name })
      .waitFor();
    await press(page, 'Enter');
  }

  async function titled(pattern: RegExp): Promise<void> {
    const title = window.page.locator('.quick-input-widget .quick-input-title');
    await until(`a question titled ${pattern}`, async () => {
      const text = await title.textContent({ timeout: 1000 }).catch(() => '');
      return pattern.test(text ?? '') || null;
    });
  }

  async function preview(): Promise<void> {
    await window.page.locator('.bulk-edit-panel .monaco-list-row').first().waitFor();
  }
});
