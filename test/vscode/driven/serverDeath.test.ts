/** The language server killed in a real window: each kind of work goes on; and where it dies at each start, one message says so. */
import assert from 'node:assert/strict';
import { cpSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { random } from '../../bench/titles';
import { skipped } from '../../support/skipped';
import {
  indexed,
  nameInExplorer,
  openWindow,
  press,
  quickOpen,
  screenshot,
  squiggles,
  titled,
  until,
  visible,
  type Window,
} from '../drive';
import { deeds } from '../kills/deeds';
import { copyExtension } from '../kills/extensionCopy';
import { serversOf } from '../kills/processes';
import { Trials } from '../kills/Trials';
import { copyExample, extensionPath, pictures, type VaultCopy } from './vault';

const FAULTY = 'continuous footways at side roads slow turning cars more than signs or paint do.md';

const MOVED =
  'a cycling network is judged by its worst two hundred metres rather than its average.md';

describe('the server killed while the author works', function () {
  this.timeout(240_000);
  let trials: Trials;
  const chance = random(20_260_301);

  before(async function () {
    if (process.platform !== 'linux') skipped(this, 'processes are found as Linux lists them');
    trials = new Trials();
    await trials.open();
  });

  after(() => trials?.close());

  for (const { name, run } of deeds)
    it(`goes on, and nothing is lost: ${name}`, async () => {
      await run(trials, chance);
    });
});

describe('a server that dies at each start', function () {
  this.timeout(240_000);
  let vault: VaultCopy;
  let window: Window;
  const extension = copyExtension(extensionPath);
  const server = join(extension, 'dist', 'server.js');

  before(async function () {
    if (process.platform !== 'linux') skipped(this, 'processes are found as Linux lists them');
    vault = copyExample();
    renameSync(server, `${server}.sound`);
    const starts = join(vault.root, '..', 'starts');
    writeFileSync(
      server,
      `require('node:fs').appendFileSync(${JSON.stringify(starts)}, '.'); process.exit(1);\n`,
    );
    window = await openWindow({ folder: vault.root, extensionPath: extension, say: () => {} });
  });

  after(async () => {
    await window?.close();
    vault?.remove();
  });

  it('is given up after a few, with one message, and is started again where the author wants it', async () => {
    const { page } = window;
    const toasts = page.locator('.notification-toast');
    await until('the message', async () => (await toasts.count()) > 0 || null, 60_000);
    const starts = () => vault.read('../starts').length;
    assert.equal(starts(), 6);
    // Nothing more comes of it.
    await page.waitForTimeout(12_000);
    assert.equal(starts(), 6);
    const said = await toasts.allInnerTexts();
    assert.equal(said.length, 1, said.join());
    assert.match(said[0] ?? '', /stopped again and again/u);
    await screenshot(page, join(pictures, 'server-given-up.png'));
    const item = page.locator('.statusbar-item', { hasText: 'Claimwright' });
    assert.match((await item.getAttribute('aria-label')) ?? '', /does not run/u);
    assert.deepEqual(serversOf(server), []);

    // The editor moves files all the same.
    await nameInExplorer(page, MOVED, 'networks.md');
    await press(page, 'Enter');
    const lost = toasts.filter({ hasText: 'no link to them is changed' });
    await until('the message about links', visible(lost), 30_000);
    assert.equal(await toasts.count(), 2);
    await screenshot(page, join(pictures, 'server-missing-move.png'));

    cpSync(`${server}.sound`, server);
    await toasts.getByText('Restart Server').click();
    await indexed(page);
    await quickOpen(page, FAULTY);
    await until('its fault', async () => (await squiggles(page)).error === 1 || null, 30_000);
    assert.equal(await toasts.count(), 1);
    await toasts.getByText('Repair Links…').click();
    await titled(page, /^Repair links$/u);
  });
});
