/** From source to claims by keys alone, in a real window: counted, checked, and taken back promotion by promotion. */
import assert from 'node:assert/strict';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { isOpen, type PlacedHint } from '../../../server/core/authoring/hints/Hint';
import { placedHints } from '../../../server/core/authoring/hints/placedHints';
import { checkNote } from '../../../server/core/rules/check';
import { textOf } from '../../../server/core/text/frontmatter';
import { nameOf } from '../../../server/core/vault/names';
import { Vault } from '../../../server/core/vault/Vault';
import { listFiles, readChange } from '../../../server/disk';
import { today } from '../../../server/today';
import { git, repositoryIn } from '../../support/gitRepository';
import {
  answer,
  command,
  doUntil,
  focusEditor,
  focusRow,
  goTo,
  hidden,
  indexed,
  openActions,
  openWindow,
  press,
  pressUntil,
  quickOpen,
  saveAll,
  screenshot,
  ticked,
  until,
  visible,
  type Window,
} from '../drive';
import { extensionPath, pictures } from './vault';

const SEED = resolve(import.meta.dirname, '..', '..', '..', '..', 'shared', 'seed-vault');
/** What the author may press between opening the source and the message. */
const MOST_KEYS = 8;

const ALIKE = /\d% alike/u;

/** Where the seed is not there: a source with two hints, and a claim that nearly says the second. */
const OWN: Readonly<Record<string, string>> = {
  'domains/baking/steam-in-the-oven-makes-a-crust-shine-and-never-thicker.md': `---
type: claim
domain: baking
description: Nobody who measured crusts found a thicker one
confidence: speculative
source: Ada Baker
created: 2026-01-02
title: Steam in the oven makes a crust shine and never makes it thicker
---

# Steam in the oven makes a crust shine and never makes it thicker

So it was in forty loaves.
`,
  'inbox/queue/2026-03-02-baker-oven-winter.md': `---
type: source
title: "A winter of oven trials"
author: "Ada Baker (Stone Oven Society)"
url: https://example.org/ovens
date: 2026-03-02
domain: baking
format: report
status: unprocessed
priority: high
---

## Content

Forty loaves were baked in two ovens over a winter. The oven with the stone floor was hot enough for a second batch on most days. Steam in the first ten minutes made the crust shine, and no crust was thicker for it.

## Agent Notes
**Extraction hints:** Two claims: (1) "Stone floors keep an oven hot enough for a second batch of bread" — confidence: experimental (one bakery). (2) "Steam in the first ten minutes makes a crust shine and never makes it thicker" — confidence: speculative (judged by eye).
`,
};

