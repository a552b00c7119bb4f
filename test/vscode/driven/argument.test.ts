/** The argument in a real window: code lenses that open their lists, the call hierarchy of a belief, and hints of confidence. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { argumentOf } from '../../../server/core/features/argument/argument';
import { stepsFrom } from '../../../server/core/features/argument/callHierarchy';
import { codeLenses, type Lens } from '../../../server/core/features/argument/codeLens';
import { inlayHints } from '../../../server/core/features/argument/inlayHints';
import { titleAt } from '../../../server/core/features/navigation/noteFacts';
import { textOf } from '../../../server/core/text/frontmatter';
import { nameOf } from '../../../server/core/vault/names';
import {
  doUntil,
  goTo,
  hidden,
  openWindow,
  pressUntil,
  quickOpen,
  screenshot,
  until,
  visible,
  type Window,
} from '../drive';
import { copyVault, extensionPath, pictures, type VaultCopy } from './vault';

describe('the argument, in a window', () => {
  let vault: VaultCopy;
  let window: Window;
  /** A note that many link to, in several ways. */
  let linked: string;
  /** A belief that rests on something that rests on something. */
  let belief: string;

  before(async () => {
    vault = copyVault();
    console.log(
      `    on a copy of ${vault.real ? 'the real vault' : 'the example vault: the real one is not here'}`,
    );
    const notes = [...vault.index.notes()];
    linked = best(notes, path => {
      const found = lensesOf(path);
      return found.length * 1000 + (found[0]?.places.length ?? 0);
    });
    const beliefs = notes.filter(path => typeOf(path) === 'belief');
    belief = best(beliefs, path =>
      stepsFrom(vault.index, [path], 'down').reduce(
        (sum, step) => sum + 1 + 10 * stepsFrom(vault.index, [path, step.path], 'down').length,
        0,
      ),
    );
    window = await openWindow({
      folder: vault.root,
      extensionPath,
      say: () => {},
      settings: { 'claimwright.inlayHints.confidence': true },
    });
  });

  after(async () => {
    await window?.close();
    vault?.remove();
  });

  it('stands above the title, and each lens opens its list', async () => {
    const { page } = window;
    const lenses = lensesOf(linked);
    assert.ok(lenses.length > 1, linked);
    await quickOpen(page, basename(linked));
    await shows(lenses.map(({ title }) => title));
    await screenshot(page, join(pictures, 'code-lenses.png'));
    for (const { title, places } of lenses) {
      await open(title);
      await listed(places.length);
      await screenshot(page, join(pictures, `code-lens-${title.replace(/\W+/gu, '-')}.png`));
      const list = page.locator('.reference-zone-widget');
      await pressUntil(page, 'the list to go', ['Escape'], hidden(list));
    }
  });

  /** The editor draws its lenses anew while notes are read, and a click on one that was just drawn may come to nothing. */
  async function open(title: string): Promise<void> {
    const { page } = window;
    const lens = page.locator('.codelens-decoration a', { hasText: title }).first();
    await doUntil(
      `the list of “${title}”`,
      () => lens.click({ timeout: 3000 }).catch(() => {}),
      visible(page.locator('.reference-zone-widget')),
      // A second click while the first is still answered would shut the list.
      { timeoutMs: 60_000, againMs: 10_000 },
    );
  }

  it('counts anew when another note names it, without a touch of its own', async () => {
    const { page } = window;
    const [before] = lensesOf(linked);
    const count = Number.parseInt(before?.title ?? '', 10);
    writeFileSync(
      join(vault.root, 'a new rival.md'),
      `---\ntype: claim\nchallenges: ${JSON.stringify(nameOf(linked))}\n---\n`,
    );
    await until('the lens to count the new note', async () => {
      const titles = await lensTitles();
      const challenged = titles.some(title => title.startsWith('challenged by '));
      return (titles[0] === `${count + 1} notes link here` && challenged) || null;
    });
    await screenshot(page, join(pictures, 'code-lenses-anew.png'));
  });

  it('unfolds from a belief to what it rests on, step by step', async () => {
    const { page } = window;
    await quickOpen(page, basename(belief));
    await goTo(page, 1);
    const down = stepsFrom(vault.index, [belief], 'down');
    const callers = page.getByRole('button', { name: 'Show Outgoing Calls' }).first();
    await pressUntil(page, 'the tree', ['Shift+Alt+h'], visible(callers), { againMs: 6000 });
    await until('the first row', async () => (await rows()).length > 0 || null);
    // It opens with what rests on the note; the argument below it is the other way round.
    await screenshot(page, join(pictures, 'call-hierarchy-up.png'));
    const first = down[0];
    assert.ok(first);
    const shown = await doUntil(
      'what it rests on',
      // Gone once it is pressed: another is in its place.
      () => callers.click({ timeout: 2000 }).catch(() => {}),
      async () => {
        const found = await rows();
        return found.some(row => row.includes(first.title.slice(0, 30))) ? found : null;
      },
    );
    assert.ok(shown.some(row => row.includes(titleAt(vault.index, belief).slice(0, 30))));
    for (const step of down)
      assert.ok(
        shown.some(row => row.includes(step.title.slice(0, 30))),
        `${step.title} in ${shown.join('\n')}`,
      );
    await screenshot(page, join(pictures, 'call-hierarchy.png'));
    const deep = down.find(step => below(step.path).length > 0);
    assert.ok(deep);
    const row = tree()
      .locator('.monaco-list-row', { hasText: deep.title.slice(0, 30) })
      .first();
    const [next] = below(deep.path);
    assert.ok(next);
    await until('the next step', async () => {
      if ((await rows()).some(each => each.includes(next.title.slice(0, 20)))) return true;
      // Choosing a row opens its note, which may take the keys.
      if ((await row.getAttribute('aria-expanded').catch(() => null)) === 'false')
        await row
          .locator('.monaco-tl-twistie')
          .click({ timeout: 2000 })
          .catch(() => {});
      return null;
    });
    await screenshot(page, join(pictures, 'call-hierarchy-deep.png'));
  });

  it('shows the confidence behind links', async () => {
    const { page } = window;
    await quickOpen(page, basename(belief));
    const text = vault.read(belief);
    const range = { start: 0, end: vault.index.note(belief)?.body ?? 0 };
    const labels = inlayHints(vault.index, belief, range, text).map(({ label }) => label);
    assert.ok(labels.length > 0);
    const lines = page.locator('.part.editor .view-lines').first();
    await until(`the hints ${labels.join(' ')}`, async () => {
      const shown = (await lines.textContent()) ?? '';
      const hints = shown.replaceAll('\u00A0', ' ').match(/(?<=\]\]|["'\w])\(\w+\)/gu) ?? [];
      return labels.every((label, index) => hints[index] === label) || null;
    });
    await screenshot(page, join(pictures, 'inlay-hints.png'));
  });

  function below(path: string) {
    return stepsFrom(vault.index, [belief, path], 'down');
  }

  function frontmatterOf(path: string) {
    return vault.index.note(path)?.frontmatter ?? null;
  }

  function typeOf(path: string): string | undefined {
    return textOf(frontmatterOf(path), 'type');
  }

  function lensesOf(path: string): Lens[] {
    return codeLenses(vault.index, path, argumentOf(vault.index, path));
  }

  async function lensTitles(): Promise<string[]> {
    const shown = await window.page.locator('.codelens-decoration a').allInnerTexts();
    return shown.map(text => text.replaceAll('\u00A0', ' ').trim());
  }

  async function shows(titles: readonly string[]): Promise<void> {
    let shown: readonly string[] = [];
    await until(
      `the lenses ${titles.join(', ')}`,
      async () => {
        shown = await lensTitles();
        return shown.join() === titles.join() || null;
      },
      60_000,
    ).catch(error => assert.fail(`${error.message} Shown are: ${shown.join(', ')}.`));
  }

  /** Places in the editor's list of references, as its head counts them. */
  async function listed(places: number): Promise<void> {
    const head = window.page.locator('.reference-zone-widget .peekview-title');
    let shown: string | null = null;
    await until(`a list of ${places}`, async () => {
      shown = (await head.textContent({ timeout: 500 }).catch(() => null)) ?? shown;
      return shown?.endsWith(`(${places})`) || null;
    }).catch(error => assert.fail(`${error.message} Shown is: ${shown}.`));
  }

  function tree() {
    return window.page.locator('.part.sidebar .monaco-list[role="tree"]:visible');
  }

  async function rows(): Promise<string[]> {
    const texts = await tree().locator('.monaco-list-row').allInnerTexts();
    return texts.map(text => text.replaceAll('\u00A0', ' '));
  }
});

function best(paths: readonly string[], worth: (path: string) => number): string {
  const rated = paths.map(path => [worth(path), path] as const).sort(([a], [b]) => b - a);
  const [first] = rated;
  if (first === undefined || first[0] <= 0) throw new Error('There is no such note in the vault.');
  return first[1];
}
