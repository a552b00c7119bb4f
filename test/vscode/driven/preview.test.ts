/** VS Code's own Markdown preview of a vault's notes, in a real window: what links show, where they lead, and that it stays true. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { confidenceOf } from '../../../server/core/features/argument/inlayHints';
import { nameOf } from '../../../server/core/vault/names';
import {
  command,
  doUntil,
  focusEditor,
  goTo,
  hidden,
  indexed,
  openWindow,
  press,
  pressUntil,
  quickOpen,
  screenshot,
  type,
  until,
  visible,
  type Window,
} from '../drive';
import { copyVault, extensionPath, pictures, type VaultCopy } from './vault';

const PREVIEW = 'Markdown: Open Preview to the Side';
const SAMPLE = 'notes/a sample.md';
/** Grey, 2 by 2 pixels. */
const IMAGE =
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFElEQVR4nGNsaGhgYGBgYoABABLeAZ+xoUVVAAAAAElFTkSuQmCC';

describe('the Markdown preview of a note', () => {
  let vault: VaultCopy;
  let window: Window;
  /** The note of a confidence that most notes link to, and its level. */
  let claim: string;
  let level: string;

  before(async () => {
    vault = copyVault();
    console.log(
      `    on a copy of ${vault.real ? 'the real vault' : 'the example vault: the real one is not here'}`,
    );
    const { index } = vault;
    const links = (path: string) => index.backlinks(path).length;
    const levelled = [...index.notes()].filter(path => confidenceOf(index, path) !== null);
    claim = levelled.reduce((best, path) => (links(path) > links(best) ? path : best));
    level = confidenceOf(index, claim)?.word ?? assert.fail();
    write(SAMPLE, sample());
    write(
      'notes/part.md',
      '---\ntype: musing\n---\n# Part\n\nOut.\n\n## In\n\nSaid. ![[picture.png|40x40]]\n\n## After\n\nOut.\n',
    );
    write('notes/more/picture.png', Buffer.from(IMAGE, 'base64'));
    window = await openWindow({ folder: vault.root, extensionPath, say: () => {} });
    await quickOpen(window.page, SAMPLE);
    await indexed(window.page);
    await command(window.page, PREVIEW);
  });

  after(async () => {
    await window?.close();
    vault?.remove();
  });

  it('shows links with the confidence of what they lead to, broken ones as broken, and embeds', async () => {
    const { page } = window;
    await has(page, 'a.claimwright-found', nameOf(claim));
    await has(page, '.claimwright-confidence', level);
    const missing = await has(page, '.claimwright-missing', 'no such note at all');
    assert.match((await missing.getAttribute('title')) ?? '', /^No note or file is called/u);
    const style = await missing.evaluate(
      each => (globalThis as unknown as Styles).getComputedStyle(each).textDecorationStyle,
    );
    assert.equal(style, 'dotted');
    await has(page, '.claimwright-ambiguous', '_map');
    await has(page, '.claimwright-no-place', 'part > Nowhere');
    const embed = await has(page, '.claimwright-embed', 'Said.');
    assert.ok(!((await embed.textContent()) ?? '').includes('Out.'));
    const loaded = await embed.locator('img').evaluate(async each => {
      const image = each as unknown as { decode(): Promise<void>; naturalWidth: number };
      await image.decode();
      return image.naturalWidth;
    });
    assert.equal(loaded, 2);
    await has(page, 'code', '[[part]]');
  });

  it('shows a link while it is typed, without being loaded anew', async () => {
    const { page } = window;
    const frame = await shown(page);
    await frame.evaluate('globalThis.notLoadedAnew = true');
    await focusEditor(page);
    await goTo(page, 1);
    await press(page, 'ControlOrMeta+End');
    await type(page, 'Typed: [[part|just now]] and [[also missing', 30);
    await has(page, 'a.claimwright-found', 'just now');
    await has(page, '.claimwright-missing', 'also missing');
    assert.equal(await (await shown(page)).evaluate('globalThis.notLoadedAnew'), true);
  });

  it('shows what a note says now that was changed elsewhere', async () => {
    const { page } = window;
    const other = level === 'proven' ? 'speculative' : 'proven';
    const text = vault.read(claim);
    write(claim, text.replace(/^confidence:.*$/mu, `confidence: ${other}`));
    await has(page, '.claimwright-confidence', other);
    write(claim, text);
    await has(page, '.claimwright-confidence', level);
    write('notes/no such note at all.md', 'There.\n');
    await has(page, 'a.claimwright-found', 'no such note at all');
  });

  it('takes its settings at once', async () => {
    const { page } = window;
    settings({ 'claimwright.preview.confidence': false });
    await until('no level', async () => {
      // The page may be loaded anew meanwhile.
      const levels = (await shown(page)).locator('.claimwright-confidence');
      return (await levels.count().catch(() => 1)) === 0 || null;
    });
    await has(page, 'a.claimwright-found', nameOf(claim));
    settings({ 'claimwright.preview.enabled': false });
    await has(page, 'p', `[[${nameOf(claim)}]]`);
    settings({});
    await has(page, '.claimwright-confidence', level);
  });

  for (const [name, theme, kind] of [
    ['light', 'Default Light Modern', 'vscode-light'],
    ['dark', 'Default Dark Modern', 'vscode-dark'],
    ['contrast', 'Default High Contrast', 'vscode-high-contrast'],
  ] as const)
    it(`can be seen in ${name} colours`, async () => {
      const { page } = window;
      settings({ 'workbench.colorTheme': theme });
      await until('the theme', async () => {
        const bodies = (await shown(page)).locator(`body.${kind}`);
        return (await bodies.count().catch(() => 0)) > 0 || null;
      });
      const sideBar = page.locator('.part.sidebar');
      await pressUntil(page, 'the side bar to shut', ['ControlOrMeta+b'], hidden(sideBar));
      await screenshot(page, join(pictures, `preview-${name}.png`));
      await pressUntil(page, 'the side bar', ['ControlOrMeta+b'], visible(sideBar));
    });

  it('leads to the note, and on from there', async () => {
    const { page } = window;
    settings({});
    // The page may be loaded anew under the mouse, as the colours change.
    await doUntil(
      'the note that a link leads to',
      async () => {
        const link = (await shown(page)).locator('a.claimwright-no-place').first();
        await link.click({ timeout: 3000 }).catch(() => {});
      },
      async () => {
        const after = (await shown(page)).locator('h2', { hasText: 'After' });
        return (await after.count().catch(() => 0)) > 0 || null;
      },
    );
    await has(page, 'p:has(img)', 'Said.').catch(async error =>
      assert.fail(`${error.message} ${await (await shown(page)).locator('body').innerHTML()}`),
    );
  });

  function write(path: string, content: string | Buffer): void {
    mkdirSync(dirname(join(vault.root, path)), { recursive: true });
    writeFileSync(join(vault.root, path), content);
  }

  function settings(values: Readonly<Record<string, unknown>>): void {
    write('.vscode/settings.json', JSON.stringify(values));
  }

  function sample(): string {
    return [
      '---\ntype: musing\n---\n# A sample\n',
      `It rests on [[${nameOf(claim)}]], and on [[no such note at all]], [[_map]] and [[part#Nowhere]].\n`,
      'In code `[[part]]` is code.\n',
      '| a table | with a link |\n| --- | --- |\n| one | [[part\\|the part]] |\n',
      '![[part#In]]\n',
      '',
    ].join('\n');
  }
});

