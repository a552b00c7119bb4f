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
  goTo,
  openWindow,
  press,
  quickOpen,
  screenshot,
  statusBar,
  type,
  until,
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
    await until(
      'all notes to be read',
      async () => (await statusBar(window.page)).some(each => /^\d+ notes/u.test(each)) || null,
      60_000,
    );
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
    await undo('rain falls on old towns.md');
    await allAsBefore();
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
    await until('the refusal at the cursor', async () => {
      await press(page, 'F2');
      await said.waitFor({ timeout: 3000 }).catch(() => {});
      return (await said.isVisible()) || null;
    });
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
    await apply.click();
    const after = {
      'notes/n13.md':
        '---\nsupports: Snow falls on young towns\n---\n\nSee [[Snow falls on young towns|it]].\n',
      'weather/Snow falls on young towns.md': '# Snow falls on young towns\n\n## Why\n\nIt does.\n',
      'one.md': 'See [[Snow falls on young towns#Why]] and [it](weather/snow.md).\n',
    };
    await holds(after);
    assert.ok(!existsSync(join(root, RAIN)));
    await screenshot(page, join(pictures, 'rename-done.png'));
    await undo('n0.md');
    await allAsBefore();
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
    await undo('one.md');
    await allAsBefore();
  });

  it('follows a folder that is dragged elsewhere, saves what it changed, and undo takes it back', async () => {
    const { page } = window;
    await row('weather').dragTo(row('shelf'));
    await answer('Move');
    await screenshot(page, join(pictures, 'rename-move-asked.png'));
    await answer('OK');
    await holds({
      'shelf/weather/snow.md': 'See [[weather/rain falls on old towns]] and ![[../../plan.png]].\n',
      'shelf/other.md': '[up](./weather/snow.md)\n',
      'one.md': 'See [[rain falls on old towns#Why]] and [it](shelf/weather/snow.md).\n',
    });
    await screenshot(page, join(pictures, 'rename-moved.png'));
    await row('shelf').click();
    await press(page, 'ControlOrMeta+z');
    await until('the folder to be back', async () => existsSync(join(root, RAIN)) || null, 30_000);
    await allAsBefore();
  });

  async function renameTo(name: string): Promise<void> {
    const { page } = window;
    const input = page.locator('.monaco-editor.rename-box input');
    // Pressed until it is heard: the server may just have been asked something else.
    await until('the box for the name', async () => {
      await press(page, 'F2');
      await input.waitFor({ timeout: 3000 }).catch(() => {});
      return (await input.isVisible()) || null;
    });
    await input.fill(name);
    await press(page, 'Enter');
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

  async function undo(name: string): Promise<void> {
    const { page } = window;
    await quickOpen(page, name);
    await press(page, 'ControlOrMeta+z');
    const all = page.locator('.monaco-dialog-box .monaco-button', { hasText: /Undo in \d+/u });
    await all
      .first()
      .waitFor({ timeout: 3000 })
      .then(
        () => all.first().click(),
        () => {},
      );
  }

  /** Undo leaves notes unsaved, so they are saved until nothing is. */
  async function allAsBefore(): Promise<void> {
    const { page } = window;
    await until(
      'all files to be as before',
      async () => {
        await press(page, 'F1');
        await type(page, 'save all files');
        await press(page, 'Enter');
        await page.waitForTimeout(1000);
        return Object.keys(FILES).every(path => disk(path) === FILES[path]) || null;
      },
      30_000,
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

  async function answer(button: string): Promise<void> {
    await window.page
      .locator('.monaco-dialog-box .monaco-button', { hasText: button })
      .first()
      .click();
  }
});
