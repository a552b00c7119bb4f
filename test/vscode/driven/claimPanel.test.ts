/** The claim panel by keys, in a real window: it follows the editor, unfolds the chain, gives links away, and makes links of mentions. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type SectionName, sectionsOf } from '../../../server/core/features/claim/sections';
import { titleAt } from '../../../server/core/features/navigation/noteFacts';
import { nameOf } from '../../../server/core/vault/names';
import {
  command,
  doUntil,
  focusEditor,
  hidden,
  indexed,
  openWindow,
  press,
  pressUntil,
  quickOpen,
  savedText,
  screenshot,
  until,
  visible,
  type Window,
} from '../drive';
import { copyVault, extensionPath, pictures, type VaultCopy } from './vault';

const FOCUS = 'Claimwright: Focus on Claim View';
const DIARY = 'a diary of mentions.md';
const TITLES: Readonly<Partial<Record<SectionName, string>>> = {
  'rests-on': 'Rests On',
  supports: 'Supports',
  'challenged-by': 'Challenged By',
  sources: 'Sources',
  'linked-from': 'Linked From',
};

describe('the claim panel, by keys', () => {
  let vault: VaultCopy;
  let window: Window;
  /** A claim that rests on something that rests on something, and that others link to. */
  let claim: string;
  /** What it rests on, and what that rests on. */
  let ground: string;

  before(async () => {
    vault = copyVault();
    const found = chainIn(vault);
    [claim, ground] = [found.claim, found.ground];
    writeFileSync(join(vault.root, DIARY), `One day.\n\n${nameOf(claim)}, they say.\n`);
    window = await openWindow({ folder: vault.root, extensionPath, say: () => {} });
    await indexed(window.page);
    await focusClaim();
  });

  after(async () => {
    await window?.close();
    vault?.remove();
  });

  it('says what it is for while no note is open', async () => {
    await until('the welcome', visible(window.page.getByText('and this says how it stands')));
    await screenshot(window.page, join(pictures, 'claim-none.png'));
  });

  it('follows the note in the editor, with the numbers of its sections', async () => {
    for (const path of [claim, ground, claim]) {
      await quickOpen(window.page, basename(path));
      await showsNumbers(path);
    }
    await screenshot(window.page, join(pictures, 'claim.png'));
  });

  it('unfolds along the chain, and stays unfolded when numbers change', async () => {
    const [next] = pathsOf(ground, 'rests-on');
    assert.ok(next);
    await goToRow(titleAt(vault.index, ground));
    const unfolded = () => rowOf(titleAt(vault.index, next));
    await pressUntil(window.page, 'the next step', ['ArrowRight'], unfolded);
    await screenshot(window.page, join(pictures, 'claim-chain.png'));
    const before = pathsOf(claim, 'linked-from').length;
    writeFileSync(join(vault.root, 'one more.md'), `So [[${nameOf(claim)}]].\n`);
    await until('the new link to count', () => rowOf('Linked From', `${before + 1}`));
    assert.ok(await unfolded(), 'what was unfolded still is');
  });

  it('copies a link, and opens to the side', async () => {
    const { page } = window;
    await chooseInMenu('Copy Link', titleAt(vault.index, ground));
    await quickOpen(page, DIARY);
    const link = `[[${nameOf(ground)}]]`;
    await press(page, 'ControlOrMeta+End', 'ControlOrMeta+v');
    assert.ok((await savedText(page, join(vault.root, DIARY))).endsWith(link));
    await quickOpen(page, basename(claim));
    await shows(claim);
    await chooseInMenu('Open to the Side', titleAt(vault.index, ground));
    const groups = page.locator('.part.editor .editor-group-container');
    await until('two editors side by side', async () => (await groups.count()) === 2 || null);
    await command(page, 'View: Close All Editors');
  });

  it('drops a link where a row is dragged to', async () => {
    const { page } = window;
    await quickOpen(page, basename(claim));
    await shows(claim);
    const row = rowsLocator().filter({ hasText: titleAt(vault.index, ground).slice(0, 20) });
    const line = page.locator('.part.editor .view-line').nth(1);
    const text = readFileSync(join(vault.root, claim), 'utf8');
    await row.first().dragTo(line, { targetPosition: { x: 30, y: 8 } });
    const link = `[[${nameOf(ground)}]]`;
    const dropped = await savedText(page, join(vault.root, claim));
    assert.equal(dropped.length - text.length, link.length);
    assert.ok(dropped.includes(link));
    await screenshot(page, join(pictures, 'claim-dropped.png'));
    await focusEditor(page);
    await press(page, 'ControlOrMeta+z');
    assert.equal(await savedText(page, join(vault.root, claim)), text);
  });

  it('finds a mention without a link, links it, and takes that back', async () => {
    const { page } = window;
    const file = join(vault.root, DIARY);
    const before = readFileSync(file, 'utf8');
    await quickOpen(page, basename(claim));
    await shows(claim);
    await goToRow('Unlinked Mentions');
    const found = () => rowOf(nameOf(claim).slice(0, 20), null, 'they say');
    await pressUntil(page, 'the mention', ['ArrowRight'], found, { againMs: 10_000 });
    await screenshot(page, join(pictures, 'claim-mentions.png'));
    await chooseInMenu('Link It', 'they say');
    await screenshot(page, join(pictures, 'claim-linked.png'));
    const linked = before.replace(`\n${nameOf(claim)},`, `\n[[${nameOf(claim)}]],`);
    await until('the link in the file', async () =>
      readFileSync(file, 'utf8') === linked ? true : null,
    );
    await until('the mention to go', async () => ((await found()) === null ? true : null));
    await quickOpen(page, DIARY);
    await pressUntil(
      page,
      'it to be undone',
      ['ControlOrMeta+z', 'ControlOrMeta+s'],
      async () => (readFileSync(file, 'utf8') === before ? true : null),
      { againMs: 6000 },
    );
  });

  it('is read out with all that its colours and shapes say', async () => {
    await quickOpen(window.page, basename(claim));
    await shows(claim);
    const title = titleAt(vault.index, ground).slice(0, 30);
    const labels = () =>
      rowsLocator().evaluateAll(all => all.map(row => row.getAttribute('aria-label') ?? ''));
    await until('what is read out of the row and of its section', async () => {
      const said = await labels();
      const row = said.find(each => each.startsWith(title)) ?? '';
      const section = said.some(each => /^Rests On, \d+ notes?/u.test(each));
      return (section && /, (?:claim|source|belief)\b/u.test(row)) || null;
    });
  });

  function pathsOf(path: string, section: SectionName): readonly string[] {
    return sectionsOf(vault.index, path).find(({ name }) => name === section)?.paths ?? [];
  }

  function pane() {
    return window.page.locator('.part.sidebar .pane', {
      has: window.page.locator('.pane-header[aria-label^="Claim"]'),
    });
  }

  function rowsLocator() {
    return pane().locator('.monaco-list-row');
  }

  /** Label and description of each row in sight, top down. */
  async function rows(): Promise<[label: string, description: string][]> {
    const texts = await rowsLocator().evaluateAll(elements =>
      elements
        .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
        .map(row => [
          row.querySelector('.label-name')?.textContent ?? '',
          row.querySelector('.label-description')?.textContent ?? '',
        ]),
    );
    return texts.map(([label = '', description = '']) => [
      label.replaceAll('\u00A0', ' '),
      description.replaceAll('\u00A0', ' '),
    ]);
  }

  /** Whether a row begins so, has this description where one is given, and holds these words. */
  async function rowOf(
    start: string,
    description: string | null = null,
    words = '',
  ): Promise<true | null> {
    const found = (await rows()).some(
      ([label, said]) =>
        label.startsWith(start.slice(0, 40)) &&
        label.includes(words) &&
        (description === null || said === description),
    );
    return found || null;
  }

  async function shows(path: string): Promise<void> {
    const title = titleAt(vault.index, path);
    const said = pane().locator('.pane-header .description', { hasText: title.slice(0, 40) });
    await until(`the panel of “${title}”`, visible(said));
  }

  async function showsNumbers(path: string): Promise<void> {
    await shows(path);
    for (const [section, title] of Object.entries(TITLES)) {
      const { length } = pathsOf(path, section as SectionName);
      if (length > 0)
        await until(`${title} ${length}`, () => rowOf(title, `${length}`)).catch(async error =>
          assert.fail(`${error.message} Shown: ${JSON.stringify(await rows())}`),
        );
    }
  }

  async function focusClaim(): Promise<void> {
    const focused = pane().locator('.monaco-list:focus, .welcome-view:focus-within, :focus');
    await doUntil(
      'the keys to go to the claim',
      () => command(window.page, FOCUS),
      visible(focused),
      { timeoutMs: 45_000 },
    );
  }

  /** Goes down to the row that holds these words. */
  async function goToRow(words: string): Promise<void> {
    await focusClaim();
    await press(window.page, 'Home');
    const focused = pane().locator('.monaco-list-row.focused', { hasText: words.slice(0, 40) });
    await until(`the row ${words}`, async () => {
      if (await focused.isVisible()) return true;
      await press(window.page, 'ArrowDown');
      return null;
    });
  }

  async function chooseInMenu(label: string, words: string): Promise<void> {
    const { page } = window;
    await goToRow(words);
    const menu = page.locator('.context-view .monaco-menu:visible');
    await doUntil('the menu', () => press(page, 'Shift+F10'), visible(menu));
    const focused = menu.locator('.action-item.focused', { hasText: label });
    await until(`“${label}” in the menu`, async () => {
      if (await focused.isVisible()) return true;
      await press(page, 'ArrowDown');
      return null;
    });
    await press(page, 'Enter');
    await until('the menu to go', hidden(menu));
  }
});

/** The claim with the most around it among those with a chain of two steps below them. */
function chainIn({ index }: VaultCopy): { readonly claim: string; readonly ground: string } {
  const below = (path: string) =>
    sectionsOf(index, path).find(({ name }) => name === 'rests-on')?.paths ?? [];
  const chains = [...index.notes()].flatMap(claim => {
    const ground = below(claim).find(each => below(each).some(next => next !== claim));
    if (ground === undefined) return [];
    const around = sectionsOf(index, claim).filter(({ paths }) => paths.length > 0).length;
    return [{ claim, ground, around }];
  });
  const [first] = chains.sort((a, b) => b.around - a.around);
  assert.ok(first, 'there is a chain in the vault');
  return first;
}