describe('the Markdown preview of a file that is in no vault', () => {
  let root: string;
  let window: Window;

  before(async () => {
    root = mkdtempSync(join(tmpdir(), 'claimwright-plain-'));
    writeFileSync(
      join(root, 'README.md'),
      '# Read me\n\nSee [[this|that]] and [[1]](https://x.org).\n',
    );
    writeFileSync(join(root, 'this.md'), 'So.\n');
    window = await openWindow({ folder: root, extensionPath, say: () => {} });
  });

  after(async () => {
    await window?.close();
    rmSync(root, { recursive: true, force: true });
  });

  it('stays as it is, and no server starts', async () => {
    const { page } = window;
    await quickOpen(page, 'README.md');
    await command(page, PREVIEW);
    await has(page, 'p', 'See [[this|that]] and [1].');
    await noServer();
  });

  it('is a note once the inbox is opened', async () => {
    const { page } = window;
    await command(page, 'Claimwright: Focus on Claim View');
    await indexed(page, 2);
    await has(page, 'a.claimwright-found', 'that');
  });

  async function noServer(): Promise<void> {
    const items = window.page.locator('.statusbar-item', { hasText: /Claimwright|\d notes?\b/u });
    assert.equal(await items.count(), 0);
  }
});

/** What there is in the document, and not here. */
interface Styles {
  getComputedStyle(element: unknown): { readonly textDecorationStyle: string };
}

/** The document inside the preview. */
async function shown(page: Page): Promise<Frame> {
  return until('the preview', async () => {
    for (const frame of page.frames()) {
      const found = await frame
        .locator('.markdown-body')
        .count()
        .catch(() => 0);
      if (found > 0) return frame;
    }
    return null;
  });
}

/** Something in the preview that shows this text. */
async function has(page: Page, selector: string, text: string) {
  return until(
    `${selector} with “${text}”`,
    async () => {
      const found = (await shown(page)).locator(selector, { hasText: text }).first();
      return (await found.count().catch(() => 0)) > 0 ? found : null;
    },
    30_000,
  );
}
