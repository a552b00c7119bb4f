/** Hints of a whole vault by keys alone, in a real window: a part of them at first, and more when they are wanted. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openWindow, press, screenshot, statusBar, until, type Window } from '../drive';
import { extensionPath, pictures } from './vault';

const HINTS = 30;
const SOURCES = ['high', 'medium', 'low'];

describe('hints of a whole vault, by keys', () => {
  let root: string;
  let window: Window;

  before(async () => {
    root = mkdtempSync(join(tmpdir(), 'claimwright-hints-'));
    write('domains/bread/_map.md', '---\ntype: map\ndomain: bread\n---\n\n# Bread\n');
    for (const priority of SOURCES) write(`inbox/queue/${priority}.md`, source(priority));
    window = await openWindow({ folder: root, extensionPath, say: () => {} });
    await until(
      'all notes to be read',
      async () => (await statusBar(window.page)).some(each => /^4 notes/u.test(each)) || null,
      60_000,
    );
  });

  after(async () => {
    await window?.close();
    rmSync(root, { recursive: true, force: true });
  });

  it('come a part at a time, and what is ticked stays ticked', async () => {
    const { page } = window;
    await press(page, 'Shift+Alt+p');
    const rows = page.locator('.quick-input-list .monaco-list-row');
    const hint = (text: string) => rows.filter({ hasText: text });
    await hint('loaf 1 of high').first().waitFor();
    assert.equal(await ticked(), 0);
    await press(page, 'ArrowDown', 'Space');
    await until('one hint to be ticked', async () => (await ticked()) === 1 || null);
    await screenshot(page, join(pictures, 'open-hints-ticked.png'));
    // The last line.
    await press(page, 'Control+End');
    await page.locator('.monaco-list-row.focused', { hasText: 'More…' }).waitFor();
    await screenshot(page, join(pictures, 'open-hints.png'));
    await press(page, 'Space');
    await page.locator('.monaco-list-row.focused', { hasText: 'loaf 1 of low' }).waitFor();
    await screenshot(page, join(pictures, 'open-hints-more.png'));
    assert.equal(await hint('More…').count(), 0);
    await press(page, 'Space', 'Enter');
    const title = page.locator('.quick-input-widget .quick-input-title');
    await title.filter({ hasText: 'Promote hint 1 of 2' }).waitFor();
    await press(page, 'Escape');
  });

  async function ticked(): Promise<number> {
    const boxes = '.monaco-list-row input:checked, .monaco-list-row .monaco-checkbox.checked';
    return window.page.locator('.quick-input-widget').locator(boxes).count();
  }

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
});

function source(priority: string): string {
  const hints = Array.from(
    { length: HINTS },
    (_, at) =>
      `- Claim: "loaf ${at + 1} of ${priority} rank rises in the morning and sinks at night"`,
  );
  const fields = `type: source\ntitle: ${priority}\ndomain: bread\nstatus: unprocessed\npriority: ${priority}`;
  return `---\n${fields}\n---\n\n## Agent Notes\n**Extraction hints:**\n${hints.join('\n')}\n`;
}
