/** What is completed in links besides their targets, by keys alone, in a real window. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  indexed,
  openWindow,
  press,
  pressUntil,
  quickOpen,
  savedText,
  screenshot,
  suggestions,
  type,
  visible,
  type Window,
} from '../drive';
import { copyExample, extensionPath, pictures, type VaultCopy } from './vault';

const HOST = 'domains/street-design/scratch.md';

describe('links, completed by keys', () => {
  let vault: VaultCopy;
  let window: Window;

  before(async () => {
    vault = copyExample();
    mkdirSync(join(vault.root, 'media'));
    writeFileSync(join(vault.root, 'media', 'kerb plan.png'), 'x');
    writeFileSync(join(vault.root, 'ferry timetable.md'), TIMETABLE);
    for (const name of ['one', 'two'])
      writeFileSync(join(vault.root, `${name}.md`), 'See [[night ferries pay for themselves]].\n');
    writeFileSync(join(vault.root, HOST), 'First line.\n');
    writeFileSync(join(vault.root, HOST, '..', 'aa zebra.md'), 'Stripes.\n');
    window = await openWindow({ folder: vault.root, extensionPath, say: () => {} });
    await quickOpen(window.page, 'scratch.md');
    await indexed(window.page, [...vault.index.notes()].length + 5);
  });

  after(async () => {
    await window?.close();
    vault?.remove();
  });

  it('headings behind `#`, and Enter closes the link', async () => {
    assert.deepEqual(await offered('[[ferry timetable#'), [
      'Ferry timetable | H1',
      'Winter | H2 · Ferry timetable',
      'Summer | H2 · Ferry timetable',
    ]);
    await screenshot(window.page, join(pictures, 'completion-heading.png'));
    await type(window.page, 'summ', 40);
    assert.equal(await chosen(), '[[ferry timetable#Summer]]');
  });

  it('blocks behind `#^`, by their words', async () => {
    assert.deepEqual(await offered('[[ferry timetable#^last b'), [
      'The last boat leaves at ten. | ^last',
    ]);
    assert.equal(await chosen(), '[[ferry timetable#^last]]');
  });

  it('words to show behind the bar', async () => {
    assert.deepEqual(await offered('[[ferry timetable|boat'), [
      'boat times | title',
      'Boat times | begins a sentence',
    ]);
    assert.equal(await chosen(), '[[ferry timetable|boat times]]');
  });

  it('a note that others link to and that is not written', async () => {
    const [first] = await offered('[[night ferries pay');
    assert.equal(first, 'night ferries pay for themselves | no note yet · linked in 2 notes');
    await screenshot(window.page, join(pictures, 'completion-unresolved.png'));
    assert.equal(await chosen(), '[[night ferries pay for themselves]]');
  });

  it('the path of a Markdown link by words, and the anchor of a heading in it', async () => {
    assert.equal((await offered('[text](timetable ferry'))[0], 'ferry timetable');
    await screenshot(window.page, join(pictures, 'completion-path.png'));
    assert.equal(await chosen(), '[text](../../ferry%20timetable.md)');
    await offered('[text](../../ferry%20timetable.md#');
    await type(window.page, 'summ', 40);
    assert.equal(await chosen(), '[text](../../ferry%20timetable.md#summer)');
  });

  it('headings once, where the editor lists them itself', async () => {
    const rows = await offered('[text](../../README.md#');
    const [first] = rows;
    assert.ok(first?.startsWith('#'), rows.join('\n'));
    assert.equal(new Set(rows).size, rows.length);
    assert.ok(
      rows.every(row => row.startsWith('#')),
      rows.join('\n'),
    );
    await cleared();
  });

  it('pictures first behind `![](`', async () => {
    assert.equal((await offered('![plan]('))[0], 'kerb plan.png | media');
    assert.equal(await chosen(), '![plan](../../media/kerb%20plan.png)');
  });

  it('notes of the own folder once, which the editor lists itself', async () => {
    for (const text of ['[text](z', '[text](zebra']) {
      // A bracket opens our list alone, and the command both.
      for (const again of [false, true]) {
        let rows = await offered(text);
        if (again) {
          const { page } = window;
          const list = page.locator('.suggest-widget.visible .monaco-list-row');
          await pressUntil(page, 'the list', ['Escape', 'Control+Space'], visible(list));
          rows = await listed();
        }
        assert.equal(rows.filter(row => /zebra/u.test(row)).length, 1, rows.join('\n'));
        await cleared();
      }
    }
  });

  it('folders once', async () => {
    const rows = await offered('[text](../../');
    assert.equal(rows.filter(row => row.startsWith('domains/')).length, 1, rows.join('\n'));
    await cleared();
  });

  /** What is listed once `text` is typed on a line of its own: label and details. */
  async function offered(text: string): Promise<string[]> {
    const { page } = window;
    await press(page, 'ControlOrMeta+End', 'Enter');
    await type(page, text, 40);
    return listed();
  }

  async function listed(): Promise<string[]> {
    const rows = await suggestions(window.page);
    return rows.map(({ label, details }) => [label, details].filter(Boolean).join(' | '));
  }

  /** The line once the first entry was taken. */
  async function chosen(): Promise<string | undefined> {
    const { page } = window;
    await suggestions(page);
    await press(page, 'Enter', 'Escape');
    return (await savedText(page, join(vault.root, HOST))).split('\n').at(-1);
  }

  async function cleared(): Promise<void> {
    await press(window.page, 'Escape', 'ControlOrMeta+Shift+k', 'ControlOrMeta+s');
  }
});

const TIMETABLE = `---
aliases: [boat times]
---
# Ferry timetable

## Winter

The last boat leaves at ten. ^last

## Summer
`;
