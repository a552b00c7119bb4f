/** Hints of a whole vault by keys alone, in a real window: a part of them at first, and more when they are wanted. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  answer,
  indexed,
  openWindow,
  press,
  pressUntil,
  screenshot,
  ticked,
  titled,
  visible,
  type Window,
} from '../drive';
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
    await indexed(window.page, 4);
  });

  after(async () => {
    await window?.close();
    rmSync(root, { recursive: true, force: true });
  });

  it('come a part at a time, and what is ticked stays ticked', async () => {
    const { page } = window;
    const rows = page.locator('.quick-input-list .monaco-list-row');
    const hint = (text: string) => rows.filter({ hasText: text });
    await pressUntil(page, 'the hints', ['Shift+Alt+p'], visible(hint('loaf 1 of high')));
    assert.equal(await ticked(page), 0);
    const one = async () => (await ticked(page)) === 1 || null;
    await pressUntil(page, 'one hint to be ticked', ['ArrowDown', 'Space'], one);
    await screenshot(page, join(pictures, 'open-hints-ticked.png'));
    const focused = page.locator('.monaco-list-row.focused');
    const last = focused.filter({ hasText: 'More…' });
    await pressUntil(page, 'the last line', ['Control+End'], visible(last));
    await screenshot(page, join(pictures, 'open-hints.png'));
    const next = focused.filter({ hasText: 'loaf 1 of low' });
    await pressUntil(page, 'the rest of the hints', ['Space'], visible(next));
    await screenshot(page, join(pictures, 'open-hints-more.png'));
    assert.equal(await hint('More…').count(), 0);
    await press(page, 'Space');
    await answer(page);
    await titled(page, /Promote hint 1 of 2/u);
    await press(page, 'Escape');
  });

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
