/** The palette and the questions that appear in its place: files, places, commands, answers. */
import type { Locator, Page } from 'playwright-core';
import { doUntil, focusEditor, press } from './keys';
import { until } from './wait';

const WIDGET = '.quick-input-widget:not([style*="display: none"])';

/** Opens a file by name or path and waits until the caret is in it. */
export async function quickOpen(page: Page, fileName: string): Promise<void> {
  const title = fileName.split('/').pop() ?? fileName;
  const tab = page.locator('.part.editor .tab.active').first();
  await doUntil(
    `${title} to be the active editor`,
    async () => {
      await fillPalette(page, fileName);
      await pick(page, title, 5000).catch(() => press(page, 'Escape'));
    },
    async () => {
      const name = await tab
        .getAttribute('data-resource-name', { timeout: 1000 })
        .catch(() => null);
      return name === title || null;
    },
    { timeoutMs: 45_000, againMs: 5000 },
  );
  await focusEditor(page);
}

/** Line and column count from 1, as the status bar shows them. */
export async function goTo(page: Page, line: number, column = 1): Promise<void> {
  const place = page.locator('#status\\.editor\\.selection');
  await doUntil(
    `the caret to be at ${line}:${column}`,
    async () => {
      await fillPalette(page, `:${line}:${column}`);
      await answer(page).catch(() => {});
    },
    async () => {
      const text = await place.textContent({ timeout: 1000 }).catch(() => '');
      return new RegExp(`\\b${line}\\D+${column}\\b`).test(text ?? '') || null;
    },
  );
}

/** Runs a command by its title. The palette knows it only once its extension is known. */
export async function command(page: Page, title: string): Promise<void> {
  await until(
    `the command ${title}`,
    async () => {
      await fillPalette(page, `>${title.replace('…', '')}`);
      return pick(page, title, 3000).then(
        () => true,
        // Shut, else the same words would not be looked up anew.
        () => press(page, 'Escape').then(() => null),
      );
    },
    60_000,
  );
}

/** Saves all notes, again until that shows: what is to be saved may come late. */
export async function saveAll<T>(
  page: Page,
  what: string,
  seen: () => Promise<T | null>,
): Promise<T> {
  const save = async () => {
    await command(page, 'File: Save All Files');
    // Keys that are pressed next are for the note.
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  };
  return doUntil(what, save, seen);
}

/** Chooses the row of this label in the open palette or quick pick, as it is written there. */
export async function pick(page: Page, label: string, timeoutMs = 30_000): Promise<void> {
  const rows = rowsOf(page);
  await rows
    .filter({ has: page.getByText(label, { exact: true }) })
    .first()
    .waitFor({ timeout: timeoutMs });
  const focused = rows.and(page.locator('.focused')).locator('.label-name').first();
  const isFocused = async () => (await focused.textContent({ timeout: 2000 })) === label;
  // With the keys: a click would leave the mouse behind, and what it hovers over in the picture.
  for (let row = 0; !(await isFocused()); row++) {
    if (row === 49) throw new Error(`"${label}" is not among the first rows of the list.`);
    await press(page, 'ArrowDown');
  }
  await answer(page);
}

/** Goes down to the row of the open quick pick that shows this. */
export async function focusRow(page: Page, pattern: RegExp): Promise<void> {
  const focused = rowsOf(page).and(page.locator('.focused')).first();
  await until(`the row ${pattern}`, async () => {
    const text = (await focused.textContent({ timeout: 1000 }).catch(() => '')) ?? '';
    if (pattern.test(text.replaceAll('\u00A0', ' '))) return true;
    await press(page, 'ArrowDown');
    return null;
  });
}

/**
 * Answers the question in sight with Enter, again where it is still the same after a while: a list
 * that is just drawn anew has no row to take. Where it would come back unchanged, press Enter.
 */
export async function answer(page: Page): Promise<void> {
  // Where it is gone already the key would be text.
  const asked = await until(
    'a question',
    async () => {
      const now = await question(page);
      return now === NO_QUESTION ? null : now;
    },
    3000,
  );
  await doUntil(
    'the question to be answered',
    () => press(page, 'Enter'),
    async () => (await question(page)) !== asked || null,
    { againMs: 5000 },
  );
}

/** Waits for the question of that title. */
export async function titled(page: Page, pattern: RegExp): Promise<void> {
  const title = page.locator('.quick-input-widget .quick-input-title');
  await until(
    `a question titled ${pattern}`,
    async () => {
      const text = await title.textContent({ timeout: 1000 }).catch(() => '');
      return pattern.test(text ?? '') || null;
    },
    30_000,
  );
}

/** Rows in sight that are ticked. */
export async function ticked(page: Page): Promise<number> {
  return page
    .locator(WIDGET)
    .locator('.monaco-list-row input:checked, .monaco-list-row .monaco-checkbox.checked')
    .count();
}

/** A key pressed while the window is busy is lost, and what takes the focus meanwhile shuts the palette. */
async function fillPalette(page: Page, text: string): Promise<void> {
  const input = page.locator(`${WIDGET} input[type="text"]`);
  const value = () => input.inputValue({ timeout: 500 }).catch(() => '');
  await until('the palette', async () => {
    await press(page, 'F1');
    await input.waitFor({ timeout: 2000 }).catch(() => {});
    if (!(await value()).startsWith('>')) return null;
    await input.fill(text, { timeout: 2000 }).catch(() => {});
    return (await value()) === text || null;
  });
}

function rowsOf(page: Page): Locator {
  return page.locator('.quick-input-list .monaco-list-row');
}

const NO_QUESTION = JSON.stringify([[], []]);

/** All that tells one question from the next. */
async function question(page: Page): Promise<string> {
  const texts = await page.locator(WIDGET).allTextContents();
  const inputs = await page
    .locator(`${WIDGET} input[type="text"]`)
    .evaluateAll(all =>
      all.map(input => [
        (input as unknown as { readonly value: string }).value,
        input.getAttribute('placeholder'),
      ]),
    );
  return JSON.stringify([texts, inputs]);
}
