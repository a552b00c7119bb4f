/** Links repaired by keys alone, in a real window: the safe ones at once, the others by asking, all of it one undo. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  answer,
  command,
  doUntil,
  hidden,
  indexed,
  openWindow,
  pick,
  press,
  pressUntil,
  quickOpen,
  saveAll,
  screenshot,
  titled,
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
    await indexed(window.page, [...vault.index.notes()].length + 1);
  });

  after(async () => {
    await window?.close();
    vault?.remove();
  });

  it('says nothing of links that are whole where one is left as it is', async () => {
    const { page } = window;
    await quickOpen(page, 'scratch.md');
    await command(page, 'Claimwright: Repair Links…');
    await titled(page, /^Repair links$/u);
    await pick(page, 'This note');
    await titled(page, /1 is safe/u);
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
    const { page } = window;
    await begin();
    await titled(page, /1 is safe/u);
    await screenshot(page, join(pictures, 'repair-safe.png'));
    await pick(page, 'Leave it');
    await titled(page, /1 of 2/u);
    await pressUntil(
      page,
      'the question to go',
      ['Escape'],
      hidden(page.locator('.quick-input-widget')),
    );
    for (const [path, text] of texts) assert.equal(vault.read(path), text);
  });

  it('repairs what was chosen after a preview', async () => {
    const { page } = window;
    await begin();
    await titled(page, /1 is safe/u);
    await answer(page);
    // The other near link, a title cut short, is left alone.
    await titled(page, /1 of 2 \(1 link\).*\[\[trial layouts in cheap materials\]\]/u);
    await screenshot(page, join(pictures, 'repair-question.png'));
    await pick(page, 'Skip');
    await titled(page, /2 of 2 \(1 link\).*\[\[shopkeepers on market/u);
    const shown = await page.locator('.quick-input-widget').textContent();
    assert.match(shown ?? '', /shares “/u);
    assert.match(shown ?? '', /Remove the link, keep the text/u);
    await answer(page);
    const preview = page.locator('.bulk-edit-panel .monaco-list-row').first();
    await preview.waitFor();
    await screenshot(page, join(pictures, 'repair-preview.png'));
    const expected = new Map([
      ['scratch.md', `First [[${TRIAL}]].\n`],
      [SHOPS, (texts.get(SHOPS) ?? '').replace(`[[${MISSED}`, `[[${MEANT}`)],
    ]);
    assert.notEqual(expected.get(SHOPS), texts.get(SHOPS));
    await doUntil(
      'both notes to be mended',
      // Without the preview the key would be for a note.
      async () => (await preview.isVisible()) && press(page, 'ControlOrMeta+Enter'),
      async () => [...expected].every(([path, text]) => vault.read(path) === text) || null,
    );
  });

  it('takes all of it back with one undo', async () => {
    const { page } = window;
    await quickOpen(page, 'scratch.md');
    const changed = page.locator('.part.editor .tab.dirty');
    const both = async () => (await changed.count()) > 1 || null;
    await pressUntil(page, 'both notes to be undone', ['ControlOrMeta+z'], both, { againMs: 6000 });
    await screenshot(page, join(pictures, 'repair-undo.png'));
    await saveAll(
      page,
      'both notes to be as they were',
      async () => [...texts].every(([path, text]) => vault.read(path) === text) || null,
    );
  });

  async function begin(): Promise<void> {
    const { page } = window;
    await quickOpen(page, 'scratch.md');
    await command(page, 'Claimwright: Repair Links…');
    await titled(page, /^Repair links$/u);
    await pick(page, 'The whole vault');
  }
});
