/** The main job by keys alone, in a real window: complete, see, mend, preview, follow, and files renamed from outside. */
import assert from 'node:assert/strict';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { completion } from '../../../server/core/features/completion/completion';
import { checkNote } from '../../../server/core/rules/check';
import { textOf } from '../../../server/core/text/frontmatter';
import { nameOf } from '../../../server/core/vault/names';
import { TODAY } from '../../support/day';
import {
  goTo,
  hoverText,
  indexed,
  openActions,
  openWindow,
  press,
  pressUntil,
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

/** Not too many: each is typed letter by letter. */
const TITLES = 6;

describe('the main job, by keys', () => {
  let vault: VaultCopy;
  let window: Window;
  let claims: string[];
  let mistyped: string;
  let mistypedBefore: string;

  before(async () => {
    vault = copyVault();
    console.log(
      `    on a copy of ${vault.real ? 'the real vault' : 'the example vault: the real one is not here'}`,
    );
    claims = soundClaims(vault);
    mistyped =
      claims.find(
        path => textOf(vault.index.note(path)?.frontmatter ?? null, 'confidence') === 'likely',
      ) ?? '';
    mistypedBefore = vault.read(mistyped);
    writeFileSync(
      join(vault.root, mistyped),
      mistypedBefore.replace(/^confidence: likely$/mu, 'confidence: likley'),
    );
    writeFileSync(join(vault.root, 'scratch.md'), 'First lines.\n');
    window = await openWindow({ folder: vault.root, extensionPath, say: () => {} });
    await quickOpen(window.page, 'scratch.md');
    await indexed(window.page, [...vault.index.notes()].length + 1);
  });

  after(async () => {
    await window?.close();
    vault?.remove();
  });

  it('offers a title among the first three for three words out of its middle, and Enter inserts it', async () => {
    const { page } = window;
    for (const path of spread(claims, TITLES)) {
      const words = middleWords(nameOf(path));
      await press(page, 'ControlOrMeta+End');
      await press(page, 'Enter');
      await type(page, `[[${words}`, 40);
      const rows = await suggestions(page);
      assert.deepEqual(
        rows.map(row => row.label),
        offered(vault, `[[${words}`).slice(0, rows.length),
        "the editor's own filter changes the order",
      );
      if (path === claims[0]) await screenshot(page, join(pictures, 'completion.png'));
      const place = rows.slice(0, 3).findIndex(row => standsFor(row.label, nameOf(path)));
      assert.ok(
        place >= 0,
        `${nameOf(path)} is not offered for “${words}”: ${rows
          .slice(0, 3)
          .map(row => row.label)
          .join(' / ')}`,
      );
      for (let down = 0; down < place; down++) await press(page, 'ArrowDown');
      await press(page, 'Enter');
      await press(page, 'Escape');
      const text = await savedText(page, join(vault.root, 'scratch.md'));
      assert.equal(text.split('\n').at(-1), `[[${nameOf(path)}]]`);
    }
    // The last one was an error until it was whole.
    let left = '';
    await until('every link to resolve', async () => {
      const marks = Object.entries(await squiggles(page)).filter(([, count]) => count > 0);
      left = JSON.stringify(marks);
      return marks.length === 0 || null;
    }).catch(error => assert.fail(`${error.message} There are ${left}.`));
    await screenshot(page, join(pictures, 'links.png'));
  });

  it('keeps the list open behind a blank and a comma, and opens it again while deleting', async () => {
    const { page } = window;
    const words = middleWords(nameOf(claims[0] ?? ''));
    await press(page, 'ControlOrMeta+End', 'Enter');
    await type(page, `[[${words}`, 40);
    assert.ok((await suggestions(page)).length > 0);
    await type(page, ' ', 40);
    assert.ok((await suggestions(page)).length > 0, 'a blank ends it');
    await type(page, 'and, ', 40);
    assert.ok((await suggestions(page)).length > 0, 'a comma ends it');
    for (let back = 0; back < 7; back++) await press(page, 'Backspace');
    await type(page, words.slice(-1), 40);
    assert.ok((await suggestions(page)).length > 0, 'deleting over a blank ends it');
    await press(page, 'Escape', 'ControlOrMeta+z', 'ControlOrMeta+Shift+k');
    await savedText(page, join(vault.root, 'scratch.md'));
  });

  it('squiggles the one mistyped word, and the quick fix mends just that', async () => {
    const { page } = window;
    await quickOpen(page, basename(mistyped));
    const line = mistypedBefore.split('\n').indexOf('confidence: likely') + 1;
    await until('the squiggle', async () => (await squiggles(page)).error === 1 || null);
    await goTo(page, line, 15);
    assert.match(await hoverText(page), /likley.*is no value of/u);
    await screenshot(page, join(pictures, 'squiggle.png'));
    await openActions(page, 'likely');
    await screenshot(page, join(pictures, 'quick-fix.png'));
    await press(page, 'Enter');
    await until('the squiggle to go', async () => (await squiggles(page)).error === 0 || null);
    assert.equal(await savedText(page, join(vault.root, mistyped)), mistypedBefore);
  });

  it('previews a link and opens its note', async () => {
    const { page } = window;
    const target = nameOf(spread(claims, TITLES)[0] ?? '');
    await quickOpen(page, 'scratch.md');
    const line = vault.read('scratch.md').split('\n').indexOf(`[[${target}]]`) + 1;
    await goTo(page, line, 10);
    const text = await hoverText(page);
    assert.ok(text.includes(target), text);
    assert.match(text, /claim · \w+/u);
    await screenshot(page, join(pictures, 'hover.png'));
    await press(page, 'Escape');
    await pressUntil(page, 'the note to open', ['F12'], async () => {
      const name = await page
        .locator('.part.editor .tab.active')
        .first()
        .getAttribute('data-resource-name');
      return name === `${target}.md` || null;
    });
    await screenshot(page, join(pictures, 'definition.png'));
  });

  it('tells within two seconds of a note renamed from outside, and of its return', async () => {
    const { page } = window;
    const path = spread(claims, TITLES)[1] ?? '';
    await quickOpen(page, 'scratch.md');
    const count = async () =>
      Object.values(await squiggles(page)).reduce((sum, each) => sum + each, 0);
    assert.equal(await count(), 0);
    const away = join(vault.root, dirname(path), 'zz renamed away.md');
    renameSync(join(vault.root, path), away);
    await until('the link to be told', async () => (await count()) > 0 || null, 2000);
    await screenshot(page, join(pictures, 'renamed.png'));
    renameSync(away, join(vault.root, path));
    await until('the link to be whole', async () => (await count()) === 0 || null, 2000);
    assert.equal(readFileSync(join(vault.root, path), 'utf8'), vault.read(path));
  });
});

/** Claims of long, unique names without findings, in a fixed order. */
function soundClaims({ index }: VaultCopy): string[] {
  return [...index.notes()].sort().filter(path => {
    const note = index.note(path);
    const name = nameOf(path);
    return (
      note !== undefined &&
      textOf(note.frontmatter, 'type') === 'claim' &&
      /^[a-z ]{60,}$/u.test(name) &&
      index.resolve({ ...note.links[0], target: { written: name } } as never, '').kind ===
        'found' &&
      checkNote(index, path, TODAY).length === 0
    );
  });
}

/** What the server offers behind `text`, in its order. */
function offered({ index }: VaultCopy, text: string): string[] {
  index.apply([{ kind: 'set', path: 'scratch.md', text }]);
  const found = completion(index, 'scratch.md', text, text.length);
  return found?.entries.map(entry => entry.label) ?? [];
}

/** Three words in a row from the middle, the longest such. */
function middleWords(title: string): string {
  const words = title.split(' ');
  const from = Math.floor(words.length / 3);
  const triples = words
    .slice(from, -4)
    .map((_, index) => words.slice(from + index, from + index + 3).join(' '));
  return triples.sort((a, b) => b.length - a.length)[0] ?? title;
}

/** A label is the title, or parts of it with `…` for what is left out. */
function standsFor(label: string, title: string): boolean {
  return label.split('…').every(part => title.includes(part.trim()));
}

function spread<Item>(items: readonly Item[], count: number): Item[] {
  const step = Math.max(1, Math.floor(items.length / count));
  return items.filter((_, index) => index % step === 0).slice(0, count);
}
