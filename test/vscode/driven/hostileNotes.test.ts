/** Notes whose every word would be a link, an image, a command or an icon, in a real window: all that is shown of them is words. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { hostileNotes } from '../../reliability/hostileWords';
import {
  command,
  doUntil,
  focusEditor,
  goTo,
  hoverText,
  indexed,
  openWindow,
  press,
  pressUntil,
  quickOpen,
  screenshot,
  suggestions,
  until,
  visible,
  type Window,
} from '../drive';
import { extensionPath, pictures } from './vault';

/** What would run something, or ask for something. */
const DANGEROUS = ['href', 'data-href']
  .flatMap(name =>
    ['command:workbench', 'javascript:', 'data:text'].map(start => `[${name}^="${start}"]`),
  )
  .join();

describe('hostile notes in a window', function () {
  this.timeout(240_000);
  let root: string;
  let window: Window;
  let server: Server;
  let at: string;
  let files: Record<string, string>;
  const asked: string[] = [];
  const dialogs: string[] = [];

  before(async () => {
    server = createServer((request, response) => {
      asked.push(String(request.url));
      response.end();
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    files = hostileNotes(at);
    root = mkdtempSync(join(tmpdir(), 'claimwright-hostile-'));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    window = await openWindow({
      folder: root,
      extensionPath,
      size: { width: 1600, height: 1000 },
      say: () => {},
      settings: { 'workbench.hover.delay': 100, 'claimwright.inlayHints.confidence': true },
    });
    window.page.on('dialog', dialog => dialogs.push(dialog.message()));
    await indexed(window.page, 3);
  });

  after(async () => {
    await window?.close();
    server?.close();
    if (root !== undefined) rmSync(root, { recursive: true, force: true });
  });

  afterEach(async function () {
    const name = this.currentTest?.title.replace(/\W+/gu, '-') ?? '';
    await screenshot(window.page, join(pictures, `hostile-${name}.png`));
    for (const frame of window.page.frames()) {
      const found = await frame
        .locator(`${DANGEROUS}, [src^="${at}"], .terminal-wrapper`)
        .evaluateAll(all => all.map(element => element.outerHTML))
        .catch(() => []);
      assert.deepEqual(found, []);
    }
    assert.deepEqual(asked, [], 'nothing was asked for over the network');
    assert.deepEqual(dialogs, [], 'no script ran');
  });

  it('hovers', async () => {
    const { page } = window;
    await quickOpen(page, 'asks.md');
    for (const [line, column] of [
      [lineOf('asks.md', 'See [['), 8],
      [lineOf('asks.md', 'See [['), 24],
      [lineOf('asks.md', 'depends_on'), 20],
      [lineOf('asks.md', 'mood'), 2],
      [lineOf('asks.md', 'confidence'), 16],
    ] as const) {
      await goTo(page, line, column);
      const text = await hoverText(page);
      assert.notEqual(text, '');
      assert.equal(await page.locator('.monaco-hover:visible .codicon-zap').count(), 0);
      await press(page, 'Escape');
    }
  });

  it('completions, with what is told of them', async () => {
    const { page } = window;
    await quickOpen(page, 'asks.md');
    await goTo(page, lineOf('asks.md', '\n[[') + 1, 3);
    const details = page.locator('.suggest-details:visible');
    await pressUntil(page, 'the list', ['Escape', 'Control+Space'], async () => {
      return (await suggestions(page, 1000).catch(() => [])).length > 0 || null;
    });
    await pressUntil(page, 'what is told', ['Control+Space'], visible(details), { againMs: 2000 });
    assert.match((await details.textContent()) ?? '', /\[x\]\(command:workbench/u);
    assert.equal(await page.locator('.suggest-widget .codicon-zap').count(), 0);
    await press(page, 'Escape', 'Escape');
  });

  it('problems', async () => {
    const { page } = window;
    await quickOpen(page, 'asks.md');
    const zone = page.locator('.zone-widget .peekview-widget, .marker-widget').first();
    await pressUntil(page, 'a problem', ['F8'], visible(zone), { againMs: 4000 });
    assert.equal(await zone.locator('.codicon-zap').count(), 0);
    await press(page, 'Escape', 'ControlOrMeta+Shift+m');
    const list = page.locator('.markers-panel .monaco-list-row');
    await until('the list of problems', visible(list.first()));
    assert.equal(await page.locator('.markers-panel .codicon-zap').count(), 0);
    await press(page, 'ControlOrMeta+j');
  });

  it('the claim view and the inbox, with their tooltips', async () => {
    const { page } = window;
    await quickOpen(page, 'target.md');
    await command(page, 'Claimwright: Focus on Claim View');
    const rows = page.locator('.part.sidebar .monaco-list-row');
    await until('rows', async () => (await rows.count()) > 6 || null, 30_000);
    const tooltip = page.locator('.monaco-hover:visible, .workbench-hover:visible').first();
    for (let row = 0; row < (await rows.count()); row++) {
      await doUntil(
        'a tooltip',
        async () => {
          await page.mouse.move(900, 900);
          await rows
            .nth(row)
            .hover({ timeout: 2000 })
            .catch(() => {});
        },
        async () => (await tooltip.isVisible()) || null,
      );
      assert.equal(await tooltip.locator('img, .codicon-zap').count(), 0);
      assert.equal(await page.locator(DANGEROUS).count(), 0);
      assert.doesNotMatch((await tooltip.textContent()) ?? '', /\\[()[\]<>!]/u);
    }
    await page.mouse.move(900, 900);
    assert.equal(await page.locator('.part.sidebar .codicon-zap').count(), 0);
  });

  it('code lenses and lists to choose from', async () => {
    const { page } = window;
    await quickOpen(page, 'source.md');
    const lens = page.locator('.codelens-decoration', { hasText: 'zap' });
    await until(
      'the hints above their lines',
      visible(page.locator('.codelens-decoration')),
      30_000,
    );
    assert.equal(await page.locator('.codelens-decoration .codicon-zap').count(), 0);
    assert.ok((await lens.count()) <= 3);
    const list = page.locator('.quick-input-list .monaco-list-row');
    await pressUntil(page, 'the hints to choose from', ['Shift+Alt+p'], visible(list.first()), {
      againMs: 6000,
    });
    assert.match((await list.allTextContents()).join(), /\$\u2060?\(zap\)/u);
    assert.equal(await page.locator('.quick-input-list .codicon-zap').count(), 0);
    await press(page, 'Escape');
  });

  it('the pages of health and of the graph', async () => {
    const { page } = window;
    await quickOpen(page, 'target.md');
    await command(page, 'Claimwright: Show Argument Graph');
    await shown('#stage[aria-busy="false"]');
    await command(page, 'Claimwright: Vault Health');
    await shown('.figure');
    for (const frame of page.frames()) {
      const policy = frame.locator('meta[http-equiv="Content-Security-Policy"]');
      if ((await frame.locator('.figure, #stage').count()) === 0) continue;
      assert.match(
        (await policy.getAttribute('content')) ?? '',
        /^default-src 'none'; script-src 'nonce-/u,
      );
      assert.equal(await frame.locator('img, iframe, form, object').count(), 0);
    }
  });

  it('the Markdown preview', async () => {
    const { page } = window;
    await command(page, 'View: Close All Editors');
    await quickOpen(page, 'asks.md');
    await command(page, 'Markdown: Open Preview to the Side');
    await shown('a.claimwright-link, .claimwright-missing, [class*="claimwright"]');
    await focusEditor(page);
  });

  /** Waits for a page in which this is. */
  async function shown(selector: string): Promise<void> {
    await until(
      selector,
      async () => {
        for (const frame of window.page.frames())
          if (
            (await frame
              .locator(selector)
              .count()
              .catch(() => 0)) > 0
          )
            return true;
        return null;
      },
      30_000,
    );
  }

  function lineOf(path: string, words: string): number {
    const text = files[path] ?? '';
    const index = text.lastIndexOf(words);
    assert.ok(index >= 0, words);
    return text.slice(0, index).split('\n').length;
  }
});
