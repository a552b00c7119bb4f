/** The inbox by keys alone, in a real window: what waits, its hints, the filter, the badge; in dark, light and high contrast. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  answer,
  command,
  doUntil,
  focusEditor,
  hidden,
  indexed,
  openWindow,
  press,
  pressUntil,
  screenshot,
  ticked,
  type,
  until,
  untilSteady,
  visible,
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
    await command(window.page, FOCUS);
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
    await unfold();
    const unfolded = await steadyRows();
    assert.ok(unfolded.some(row => row.startsWith('School streets push')));
    await screenshot(page, join(pictures, 'inbox-hints.png'));
    assert.ok(unfolded.some(row => row.startsWith('The school run decides')));
    const place = page.locator('#status\\.editor\\.selection', { hasText: 'selected' });
    const open = () => pressInInbox('Home', 'ArrowDown', 'ArrowDown', 'Enter');
    await doUntil('the hint in the editor', open, visible(place));
    const caret = page.locator('.part.editor .monaco-editor.focused');
    await until('the caret in it', visible(caret));
    await screenshot(page, join(pictures, 'inbox-open-hint.png'));
    await fold();
    // The editor takes the keys only after a while, and would take them from what follows.
    const again = () => pressInInbox('Home', 'ArrowDown', 'Enter');
    await doUntil('the source in the editor', again, visible(caret));
  });

  it('does with the keyboard’s menu what its buttons do', async () => {
    const { page } = window;
    const menu = await menuAfter('Home', 'ArrowDown');
    const items = (await menu.locator('.action-label').allTextContents()).filter(Boolean);
    assert.deepEqual(items, [
      ...['Promote Hints…', 'Source Is Done', 'Null Result…'],
      'Show Argument Graph',
    ]);
    await screenshot(page, join(pictures, 'inbox-menu.png'));
    const choose = () => chooseInMenu('Promote Hints…', 'Home', 'ArrowDown');
    const hint = page.locator('.quick-input-list .monaco-list-row', { hasText: 'School streets' });
    await doUntil('the hints', choose, visible(hint), { againMs: 6000 });
    await screenshot(page, join(pictures, 'inbox-promote.png'));
    await pressUntil(page, 'the list to go', ['Escape'], hidden(hint));
  });

  it('drops a hint, and the badge follows', async () => {
    const { page } = window;
    await unfold();
    const drop = () => chooseInMenu('Drop', 'Home', 'ArrowDown', 'ArrowDown');
    // Done twice, it would drop the next one too.
    await doUntil('the badge 1', drop, badgeIs('1'), { againMs: 10_000 });
    await until(
      'its count',
      async () => (await rows()).some(row => /^Five.*\n1 open · /su.test(row)) || null,
    );
    const [open, dropped] = (await steadyRows()).slice(2, 4);
    assert.match(open ?? '', /^The school run/u);
    assert.match(dropped ?? '', /^School streets.*\ndropped$/su);
    await screenshot(page, join(pictures, 'inbox-dropped.png'));
    await fold();
    await focusEditor(page);
    await pressUntil(page, 'the badge 2', ['ControlOrMeta+z'], badgeIs('2'), { againMs: 6000 });
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
    await command(window.page, 'Claimwright: Filter Inbox…');
    await page.getByText('medium priority', { exact: true }).waitFor();
    await type(page, 'medium');
    const one = async () => (await ticked(page)) === 1 || null;
    await pressUntil(page, 'one to be ticked', ['ArrowDown', 'Space'], one);
    await screenshot(page, join(pictures, 'inbox-filter.png'));
    await answer(page);
    await until('one source', async () => {
      const found = await rows();
      return found.filter(row => row.startsWith('Five Gates')).length === 0 || null;
    });
    await page.getByText('Only medium priority').first().waitFor();
    await screenshot(page, join(pictures, 'inbox-filtered.png'));
    await command(window.page, 'Claimwright: Clear Filter of Inbox');
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
      await command(window.page, 'Claimwright: Get Started');
      await until('the walkthrough', async () => {
        const shown = await window.page.locator('.gettingStartedContainer').textContent();
        return (shown ?? '').includes('Get Started with Claimwright') || null;
      });
      await window.page.locator('.codicon-getting-started-step-checked:visible').first().waitFor();
      // Its pictures have room only where the side bar is shut.
      const { page } = window;
      const sideBar = page.locator('.part.sidebar');
      await pressUntil(page, 'the side bar to shut', ['ControlOrMeta+b'], hidden(sideBar));
      await until('the picture', async () => {
        const frames = window.page.frames().map(frame => frame.locator('svg > title').count());
        const counts = await Promise.all(frames.map(each => each.catch(() => 0)));
        return counts.some(count => count > 0) || null;
      });
      await screenshot(window.page, join(pictures, `walkthrough-${name}.png`));
      await pressUntil(page, 'the side bar', ['ControlOrMeta+b'], visible(sideBar));
      await focusInbox();
    });

  it('opens a copy of the example vault that is the author’s own', async () => {
    const opened = window.page.context().waitForEvent('page');
    await command(window.page, 'Claimwright: Open Example Vault');
    const page = await opened;
    await indexed(page, 35);
    assert.match(decodeURIComponent(page.url()), /example-vault/u);
    await page.close();
  });

  /** The side bar holds other trees, too. */
  function pane() {
    const { page } = window;
    const header = page.locator('.pane-header[aria-label^="Inbox"]');
    return page.locator('.part.sidebar .pane', { has: header });
  }

  function tree() {
    return pane().locator('.monaco-list[role="tree"]:visible');
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

  /** The menu of the row to which these keys go, unless it is open. */
  async function menuAfter(...keys: readonly string[]) {
    const menu = window.page.locator('.context-view .monaco-menu:visible');
    if (!(await menu.isVisible()))
      await doUntil('the menu', () => pressInInbox(...keys, 'Shift+F10'), visible(menu));
    return menu;
  }

  /** What the menu of a row offers; it need not be open yet. */
  async function chooseInMenu(label: string, ...keys: readonly string[]): Promise<void> {
    const { page } = window;
    const menu = await menuAfter(...keys);
    const focused = menu.locator('.action-item.focused', { hasText: label });
    await until(`“${label}” in the menu`, async () => {
      if (await focused.isVisible()) return true;
      await press(page, 'ArrowDown');
      return null;
    });
    await press(page, 'Enter');
  }

  /** Shows the hints of the first source, and that source where its group is shut. */
  async function unfold(): Promise<void> {
    const keys = () => pressInInbox('Home', 'ArrowRight', 'Home', 'ArrowDown', 'ArrowRight');
    await doUntil(
      'the hints',
      keys,
      async () => (await rows()).some(row => row.startsWith('School')) || null,
    );
  }

  async function fold(): Promise<void> {
    const keys = () => pressInInbox('Home', 'ArrowDown', 'ArrowLeft');
    await doUntil(
      'the hints to go',
      keys,
      async () => !(await rows()).some(row => row.startsWith('School')) || null,
    );
  }

  /** Elsewhere, the keys could change a note. */
  async function pressInInbox(...keys: readonly string[]): Promise<void> {
    await focusInbox();
    await press(window.page, ...keys);
  }

  function badgeIs(text: string): () => Promise<true | null> {
    return async () => (await shownBadge()) === text || null;
  }

  async function badge(text: string): Promise<void> {
    await until(`the badge ${text}`, badgeIs(text)).catch(async error =>
      assert.fail(`${error.message} It says ${await shownBadge()}.`),
    );
  }

  async function shownBadge(): Promise<string | undefined> {
    const shown = window.page.locator(
      '.part.activitybar .action-item:has([aria-label^="Claimwright"]) .badge-content',
    );
    return (await shown.allTextContents())[0];
  }

  async function focusInbox(): Promise<void> {
    const focused = pane().locator('.monaco-list[role="tree"]:focus');
    await doUntil(
      'the keys to go to the inbox',
      () => command(window.page, FOCUS),
      visible(focused),
      { timeoutMs: 45_000 },
    );
  }
});
