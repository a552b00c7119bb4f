/** The inbox by keys alone, in a real window: what waits, its hints, the filter, the badge; in dark, light and high contrast. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  focusEditor,
  openWindow,
  press,
  screenshot,
  statusBar,
  type,
  until,
  untilSteady,
  type Window,
} from '../drive';
import { copyExample, extensionPath, pictures, type VaultCopy } from './vault';

const FOCUS = 'Claimwright: Focus on Inbox View';
const OTHER = 'inbox/queue/2026-03-03-lindhale-station-bike-parking-tally.md';

describe('the inbox, by keys', () => {
  let vault: VaultCopy;
  let window: Window;

  before(async () => {
    vault = copyExample();
    window = await openWindow({ folder: vault.root, extensionPath, say: () => {} });
    await command(FOCUS);
    await until('the sources', async () => ((await rows()).length > 3 ? true : null), 60_000);
    await focusInbox();
  });

  after(async () => {
    await window?.close();
    vault?.remove();
  });

  it('lists what waits, the urgent first, and counts the urgent hints on its badge', async () => {
    const shown = await steadyRows();
    assert.deepEqual(
      shown.map(row => row.split('\n')[0]),
      [
        'Waiting',
        "Five Gates, Eighteen Months: Counting Bikes at Tarnleigh's School Streets",
        'What stands in the station hall on a wet Tuesday',
        'Quarry Hill residents split over bollards at four-hour hearing',
        'Done',
        'Null Results',
      ],
    );
    await badge('2');
    await screenshot(window.page, join(pictures, 'inbox.png'));
  });

  it('opens a source with Enter, unfolds it, and opens a hint where it stands', async () => {
    const { page } = window;
    await press(page, 'Home', 'ArrowDown');
    await press(page, 'ArrowRight');
    const unfolded = await until('the hints', async () => {
      const found = await steadyRows();
      return found.some(row => row.startsWith('School streets push')) ? found : null;
    });
    await screenshot(page, join(pictures, 'inbox-hints.png'));
    assert.ok(unfolded.some(row => row.startsWith('The school run decides')));
    await press(page, 'ArrowDown', 'Enter');
    await until('the hint in the editor', async () => {
      const place = await page.locator('#status\\.editor\\.selection').textContent();
      return /selected/u.test(place ?? '') || null;
    });
    await screenshot(page, join(pictures, 'inbox-open-hint.png'));
    await focusInbox();
    await press(page, 'ArrowUp', 'ArrowLeft', 'Enter');
  });

  it('does with the keyboard’s menu what its buttons do', async () => {
    const { page } = window;
    await focusInbox();
    const menu = await menuAfter('Home', 'ArrowDown');
    const items = (await menu.locator('.action-label').allTextContents()).filter(Boolean);
    assert.deepEqual(items, ['Promote Hints…', 'Source Is Done', 'Null Result…']);
    await screenshot(page, join(pictures, 'inbox-menu.png'));
    await press(page, 'ArrowDown', 'Enter');
    await page
      .locator('.quick-input-list .monaco-list-row', { hasText: 'School streets' })
      .waitFor();
    await screenshot(page, join(pictures, 'inbox-promote.png'));
    await press(page, 'Escape');
  });

  it('drops a hint, and the badge follows', async () => {
    const { page } = window;
    await focusInbox();
    await press(page, 'Home', 'ArrowDown', 'ArrowRight');
    await until(
      'the hints',
      async () => (await rows()).some(row => row.startsWith('School')) || null,
    );
    await menuAfter('Home', 'ArrowDown', 'ArrowDown');
    await press(page, 'ArrowUp', 'Enter');
    await badge('1');
    await until(
      'its count',
      async () => (await rows()).some(row => /^Five.*\n1 open · /su.test(row)) || null,
    );
    const [open, dropped] = (await steadyRows()).slice(2, 4);
    assert.match(open ?? '', /^The school run/u);
    assert.match(dropped ?? '', /^School streets.*\ndropped$/su);
    await screenshot(page, join(pictures, 'inbox-dropped.png'));
    await press(page, 'Home', 'ArrowDown', 'ArrowLeft');
    await focusEditor(page);
    await press(page, 'Control+z');
    await badge('2');
  });

  it('follows files: a source that becomes urgent counts, and one that is begun does not', async () => {
    const file = join(vault.root, OTHER);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('priority: medium', 'priority: high'));
    await badge('4');
    writeFileSync(file, text.replace('status: unprocessed', 'status: processing'));
    await until(
      'it to be in progress',
      async () => (await rows()).some(row => row.startsWith('In Progress')) || null,
    );
    await badge('2');
    writeFileSync(file, text);
    await until(
      'it to wait again',
      async () => (await rows()).some(row => row.startsWith('Waiting\n3')) || null,
    );
  });

  it('shows only what the filter lets through, and says so', async () => {
    const { page } = window;
    await command('Claimwright: Filter Inbox…');
    await page.getByText('medium priority', { exact: true }).waitFor();
    await type(page, 'medium');
    await press(page, 'ArrowDown');
    await press(page, 'Space');
    await screenshot(page, join(pictures, 'inbox-filter.png'));
    await press(page, 'Enter');
    await until('one source', async () => {
      const found = await rows();
      return found.filter(row => row.startsWith('Five Gates')).length === 0 || null;
    });
    await page.getByText('Only medium priority').first().waitFor();
    await screenshot(page, join(pictures, 'inbox-filtered.png'));
    await command('Claimwright: Clear Filter of Inbox');
    await until('all', async () => {
      const found = await rows();
      return found.some(row => row.startsWith('Five Gates')) || null;
    });
  });

  it('is read out with all that its colours and shapes say', async () => {
    const labels = await tree()
      .locator('.monaco-list-row')
      .evaluateAll(all => all.map(row => row.getAttribute('aria-label') ?? ''));
    const urgent = labels.find(label => label.startsWith('Five Gates')) ?? '';
    assert.match(urgent, /Waiting, priority high, 2 of 2 hints open/u);
  });

  for (const [name, theme] of [
    ['dark', 'Default Dark Modern'],
    ['light', 'Default Light Modern'],
    ['contrast', 'Default High Contrast'],
  ])
    it(`can be seen in ${name} colours`, async () => {
      mkdirSync(join(vault.root, '.vscode'), { recursive: true });
      const settings = JSON.stringify({ 'workbench.colorTheme': theme });
      writeFileSync(join(vault.root, '.vscode', 'settings.json'), settings);
      const body = window.page.locator('.monaco-workbench');
      const before = await body.getAttribute('class');
      await until('the theme', async () => (await body.getAttribute('class')) !== before || null);
      await screenshot(window.page, join(pictures, `inbox-${name}.png`));
      await command('Claimwright: Get Started');
      await until('the walkthrough', async () => {
        const shown = await window.page.locator('.gettingStartedContainer').textContent();
        return (shown ?? '').includes('Get Started with Claimwright') || null;
      });
      await window.page.locator('.codicon-getting-started-step-checked:visible').first().waitFor();
      // Its pictures have room only where the side bar is shut.
      await press(window.page, 'Control+b');
      await until('the picture', async () => {
        const frames = window.page.frames().map(frame => frame.locator('svg > title').count());
        const counts = await Promise.all(frames.map(each => each.catch(() => 0)));
        return counts.some(count => count > 0) || null;
      });
      await screenshot(window.page, join(pictures, `walkthrough-${name}.png`));
      await press(window.page, 'Control+b');
      await focusInbox();
    });

  it('opens a copy of the example vault that is the author’s own', async () => {
    const opened = window.page.context().waitForEvent('page');
    await command('Claimwright: Open Example Vault');
    const page = await opened;
    await until(
      'the copy to be read',
      async () => (await statusBar(page)).some(text => text.includes('35 notes')) || null,
      60_000,
    );
    assert.match(decodeURIComponent(page.url()), /example-vault/u);
    await page.close();
  });

  function tree() {
    return window.page.locator('.part.sidebar .monaco-list[role="tree"]:visible');
  }

  /** Label and description of each row, a line each. */
  async function rows(): Promise<string[]> {
    const all = tree().locator('.monaco-list-row');
    const texts = await all.evaluateAll(elements =>
      elements
        .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
        .map(row =>
          ['.label-name', '.label-description']
            .map(part => row.querySelector(part)?.textContent ?? '')
            .join('\n'),
        ),
    );
    return texts.map(text => text.replaceAll('\u00A0', ' '));
  }

  function steadyRows(): Promise<string[]> {
    return untilSteady('the tree to settle', rows);
  }

  /** The menu of the row to which these keys go. */
  async function menuAfter(...keys: readonly string[]) {
    const { page } = window;
    const menu = page.locator('.context-view .monaco-menu:visible');
    await until('the menu', async () => {
      await press(page, ...keys, 'Shift+F10');
      return menu.waitFor({ timeout: 2000 }).then(
        () => true,
        () => null,
      );
    });
    return menu;
  }

  async function badge(text: string | null): Promise<void> {
    const shown = window.page.locator(
      '.part.activitybar .action-item:has([aria-label^="Claimwright"]) .badge-content',
    );
    let last: string | null = null;
    await until(`the badge ${text}`, async () => {
      const [first = ''] = await shown.allTextContents();
      last = first === '' ? null : first;
      return last === text || null;
    }).catch(error => assert.fail(`${error.message} It says ${last}.`));
  }

  async function focusInbox(): Promise<void> {
    const focused = window.page.locator('.part.sidebar .monaco-list[role="tree"]:focus');
    await until('the keys to go to the inbox', async () => {
      await command(FOCUS);
      return focused.waitFor({ timeout: 3000 }).then(
        () => true,
        () => null,
      );
    });
  }

  /** By the palette, which knows a command only once its extension is known. */
  async function command(title: string): Promise<void> {
    const { page } = window;
    const input = page.locator('.quick-input-widget:visible input[type="text"]');
    const row = page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first();
    await until(
      `the command ${title}`,
      async () => {
        await press(page, 'Escape', 'F1');
        await input.fill(`>${title}`, { timeout: 2000 }).catch(() => {});
        return row.waitFor({ timeout: 2000 }).then(
          () => true,
          () => null,
        );
      },
      60_000,
    );
    await press(page, 'Enter');
  }
});
