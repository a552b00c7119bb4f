/** Renaming in a real window: F2 on a link and on a heading, what is refused, a folder dragged elsewhere, and undo. */
import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Locator } from 'playwright-core';
import {
  doUntil,
  goTo,
  hidden,
  indexed,
  openWindow,
  press,
  pressUntil,
  quickOpen,
  saveAll,
  screenshot,
  until,
  visible,
  type Window,
} from '../drive';
import { extensionPath, pictures } from './vault';

/** More than are changed without a preview. */
const MANY = 14;
const RAIN = 'weather/rain falls on old towns.md';

const FILES: Readonly<Record<string, string>> = {
  '.claimwright.yaml': '',
  [RAIN]: '# Rain falls on old towns\n\n## Why\n\nIt does.\n',
  'weather/snow.md': 'See [[weather/rain falls on old towns]] and ![[../plan.png]].\n',
  'shelf/other.md': '[up](../weather/snow.md)\n',
  'plan.png': '',
  'lost.md': 'See [[snow]], not [[rain falls on old towns#Gone]].\n',
  'one.md': 'See [[rain falls on old towns#Why]] and [it](weather/snow.md).\n',
  ...Object.fromEntries(
    Array.from({ length: MANY }, (_, index) => [
      `notes/n${index}.md`,
      `---\nsupports: rain falls on old towns\n---\n\nSee [[rain falls on old towns|it]].\n`,
    ]),
  ),
};