describe('from source to claim, by keys', function () {
  this.timeout(240_000);
  let window: Window | undefined;
  let root = '';

  afterEach(async () => {
    await window?.close();
    window = undefined;
    rmSync(resolve(root, '..'), { recursive: true, force: true });
  });

  it('makes two claims, a processed source and a message in eight key presses', async () => {
    const { page, source, before } = await open('dark', { 'files.autoSave': 'off' });
    let keys = 0;

    keys++;
    await chooseBoth();
    await screenshot(page, join(pictures, 'promote-picks.png'));
    keys++;
    await answer(page);
    await titleAsked('1 of 2');
    await screenshot(page, join(pictures, 'promote-first-title.png'));
    keys++;
    await answer(page);
    await titleAsked('2 of 2');
    // The claim that nearly says so is in sight before a second one is made.
    await alikeShown();
    await screenshot(page, join(pictures, 'promote-second-title.png'));
    keys++;
    await answer(page);
    const made = await until('two claims and the source', async () => {
      const [now] = [read()];
      const extracted = extractedBy(now, source);
      return extracted.length === 2 && status(now, source) === 'processed' ? extracted : null;
    });
    await until('the last claim to have the focus', async () => {
      const tab = page.locator('.part.editor .editor-group-container.active .tab.active');
      return (await tab.getAttribute('data-resource-name')) === basename(made[1] ?? '') || null;
    });
    await screenshot(page, join(pictures, 'promote-done.png'));
    // The source is still in sight, beside it.
    const tabs = page.locator('.part.editor .tab.active');
    const names = await tabs.evaluateAll(all =>
      all.map(tab => tab.getAttribute('data-resource-name')),
    );
    assert.deepEqual(names.sort(), [basename(source), basename(made[1] ?? '')].sort());
    keys++;
    const message = await pressUntil(page, 'the message', ['Shift+Alt+m'], async () => {
      const editor = page.locator('.scm-view .scm-editor .view-lines').first();
      const text = (await editor.textContent({ timeout: 500 }).catch(() => ''))?.replaceAll(
        '\u00A0',
        ' ',
      );
      return text?.includes('extract claims from') ? text : null;
    });
    await screenshot(page, join(pictures, 'promote-message.png'));
    assert.match(message, new RegExp(nameOf(source), 'u'));
    console.log(`    ${keys} key presses`);
    assert.ok(keys <= MOST_KEYS, `${keys} key presses`);

    const now = read();
    for (const path of made) {
      const findings = checkNote(now, path, today());
      const grave = findings.filter(
        ({ severity }) => severity === 'error' || severity === 'warning',
      );
      assert.deepEqual(grave, [], path);
    }
    assert.equal(hintsIn(now, source).filter(isOpen).length, 0);
    const changed = git(root, 'status', '--porcelain', '--untracked-files=all');
    assert.equal(changed.trim().split('\n').length, 3, changed);

    // One undo for each promotion.
    const group = page.locator('.editor-group-container.active:has(.monaco-editor.focused)');
    const claim = group.locator(`.tab.active[data-resource-name="${basename(made[1] ?? '')}"]`);
    await pressUntil(page, 'the caret in the last claim', ['ControlOrMeta+2'], visible(claim));
    await undone(made[1] ?? '');
    assert.ok(existsSync(join(root, made[0] ?? '')));
    await undone(made[0] ?? '');
    const asBefore = async () => disk(source) === before || null;
    await saveAll(page, 'the source to be as before', asBefore).catch(error =>
      assert.fail(`${error.message}\n${git(root, 'diff')}`),
    );
    assert.equal(git(root, 'status', '--porcelain', '--untracked-files=all'), '');
  });

  it('offers above a hint what can be done with it, also where the editor saves by itself', async () => {
    const { page, source, before } = await open('light', { 'files.autoSave': 'afterDelay' });
    const [hint] = hintsIn(read(), source);
    const lines = before.slice(0, hint?.span.start).split('\n');
    await goTo(page, lines.length);
    const lens = page.locator('.codelens-decoration a');
    await until('the lenses of both hints', async () => {
      const shown = (await lens.allInnerTexts()).map(each => each.replaceAll('\u00A0', ' '));
      return shown.filter(each => /^Hint \d: Promote$/u.test(each)).length === 2 || null;
    });
    await screenshot(page, join(pictures, 'promote-lenses.png'));
    const second = lens.filter({ hasText: 'Promote' }).nth(1);
    const click = () => second.click({ timeout: 3000 }).catch(() => {});
    await doUntil('the question', click, visible(quickInput()), { againMs: 5000 });
    await alikeShown();
    await screenshot(page, join(pictures, 'promote-title-light.png'));
    await pressUntil(page, 'the question to go', ['Escape'], hidden(quickInput()));
    assert.equal(disk(source), before);

    // By the key of code actions, with the caret in the hint.
    await focusEditor(page);
    await goTo(page, lines.length, (lines.at(-1)?.length ?? 0) + 10);
    await openActions(page, 'Promote hint to claim');
    await screenshot(page, join(pictures, 'promote-actions-light.png'));
    await press(page, 'Enter');
    await titleAsked('Promote hint');
    await answer(page);
    const made = await until('the claim', async () => extractedBy(read(), source)[0] ?? null);
    assert.equal(status(read(), source), 'processing');
    await screenshot(page, join(pictures, 'promote-done-light.png'));
    // Everything is on the disk meanwhile.
    await page.waitForTimeout(2000);
    await undone(made);
    await until('the source to be as before', async () => disk(source) === before || null);
    assert.equal(git(root, 'status', '--porcelain', '--untracked-files=all'), '');
  });

  it('lets a claim that is there answer a hint, and an empty list say so', async () => {
    const { page, source, before } = await open('dark', { 'files.autoSave': 'off' });
    const [, second] = hintsIn(read(), source);
    await chooseBoth();
    // The first is left out.
    const one = async () => (await ticked(page)) === 1 || null;
    await pressUntil(page, 'one hint to be ticked', ['ArrowDown', 'Space'], one);
    await answer(page);
    await titleAsked('Promote hint');
    await alikeShown();
    await focusRow(page, ALIKE);
    await answer(page);
    await asked('It says what the hint says');
    await screenshot(page, join(pictures, 'promote-alike.png'));
    // Who thinks better of it is asked for the title again.
    await press(page, 'Escape');
    await titleAsked('Promote hint');
    await alikeShown();
    await focusRow(page, ALIKE);
    await answer(page);
    await asked('It says what the hint says');
    await answer(page);
    const claim = [...read().notes()].find(path => path.startsWith('domains/')) ?? assert.fail();
    // A change of one note is the author's to save.
    await until('the source to name the claim', async () => {
      await press(page, 'ControlOrMeta+1', 'ControlOrMeta+s');
      return disk(source) !== before || null;
    });
    const then = hintsIn(read(), source);
    assert.deepEqual(
      then.map(({ promoted }) => promoted),
      [null, claim],
    );
    const added = disk(source).slice(before.indexOf(second?.text ?? '') + 1);
    assert.match(added, / → \[\[/u);
    // Nothing was changed before that, so an undo too many does nothing.
    const undo = async () => {
      await press(page, 'ControlOrMeta+1', 'ControlOrMeta+z');
      await command(page, 'File: Save All Files');
    };
    const asBefore = async () => disk(source) === before || null;
    await doUntil('the source to be as before', undo, asBefore);

    // Drop both by the palette, with the caret in each; then nothing is open.
    for (const { span } of hintsIn(read(), source)) {
      const lines = disk(source).slice(0, span.start).split('\n');
      const was = disk(source);
      const drop = async () => {
        await focusEditor(page);
        await goTo(page, lines.length, (lines.at(-1)?.length ?? 0) + 10);
        await command(page, 'Claimwright: Drop Hint');
      };
      const dropped = async () => {
        await press(page, 'ControlOrMeta+s');
        return disk(source) !== was || null;
      };
      await doUntil('the hint to be struck through', drop, dropped, { againMs: 6000 }).finally(() =>
        screenshot(page, join(pictures, 'promote-dropping.png')),
      );
    }
    assert.equal(hintsIn(read(), source).filter(({ dropped }) => dropped).length, 2);
    const lenses = page.locator('.codelens-decoration a');
    await until('the lenses to go', async () => (await lenses.count()) === 0 || null).catch(
      async error => assert.fail(`${error.message} ${await lenses.allInnerTexts()}`),
    );
    const said = page.locator('.notification-toast', { hasText: 'There is no open hint' });
    await pressUntil(page, 'the notification', ['Shift+Alt+p'], visible(said));
    await screenshot(page, join(pictures, 'promote-dropped.png'));
  });

  /** The only source of a fresh copy, shown in a window. */
  async function open(theme: 'dark' | 'light', settings: Readonly<Record<string, unknown>>) {
    root = join(mkdtempSync(join(tmpdir(), 'claimwright-promote-')), 'vault');
    const isSeed = existsSync(SEED);
    console.log(`    on ${isSeed ? 'a copy of the seed vault' : 'a vault of its own'}`);
    if (isSeed) cpSync(SEED, root, { recursive: true });
    else
      for (const [path, text] of Object.entries(OWN)) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), text);
      }
    repositoryIn(root);
    const vault = read();
    const source =
      [...vault.notes()].find(path => path.startsWith('inbox/queue/')) ?? assert.fail();
    window = await openWindow({
      folder: root,
      extensionPath,
      say: () => {},
      settings,
      colorTheme: theme === 'dark' ? 'Default Dark Modern' : 'Default Light Modern',
    });
    const { page } = window;
    await quickOpen(page, basename(source));
    await indexed(page);
    return { page, source, before: disk(source) };
  }

  function read(): Vault {
    const vault = new Vault();
    vault.apply([...listFiles(root)].map(path => readChange(root, path)));
    return vault;
  }

  function hintsIn(vault: Vault, path: string): PlacedHint[] {
    return placedHints(vault, path, disk(path));
  }

  function extractedBy(vault: Vault, source: string): string[] {
    return hintsIn(vault, source).flatMap(({ promoted }) => promoted ?? []);
  }

  function status(vault: Vault, path: string): string | undefined {
    return textOf(vault.note(path)?.frontmatter ?? null, 'status');
  }

  function disk(path: string): string {
    return readFileSync(join(root, path), 'utf8');
  }

  function page() {
    return window?.page ?? assert.fail('no window');
  }

  function quickInput() {
    return page().locator('.quick-input-widget:not([style*="display: none"])');
  }

  async function chooseBoth(): Promise<void> {
    const both = async () => (await ticked(page())) === 2 || null;
    const patience = { againMs: 6000 };
    await pressUntil(page(), 'both hints to be ticked', ['Shift+Alt+p'], both, patience);
  }

  async function rows(): Promise<string[]> {
    const texts = await quickInput().locator('.monaco-list-row').allInnerTexts();
    return texts.map(text => text.replaceAll('\u00A0', ' '));
  }

  async function asked(label: string): Promise<void> {
    await until(label, async () => (await rows()).some(each => each.includes(label)) || null);
  }

  async function alikeShown(): Promise<void> {
    await until(
      'a claim like it',
      async () => (await rows()).some(each => ALIKE.test(each)) || null,
    );
  }

  /** Waits for the input of that title, with the file name told. */
  async function titleAsked(which: string): Promise<void> {
    await until(`the title of hint ${which}`, async () => {
      const title = await quickInput()
        .locator('.quick-input-title')
        .textContent({ timeout: 500 })
        .catch(() => '');
      return (
        (title?.includes(which) &&
          (await rows()).some(each => /file name \d+ of \d+ bytes/u.test(each))) ||
        null
      );
    });
  }

  /** One undo, without a question, takes the claim away. */
  async function undone(claim: string): Promise<void> {
    const question = page().locator('.monaco-dialog-box');
    const gone = async () => {
      if (await question.first().isVisible())
        assert.fail(`undo asked: ${await question.first().textContent()}`);
      return !existsSync(join(root, claim)) || null;
    };
    // Pressed twice, it would take back what was done before.
    await pressUntil(page(), `${claim} to go`, ['ControlOrMeta+z'], gone, { againMs: 8000 });
  }
});
