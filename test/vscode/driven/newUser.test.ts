/**
 * Somebody who knows nothing but the walkthrough, in a VS Code as on its first day: opens the example vault, writes a
 * link, mends a fault, makes claims of a source, renames one and writes one. Each step leaves a picture and its time.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import {
  answer,
  command,
  doUntil,
  goTo,
  indexed,
  openActions,
  openWindow,
  press,
  pressUntil,
  quickOpen,
  screenshot,
  suggestions,
  titled,
  type,
  until,
  visible,
  type Window,
  waitForSettled,
} from '../drive';
import { extensionPath, pictures } from './vault';

const MOST_MINUTES = 5;
/** Milliseconds between two keys, of somebody who types fast. */
const KEY = 60;

describe('the first five minutes, by the walkthrough', function () {
  this.timeout(120_000);
  let window: Window;
  let page: Page;
  /** Of the copy of the example vault. */
  let root = '';
  let begun = 0;
  let shown = 0;

  before(async () => {
    window = await openWindow({ folder: null, extensionPath, fresh: true, say: () => {} });
    page = window.page;
    begun = Date.now();
  });

  after(() => window?.close());

  afterEach(async () => {
    const file = `new-user-${++shown}.png`;
    await screenshot(page, join(pictures, file));
    console.log(`      ${seconds().toFixed(0)} s, ${file}`);
  });

  it('opens the example vault from the walkthrough, which goes on beside it', async () => {
    await command(page, 'Claimwright: Get Started');
    await screenshot(page, join(pictures, 'new-user-0.png'));
    await step('Open Example Vault').click({ timeout: 60_000 });
    await page.waitForURL(/example-vault/u);
    root = new URL(page.url()).searchParams.get('folder') ?? '';
    await waitForSettled(page);
    await indexed(page, 35);
    await step('Write a link').waitFor();
    await done('vault');
  });

  it('writes a link out of the middle of a title', async () => {
    await quickOpen(page, 'domains/street-design/_map.md');
    await press(page, 'ControlOrMeta+End', 'Enter');
    await type(page, '[[bike lanes junction', KEY);
    await suggestions(page);
    await press(page, 'Enter');
    const link = /\n\[\[protected bike lanes lose most of their value[^\]]*\]\]$/u;
    await saved('domains/street-design/_map.md', link);
    await done('link');
  });

  it('mends a word by its fix', async () => {
    const title =
      'continuous footways at side roads slow turning cars more than signs or paint do.md';
    await quickOpen(page, title);
    await goTo(page, 5, 14);
    await openActions(page, 'likely');
    await press(page, 'Enter');
    await saved(`domains/street-design/${title}`, /^confidence: likely$/mu);
    await done('mend');
  });

  it('makes two claims of a source that waits in the inbox', async () => {
    const claims = () => readdirSync(note('domains/street-design'));
    const before = claims();
    await command(page, 'Claimwright: Focus on Inbox View');
    const source = page.locator('.pane .monaco-list-row', { hasText: 'Five Gates' }).first();
    await source.waitFor();
    await screenshot(page, join(pictures, 'new-user-inbox.png'));
    await quickOpen(page, '2026-09-22-oduya-school-street-counts.md');
    const question = page.locator('.quick-input-widget:not([style*="display: none"])');
    await pressUntil(page, 'the hints', ['Shift+Alt+p'], visible(question), { againMs: 8000 });
    await titled(page, /Promote/u);
    await answer(page);
    await titled(page, /1 of 2/u);
    await answer(page);
    await titled(page, /2 of 2/u);
    await answer(page);
    await until('two claims', async () => claims().length === before.length + 2 || null);
    const made = claims().filter(each => !before.includes(each));
    for (const each of made) {
      const path = note(`domains/street-design/${each}`);
      const whole = /^type: claim$.*^source: [^\n]*Five Gates/msu;
      await until(each, async () => whole.test(readFileSync(path, 'utf8')) || null);
    }
    await until('the last claim to have the focus', async () => {
      const tab = page.locator('.part.editor .editor-group-container.active .tab.active');
      return made.includes((await tab.getAttribute('data-resource-name')) ?? '') || null;
    });
    await done('promote');
  });

  it('says a title better, and its links follow', async () => {
    const map = note('domains/street-design/_map.md');
    await command(page, 'View: Close All Editors');
    await quickOpen(page, 'domains/street-design/_map.md');
    const line = readFileSync(map, 'utf8').trimEnd().split('\n').length;
    await goTo(page, line, 20);
    const box = page.locator('.monaco-editor.rename-box input');
    await pressUntil(page, 'the box for the new name', ['F2'], visible(box), { againMs: 6000 });
    await box.fill('protected bike lanes are worth little beyond the first unprotected junction');
    await press(page, 'Enter');
    const apply = page.locator('.monaco-button:visible', { hasText: 'Apply' }).first();
    const renamed = note(
      'domains/street-design/protected bike lanes are worth little beyond the first unprotected junction.md',
    );
    await doUntil(
      'the note to be renamed',
      async () => {
        if (await apply.isVisible()) await apply.click({ timeout: 2000 }).catch(() => {});
      },
      async () => existsSync(renamed) || null,
    );
    await done('rename');
  });

  it('writes a claim', async () => {
    const title = 'a bike shed with a lamp is used twice as much in winter';
    await quickOpen(page, 'domains/street-design/_map.md');
    await command(page, 'Claimwright: New Claim…');
    await titled(page, /New claim/u);
    await type(page, title, KEY / 2);
    await screenshot(page, join(pictures, 'new-user-title.png'));
    await answer(page);
    const path = `domains/street-design/${title}.md`;
    await until('the claim', async () => existsSync(note(path)) || null);
    await saved(path, /^type: claim\ndomain: street-design$/mu);
  });

  it('took less than five minutes', () => {
    assert.ok(seconds() < MOST_MINUTES * 60, `${seconds()} s`);
  });

  function seconds(): number {
    return (Date.now() - begun) / 1000;
  }

  /** VS Code saves by itself in a browser, and elsewhere this does. */
  async function saved(path: string, pattern: RegExp): Promise<void> {
    await until(`${path} to be saved`, async () => {
      await press(page, 'ControlOrMeta+s');
      return pattern.test(readFileSync(note(path), 'utf8')) || null;
    });
  }

  function note(path: string): string {
    return join(root, path);
  }

  /** Words of the walkthrough. */
  function step(words: string) {
    return page.locator('.gettingStartedContainer').getByText(words, { exact: true }).first();
  }

  /** Its step has a tick. */
  async function done(id: string): Promise<void> {
    const tick = page.locator(
      `.gettingStartedContainer [data-step-id$="#${id}"] .codicon-getting-started-step-checked`,
    );
    await doUntil(
      `a tick at ${id}`,
      () => command(page, 'Claimwright: Get Started'),
      async () => (await tick.count()) > 0 || null,
      { againMs: 8000 },
    );
  }
});
