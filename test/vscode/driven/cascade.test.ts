/** A claim loses confidence, and what rests on it is looked at again, one note after the other, by keys alone. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { today } from '../../../server/today';
import {
  answer,
  command,
  goTo,
  indexed,
  openActions,
  openWindow,
  press,
  quickOpen,
  saveAll,
  screenshot,
  titled,
  type,
  until,
  type Window,
} from '../drive';
import { copyExample, extensionPath, pictures, type VaultCopy } from './vault';

const CLAIM = 'protected bike lanes lose most of their value at the first unprotected junction.md';
const BELIEF = 'agents/ada/beliefs/a route has to be unbroken before it can be popular.md';
const NETWORK =
  'domains/street-design/a cycling network is judged by its worst two hundred metres rather than its average.md';

describe('what rests on a claim, by keys', () => {
  let vault: VaultCopy;
  let window: Window;

  before(async () => {
    vault = copyExample();
    window = await openWindow({ folder: vault.root, extensionPath, say: () => {} });
    await quickOpen(window.page, CLAIM);
    await indexed(window.page, [...vault.index.notes()].length);
  });

  after(async () => {
    await window?.close();
    vault?.remove();
  });

  it('is not listed before the change has a date', async () => {
    const { page } = window;
    await goTo(page, 5, 13);
    await press(page, 'Shift+End');
    await type(page, 'speculative', 40);
    await press(page, 'Escape');
    await command(page, 'Claimwright: Review What Rests on This…');
    const toast = page.locator('.notification-toast');
    await toast.filter({ hasText: 'No note waits to be evaluated again.' }).waitFor();
    await command(page, 'Notifications: Clear All Notifications');
  });

  it('is listed when it has one', async () => {
    const { page } = window;
    await goTo(page, 5, 16);
    await openActions(page, 'Record the change');
    const menu = page.locator('.action-widget .monaco-list-row');
    await screenshot(page, join(pictures, 'cascade-record.png'));
    await until('the action to be chosen', async () => {
      const focused = (await menu.and(page.locator('.focused')).allTextContents()).join();
      if (focused.includes('Record the change')) return true;
      await press(page, 'ArrowDown');
      return null;
    });
    await press(page, 'Enter');
    const claim = `domains/street-design/${CLAIM}`;
    await saveAll(
      page,
      'the change to be dated',
      async () => vault.read(claim).includes(`\nrevised: ${today()}\n`) || null,
    );
    assert.match(vault.read(claim), /\nconfidence: speculative\n/u);
  });

  it('is shown one by one, and marked', async () => {
    const { page } = window;
    await command(page, 'Claimwright: Review What Rests on This…');
    await titled(page, /^1 of 2: a route has to be unbroken/u);
    const shown = await page.locator('.quick-input-widget input').getAttribute('placeholder');
    assert.match(
      shown ?? '',
      /^Revised on .* “protected bike lanes lose .*, on which this belief/u,
    );
    await screenshot(page, join(pictures, 'cascade-review.png'));
    await answer(page);
    await titled(page, /^2 of 2: a cycling network is judged/u);
    await press(page, 'ArrowDown');
    await answer(page);
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await saveAll(
      page,
      'the belief to be marked',
      async () => vault.read(BELIEF).includes(`\nlast_evaluated: ${today()}\n`) || null,
    );
    assert.doesNotMatch(vault.read(NETWORK), new RegExp(`last_evaluated: ${today()}`, 'u'));
    // In another note, all that wait are shown.
    await command(page, 'Claimwright: Review What Rests on This…');
    await titled(page, /^1 of 1: a cycling network is judged/u);
    await press(page, 'Escape');
  });
});
