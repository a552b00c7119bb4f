/** What a person does at the keyboard: open files, go to places, run commands, type. */
import type { Locator, Page } from 'playwright-core';
import { until } from './wait';

/** `keys` as Playwright names them: `Control+Space`, `F2`, `ArrowDown`; several are pressed in turn. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Goes to whatever has the focus. With a pause after each key, as lists follow typing. */
export async function type(page: Page, text: string, delayMs = 20): Promise<void> {
  await page.keyboard.type(text, { delay: delayMs });
}

/** Opens a file by name or path and waits until the caret is in it. */
export async function quickOpen(page: Page, fileName: string): Promise<void> {
  const input = await openQuickInput(page, 'F1', '>');
  await input.fill(fileName);
  const title = fileName.split('/').pop() ?? fileName;
  await pick(page, title);
  await until(`${title} to be the active editor`, async () => {
    const tab = page.locator('.part.editor .tab.active').first();
    const name = (await tab.getAttribute('data-resource-name').catch(() => null)) ?? '';
    return name === title ? true : null;
  });
  await focusEditor(page);
}

/** Line and column count from 1, as the status bar shows them. */
export async function goTo(page: Page, line: number, column = 1): Promise<void> {
  const input = await openQuickInput(page, 'F1', '>');
  await input.fill(`:${line}:${column}`);
  await input.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  await until(`the caret to be at ${line}:${column}`, async () => {
    const text = await page
      .locator('#status\\.editor\\.selection')
      .textContent()
      .catch(() => '');
    return new RegExp(`\\b${line}\\D+${column}\\b`).test(text ?? '') ? true : null;
  });
}

/** Chooses the row of this label in the open palette or quick pick, as it is written there. */
export async function pick(page: Page, label: string): Promise<void> {
  const rows = page.locator('.quick-input-list .monaco-list-row');
  await rows
    .filter({ has: page.getByText(label, { exact: true }) })
    .first()
    .waitFor();
  // With the keys: a click would leave the mouse behind, and what it hovers over in the picture.
  const focused = rows.and(page.locator('.focused')).locator('.label-name').first();
  for (let row = 0; row < 50; row++) {
    if ((await focused.textContent({ timeout: 2000 }).catch(() => '')) === label) break;
    if (row === 49) throw new Error(`"${label}" is not among the first rows of the list.`);
    await press(page, 'ArrowDown');
  }
  await press(page, 'Enter');
}

/** Puts the caret back into the active editor, where it last was. */
export async function focusEditor(page: Page): Promise<void> {
  await press(page, 'ControlOrMeta+1');
  await page.locator('.part.editor .monaco-editor.focused').first().waitFor();
}

/** Saves the active editor and waits until it is no longer marked as changed. */
export async function save(page: Page): Promise<void> {
  await press(page, 'ControlOrMeta+s');
  await page.locator('.part.editor .tab.active:not(.dirty)').first().waitFor();
}

/** A key pressed while the window is still busy is lost, so it is pressed until it is heard. */
async function openQuickInput(page: Page, key: string, opensWith: string): Promise<Locator> {
  const input = page.locator(
    '.quick-input-widget:not([style*="display: none"]) input[type="text"]',
  );
  await until('the palette', async () => {
    await page.keyboard.press(key);
    await input.waitFor({ timeout: 2000 }).catch(() => {});
    return (await input.inputValue({ timeout: 500 }).catch(() => '')).startsWith(opensWith) || null;
  });
  return input;
}

/** Opens the code actions at the caret, again until one has these words: asked for too soon the list has none. */
export async function openActions(page: Page, words: string): Promise<void> {
  const offered = page
    .locator('.action-widget .action-item, .action-widget .monaco-list-row')
    .filter({ hasText: words });
  await until(
    `the action “${words}”`,
    async () => {
      await press(page, 'Escape', 'ControlOrMeta+.');
      return offered
        .first()
        .waitFor({ timeout: 3000 })
        .then(() => true)
        .catch(() => null);
    },
    45_000,
  );
}