describe('renaming, in a window', () => {
  let root: string;
  let window: Window;

  before(async () => {
    root = mkdtempSync(join(tmpdir(), 'claimwright-rename-'));
    for (const [path, text] of Object.entries(FILES)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    window = await openWindow({ folder: root, extensionPath, say: () => {} });
    await indexed(window.page);
  });

  after(async () => {
    await window?.close();
    rmSync(root, { recursive: true, force: true });
  });

  it('renames a heading in links of every form, before the editor’s own Markdown support', async () => {
    const { page } = window;
    await quickOpen(page, 'rain falls on old towns.md');
    await goTo(page, 3, 5);
    await renameTo('How come');
    await holds({
      [RAIN]: '# Rain falls on old towns\n\n## How come\n\nIt does.\n',
      'one.md': 'See [[rain falls on old towns#How come]] and [it](weather/snow.md).\n',
    });
    await undone('rain falls on old towns.md');
  });

  it('says why it refuses, and nobody else renames instead', async () => {
    const { page } = window;
    await quickOpen(page, 'rain falls on old towns.md');
    await goTo(page, 1, 5);
    await renameTo('Snow');
    const message = page.locator('.notification-toast', { hasText: 'There is a file' }).first();
    await message.waitFor();
    await screenshot(page, join(pictures, 'rename-refused.png'));
    await press(page, 'Escape');
    await quickOpen(page, 'lost.md');
    await goTo(page, 1, 46);
    const said = page.locator('.monaco-editor-overlaymessage', { hasText: 'no such heading' });
    await pressUntil(page, 'the refusal at the cursor', ['F2'], visible(said));
    assert.equal(await page.locator('.monaco-editor.rename-box input:visible').count(), 0);
    await press(page, 'Escape');
    await allAsBefore();
  });

  it('previews what F2 on a link changes, makes it in one step, and undo takes all of it back', async () => {
    const { page } = window;
    await quickOpen(page, 'n0.md');
    await goTo(page, 5, 10);
    await renameTo('Snow falls on young towns');
    const apply = page.locator('.monaco-button:visible', { hasText: 'Apply' }).first();
    await apply.waitFor();
    const ticks = page.locator(
      '.refactor-preview input[type="checkbox"], .bulk-edit-panel .monaco-checkbox',
    );
    await until('the changes', async () => (await ticks.count()) > 0 || null);
    await screenshot(page, join(pictures, 'rename-preview.png'));
    await doUntil('the changes to be taken', () => clicked(apply), hidden(apply));
    const after = {
      'notes/n13.md':
        '---\nsupports: Snow falls on young towns\n---\n\nSee [[Snow falls on young towns|it]].\n',
      'weather/Snow falls on young towns.md': '# Snow falls on young towns\n\n## Why\n\nIt does.\n',
      'one.md': 'See [[Snow falls on young towns#Why]] and [it](weather/snow.md).\n',
    };
    await holds(after);
    assert.ok(!existsSync(join(root, RAIN)));
    await screenshot(page, join(pictures, 'rename-done.png'));
    await undone('n0.md');
  });

  it('changes the capitals of a file name', async () => {
    const { page } = window;
    await quickOpen(page, 'one.md');
    await goTo(page, 1, 50);
    await renameTo('Snow');
    await holds({
      'weather/Snow.md': String(FILES['weather/snow.md']),
      'one.md': 'See [[rain falls on old towns#Why]] and [it](weather/Snow.md).\n',
      'shelf/other.md': '[up](../weather/Snow.md)\n',
    });
    assert.deepEqual(readdirSync(join(root, 'weather')).sort(), [
      'Snow.md',
      'rain falls on old towns.md',
    ]);
    await undone('one.md');
  });

  it('follows a folder that is dragged elsewhere, saves what it changed, and undo takes it back', async () => {
    const { page } = window;
    const drag = () =>
      row('weather')
        .dragTo(row('shelf'), { timeout: 5000 })
        .catch(() => {});
    await doUntil('the move to be asked about', drag, visible(button('Move')), { againMs: 5000 });
    await doUntil('the move', () => clicked(button('Move')), visible(button('OK')));
    await screenshot(page, join(pictures, 'rename-move-asked.png'));
    await doUntil('the links to follow', () => clicked(button('OK')), hidden(button('OK')));
    await holds({
      'shelf/weather/snow.md': 'See [[weather/rain falls on old towns]] and ![[../../plan.png]].\n',
      'shelf/other.md': '[up](./weather/snow.md)\n',
      'one.md': 'See [[rain falls on old towns#Why]] and [it](shelf/weather/snow.md).\n',
    });
    await screenshot(page, join(pictures, 'rename-moved.png'));
    const undoMove = async () => {
      await clicked(row('shelf'));
      await press(page, 'ControlOrMeta+z');
    };
    const isBack = async () => existsSync(join(root, RAIN)) || null;
    await doUntil('the folder to be back', undoMove, isBack, { againMs: 10_000 });
    await allAsBefore();
  });

  async function renameTo(name: string): Promise<void> {
    const { page } = window;
    const input = page.locator('.monaco-editor.rename-box input');
    await pressUntil(page, 'the box for the name', ['F2'], visible(input));
    await input.fill(name);
    // Once it is gone, Enter would be for the note.
    const enter = async () => (await input.isVisible()) && press(page, 'Enter');
    await doUntil('the name to be taken', enter, hidden(input));
  }

  /** Waits for what the files on the disk hold. */
  async function holds(files: Readonly<Record<string, string>>): Promise<void> {
    let wrong = '';
    await until(
      'the files to be changed',
      async () => {
        wrong = Object.keys(files).find(path => disk(path) !== files[path]) ?? '';
        return wrong === '' || null;
      },
      60_000,
    ).catch(error => assert.fail(`${error.message} ${wrong}: ${disk(wrong)}`));
  }

  /** One undo in the note of this name takes everything back; there is nothing before it to undo. */
  async function undone(name: string): Promise<void> {
    const { page } = window;
    const all = page.locator('.monaco-dialog-box .monaco-button', { hasText: /Undo in \d+/u });
    const changed = page.locator('.part.editor .tab.dirty');
    await quickOpen(page, name);
    await until('everything to be saved', hidden(changed));
    await pressUntil(
      page,
      'the undo',
      ['ControlOrMeta+z'],
      async () => (await all.first().isVisible()) || (await changed.count()) > 0 || null,
      { againMs: 10_000 },
    );
    await clicked(all.first(), 3000);
    await allAsBefore();
  }

  /** Undo leaves notes unsaved, so they are saved until nothing is. */
  async function allAsBefore(): Promise<void> {
    await saveAll(
      window.page,
      'all files to be as before',
      async () => Object.keys(FILES).every(path => disk(path) === FILES[path]) || null,
    ).catch(error => {
      const wrong = Object.keys(FILES).filter(path => disk(path) !== FILES[path]);
      assert.fail(`${error.message} ${wrong.map(path => `${path}: ${disk(path)}`).join('\n')}`);
    });
  }

  function disk(path: string): string {
    return existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : 'nothing';
  }

  function row(name: string): Locator {
    const { page } = window;
    return page
      .locator('.explorer-folders-view .monaco-list-row')
      .filter({ has: page.getByText(name, { exact: true }) })
      .first();
  }

  function button(text: string): Locator {
    return window.page.locator('.monaco-dialog-box .monaco-button', { hasText: text }).first();
  }

  /** What is not there, or goes meanwhile, needs no click. */
  async function clicked(place: Locator, timeout = 2000): Promise<void> {
    await place.click({ timeout }).catch(() => {});
  }
});
