/** Front matter by keys alone, in a real window: from an empty file to a clean note, field by field and all at once. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkNote } from '../../../server/core/rules/check';
import { textOf } from '../../../server/core/text/frontmatter';
import { folderOf, nameOf } from '../../../server/core/vault/names';
import { today } from '../../../server/today';
import {
  indexed,
  openWindow,
  press,
  quickOpen,
  savedText,
  screenshot,
  squiggles,
  suggestions,
  type,
  until,
  type Window,
} from '../drive';
import { copyVault, extensionPath, pictures, type VaultCopy } from './vault';

const BY_FIELD = 'a note that is written field by field needs no memory of its fields';
const AT_ONCE = 'a note that begins whole needs nothing but its words';

describe('front matter, by keys', () => {
  let vault: VaultCopy;
  let window: Window;
  let folder: string;
  let target: string;

  before(async () => {
    vault = copyVault();
    const claims = [...vault.index.notes()].sort().filter(path => {
      const frontmatter = vault.index.note(path)?.frontmatter ?? null;
      return textOf(frontmatter, 'type') === 'claim' && /^[a-z ]{60,}$/u.test(nameOf(path));
    });
    target = claims.find(path => /^domains\/[^/]+\/[^/]+$/u.test(path)) ?? '';
    folder = folderOf(target);
    for (const name of [BY_FIELD, AT_ONCE])
      writeFileSync(join(vault.root, folder, `${name}.md`), '');
    window = await openWindow({ folder: vault.root, extensionPath, say: () => {} });
    await quickOpen(window.page, `${BY_FIELD}.md`);
    await indexed(window.page, [...vault.index.notes()].length + 2);
  });

  after(async () => {
    await window?.close();
    vault?.remove();
  });

  it('opens a list at the first letter of a key, of a value, and behind a blank', async () => {
    const { page } = window;
    await type(page, '---', 40);
    await press(page, 'Enter');
    await choose('t', 'type');
    await suggestions(page);
    await screenshot(page, join(pictures, 'frontmatter-type.png'));
    await choose('', 'claim');
    await press(page, 'Enter');
    await choose('dom', 'domain');
    await choose('', folder.split('/')[1] ?? '');
    await press(page, 'Enter');
    await choose('desc', 'description');
    await type(page, 'Each list shows what is due, and what it means', 20);
    await press(page, 'Enter');
    // Typed to its end, behind a blank of the author's own: Enter ends the line.
    await type(page, 'confidence: ', 40);
    assert.deepEqual(
      (await suggestions(page)).map(row => row.label),
      ['proven', 'likely', 'experimental', 'speculative'],
    );
    await screenshot(page, join(pictures, 'frontmatter-value.png'));
    await type(page, 'likely', 40);
    await gone();
    await press(page, 'Enter');
    await choose('sour', 'source');
    await type(page, 'Somebody at a keyboard', 20);
    await press(page, 'Enter');
    await choose('crea', 'created');
    await choose('tod', today());
    await press(page, 'Enter');
    await choose('supp', 'supports');
    await suggestions(page);
    await type(page, nameOf(target).slice(0, 30), 40);
    const rows = await suggestions(page);
    await screenshot(page, join(pictures, 'frontmatter-relation.png'));
    assert.ok(rows[0]?.focused);
    // The editor indents the next line as this one.
    await press(page, 'Enter', 'Enter', 'Shift+Tab');
    await type(page, '---', 40);
    await press(page, 'Enter', 'Enter');
    await type(page, `# ${BY_FIELD}`, 20);
    await press(page, 'Enter');
    await clean(
      `${BY_FIELD}.md`,
      `---
type: claim
domain: ${folder.split('/')[1]}
description: Each list shows what is due, and what it means
confidence: likely
source: Somebody at a keyboard
created: ${today()}
supports:
  - ${nameOf(target)}
---

# ${BY_FIELD}
`,
    );
    await screenshot(page, join(pictures, 'frontmatter-by-field.png'));
  });

  it('puts in a whole note behind one dash, and goes from place to place with Tab', async () => {
    const { page } = window;
    await quickOpen(page, `${AT_ONCE}.md`);
    await type(page, '-', 40);
    const rows = await suggestions(page);
    assert.deepEqual([rows[0]?.label, rows[0]?.focused], ['New claim', true]);
    await screenshot(page, join(pictures, 'frontmatter-block.png'));
    await press(page, 'Enter', 'Tab');
    await type(page, 'Tab goes to what is left to say', 20);
    await press(page, 'Tab');
    assert.deepEqual(
      (await suggestions(page)).map(row => row.label),
      ['experimental', 'proven', 'likely', 'speculative'],
    );
    // A word taken from the list goes on to the next place by itself.
    await press(page, 'ArrowDown', 'Enter');
    await type(page, 'Somebody at a keyboard', 20);
    await press(page, 'Tab', 'Tab', 'Tab');
    await type(page, 'Text.', 20);
    await clean(
      `${AT_ONCE}.md`,
      `---
type: claim
domain: ${folder.split('/')[1]}
description: "Tab goes to what is left to say"
confidence: proven
source: "Somebody at a keyboard"
created: ${today()}
---

# ${AT_ONCE}

Text.
`,
    );
    await screenshot(page, join(pictures, 'frontmatter-at-once.png'));
  });

  /** Types, waits for the list to have it in focus, and takes it. */
  async function choose(typed: string, label: string): Promise<void> {
    const { page } = window;
    await type(page, typed, 40);
    await until(`${label} to be chosen`, async () => {
      const rows = await suggestions(page);
      return rows.find(row => row.focused)?.label === label || null;
    });
    await press(page, 'Enter');
  }

  async function gone(): Promise<void> {
    const list = window.page.locator('.suggest-widget.visible');
    await until('the list to close', async () => (await list.count()) === 0 || null);
  }

  async function clean(name: string, text: string): Promise<void> {
    const { page } = window;
    const path = `${folder}/${name}`;
    assert.equal((await savedText(page, join(vault.root, path))).trimEnd(), text.trimEnd());
    vault.index.apply([{ kind: 'set', path, text }]);
    // No note links to a new claim yet, and it shows no evidence: these are hints, and show as dots.
    const findings = checkNote(vault.index, path, today());
    assert.deepEqual(
      findings.filter(({ severity }) => severity !== 'hint'),
      [],
    );
    await until('no squiggles', async () => {
      const { error, warning, information } = await squiggles(page);
      return error + warning + information === 0 || null;
    });
  }
});
