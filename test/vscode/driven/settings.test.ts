/** A vault's own settings by keys alone, in a real window: a type is invented, used, changed and taken away. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  goTo,
  hoverText,
  indexed,
  markedWords,
  openWindow,
  press,
  quickOpen,
  save,
  savedText,
  screenshot,
  statusBar,
  suggestions,
  type,
  until,
  type Window,
} from '../drive';
import { copyExample, extensionPath, pictures, type VaultCopy } from './vault';

const FILE = '.claimwright.yaml';
const NOTE = 'meetings/street-design/the council met.md';

const SETTINGS = `types:
  meeting:
    meaning: Where people met
    folders:
      - meetings/<domain>
    fields:
      domain:
        kind: domain
        required: true
      mood:
        values:
          calm: Nobody shouted.
          loud: Somebody did.
        required: true
        initial: calm
      gave: { kind: relation, list: true, to: [claim]}
`;

describe('settings of a vault, by keys', () => {
  let vault: VaultCopy;
  let window: Window;

  before(async () => {
    vault = copyExample();
    writeFileSync(join(vault.root, FILE), '');
    mkdirSync(join(vault.root, 'meetings', 'street-design'), { recursive: true });
    writeFileSync(join(vault.root, NOTE), '');
    window = await openWindow({ folder: vault.root, extensionPath, say: () => {} });
    await quickOpen(window.page, FILE);
    await indexed(window.page);
  });

  after(async () => {
    await window?.close();
    vault?.remove();
  });

  it('offers each key and each word, and indents what belongs below', async () => {
    const { page } = window;
    await key('t', 'types');
    await type(page, 'meeting:');
    await press(page, 'Enter');
    await choose('m', 'meaning');
    // Words of no list: Enter ends the line.
    await type(page, 'Where people met');
    await press(page, 'Enter');
    await key('fo', 'folders');
    await type(page, '- meetings/<domain>');
    await press(page, 'Enter', 'Shift+Tab');
    await key('fi', 'fields');
    await type(page, 'domain:');
    await press(page, 'Enter');
    await choose('k', 'kind');
    await offers(['text', 'choice', 'date', 'number', 'boolean', 'url'], 6);
    await screenshot(page, join(pictures, 'settings-kind.png'));
    await choose('dom', 'domain');
    await press(page, 'Enter');
    await type(page, 'required: ');
    await offers(['true', 'false']);
    // Typed to its end: Enter ends the line.
    await type(page, 'true', 40);
    await gone();
    await press(page, 'Enter', 'Shift+Tab');
    await type(page, 'mood:');
    await press(page, 'Enter');
    await key('v', 'values');
    await type(page, 'calm: Nobody shouted.\nloud: Somebody did.\n');
    await press(page, 'Shift+Tab');
    await choose('req', 'required');
    await choose('t', 'true');
    await press(page, 'Enter');
    await choose('in', 'initial');
    await offers(['calm', 'loud']);
    await choose('c', 'calm');
    await press(page, 'Enter', 'Shift+Tab');
    await type(page, 'gave: { ');
    await offers(['kind', 'list', 'required'], 3);
    await screenshot(page, join(pictures, 'settings-keys.png'));
    await choose('k', 'kind');
    await choose('r', 'relation');
    await type(page, ', ');
    await choose('li', 'list');
    await choose('t', 'true');
    await type(page, ', to: [');
    assert.ok((await suggestions(page)).some(({ label }) => label === 'meeting'));
    await choose('cl', 'claim');
    assert.equal((await savedText(page, join(vault.root, FILE))).trimEnd(), SETTINGS.trimEnd());
    await marked([]);
  });

  it('marks a slip of a key and of a value, mends both, and explains', async () => {
    const { page } = window;
    await goTo(page, 9, 16);
    await press(page, 'Backspace');
    await marked(['requird']);
    assert.match(
      await hoverText(page),
      /`?requird`? is no setting here\. Did you mean `?required`?\?/u,
    );
    await screenshot(page, join(pictures, 'settings-slip.png'));
    await mend();
    await goTo(page, 8, 21);
    await press(page, 'Backspace');
    await marked(['domai']);
    assert.match(await hoverText(page), /`?domai`? cannot stand here\. Did you mean `?domain`?\?/u);
    await mend();
    assert.match(await over(9, 10), /Whether every note of this type needs it/u);
    assert.match(await over(8, 16), /A field of knowledge/u);
    await screenshot(page, join(pictures, 'settings-hover.png'));
    assert.equal((await savedText(page, join(vault.root, FILE))).trimEnd(), SETTINGS.trimEnd());
  });

  it('makes a type that notes have at once', async () => {
    const { page } = window;
    await quickOpen(page, NOTE);
    await type(page, '---', 40);
    await gone();
    await press(page, 'Enter');
    await choose('ty', 'type');
    await choose('mee', 'meeting');
    await press(page, 'Enter');
    await choose('mo', 'mood');
    await offers(['calm', 'loud']);
    await screenshot(page, join(pictures, 'settings-note.png'));
    await type(page, 'lowd', 40);
    await gone();
    await press(page, 'Enter');
    await choose('dom', 'domain');
    await choose('str', 'street-design');
    await press(page, 'Enter');
    await type(page, '---', 40);
    await press(page, 'Enter');
    await marked(['lowd']);
    assert.match(await over(3, 2), /calm.*Nobody shouted/su);
    await goTo(page, 3, 8);
    await mend();
    assert.match(await over(3, 8), /Somebody did/u);
    assert.match(await over(2, 8), /Where people met/u);
    await save(page);
  });

  it('takes effect when it is saved, and holds while it cannot be read', async () => {
    const { page } = window;
    const file = join(vault.root, FILE);
    await until('the faults of the vault', async () => ((await errors()) > 1 ? true : null));
    const all = await errors();
    const settings = readFileSync(file, 'utf8');
    writeFileSync(file, `severity:\n  link/missing: off\n${settings}`);
    await until('fewer errors', async () => ((await errors()) < all ? true : null));
    assert.ok((await errors()) > 0);
    writeFileSync(file, `exclude: [domains, inbox]\n${settings}`);
    await shows(0);
    writeFileSync(file, `agents: [ada\nexclude: [domains, inbox]\n${settings}`);
    await shows(1);
    await quickOpen(page, FILE);
    await marked(['[ada']);
    assert.match(await over(1, 11), /This bracket is never closed/u);
    await screenshot(page, join(pictures, 'settings-broken.png'));
    await quickOpen(page, NOTE);
    await marked([]);
    assert.match(await over(2, 8), /Where people met/u);
  });

  it('goes with its file', async () => {
    const { page } = window;
    rmSync(join(vault.root, FILE));
    await until('all faults of the vault', async () => ((await errors()) > 1 ? true : null));
    assert.match(await over(2, 8), /meeting/u);
    assert.doesNotMatch(await hoverText(page), /Where people met/u);
    await screenshot(page, join(pictures, 'settings-gone.png'));
    await quickOpen(page, NOTE);
    await press(page, 'ControlOrMeta+End');
    await type(page, '[[nowhere at all]]');
    await marked(['nowhere at all']);
  });

  /** Types, waits for the list to have it in focus, and takes it. */
  async function choose(typed: string, label: string): Promise<void> {
    const { page } = window;
    await type(page, typed, 40);
    // Where the machine is slow, a list that came too late for its letters is asked for once more.
    if ((await suggestions(page, 3000).catch(() => [])).length === 0) {
      await press(page, 'Control+Space');
    }
    await until(`${label} to be chosen`, async () => {
      const rows = await suggestions(page);
      return rows.find(row => row.focused)?.label === label || null;
    });
    await press(page, 'Enter');
  }

  /** A key with more below it. */
  async function key(typed: string, label: string): Promise<void> {
    await choose(typed, label);
    await press(window.page, 'Enter');
  }

  async function offers(labels: readonly string[], first = 99): Promise<void> {
    const rows = await suggestions(window.page);
    assert.deepEqual(
      rows.slice(0, first).map(({ label }) => label),
      labels,
    );
  }

  async function gone(): Promise<void> {
    const list = window.page.locator('.suggest-widget.visible');
    await until('the list to close', async () => (await list.count()) === 0 || null);
  }

  /** The only fix at the caret. */
  async function mend(): Promise<void> {
    const { page } = window;
    const fixes = page.locator('.action-widget .monaco-list-row.action');
    await until('the list of fixes', async () => {
      await press(page, 'Escape', 'ControlOrMeta+.');
      await fixes
        .first()
        .waitFor({ timeout: 2000 })
        .catch(() => {});
      return (await fixes.count()) || null;
    });
    await press(page, 'Enter');
    await marked([]);
  }

  async function over(line: number, column: number): Promise<string> {
    await press(window.page, 'Escape');
    await goTo(window.page, line, column);
    return hoverText(window.page);
  }

  async function marked(words: readonly string[]): Promise<void> {
    const { page } = window;
    let shown: readonly string[] = [];
    await until(`${words.join(', ') || 'nothing'} to be marked`, async () => {
      shown = await markedWords(page);
      return shown.join() === words.join() || null;
    }).catch(error => assert.fail(`${error.message} Marked are: ${shown.join(', ')}.`));
  }

  /** Errors of the whole vault, as the status bar counts them; -1 until it is read. */
  async function errors(): Promise<number> {
    const shown = (await statusBar(window.page)).join('\n');
    const [found, count = '0'] = /\d+ notes(?:[ \n]+(\d+))?/u.exec(shown) ?? [];
    return found === undefined ? -1 : Number(count);
  }

  async function shows(count: number): Promise<void> {
    await until(`${count} errors`, async () => ((await errors()) === count ? true : null));
  }
});
