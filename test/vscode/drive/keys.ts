/** What a person does at the keyboard: press, and press again what was not heard; type; save. */
import type { Page } from 'playwright-core';
import { until, visible } from './wait';

/** `keys` as Playwright names them: `Control+Space`, `F2`, `ArrowDown`; several are pressed in turn. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

interface Patience {
  readonly timeoutMs?: number;
  /** How long one attempt may take to show. Longer where a second attempt would do more than the first. */
  readonly againMs?: number;
}

/**
 * Acts, and waits for what that brings about. A key or click that comes while the window is busy is
 * lost, so it is made again where nothing has come of it, but never before it was looked for.
 */
export async function doUntil<T>(
  what: string,
  act: () => Promise<unknown>,
  seen: () => Promise<T | null>,
  { timeoutMs = 30_000, againMs = 3000 }: Patience = {},
): Promise<T> {
  let next = 0;
  return until(
    what,
    async () => {
      // What was there before the first attempt is not its effect.
      const value = next === 0 ? null : await seen();
      if (value === null && Date.now() >= next) {
        await act();
        next = Date.now() + againMs;
      }
      return value;
    },
    timeoutMs,
  );
}

export async function pressUntil<T>(
  page: Page,
  what: string,
  keys: readonly string[],
  seen: () => Promise<T | null>,
  patience: Patience = {},
): Promise<T> {
  return doUntil(what, () => press(page, ...keys), seen, patience);
}

/** Goes to whatever has the focus. With a pause after each key, as lists follow typing. */
export async function type(page: Page, text: string, delayMs = 20): Promise<void> {
  await page.keyboard.type(text, { delay: delayMs });
}

/** Puts the caret back into the active editor, where it last was. */
export async function focusEditor(page: Page): Promise<void> {
  const focused = page.locator('.part.editor .monaco-editor.focused');
  await pressUntil(page, 'the caret in the editor', ['ControlOrMeta+1'], visible(focused));
}

/** Saves the active editor and waits until it is no longer marked as changed. */
export async function save(page: Page): Promise<void> {
  const clean = page.locator('.part.editor .tab.active:not(.dirty)');
  await pressUntil(page, 'the note to be saved', ['ControlOrMeta+s'], visible(clean));
}

/** Opens the code actions at the caret, again until one has these words: asked for too soon the list has none. */
export async function openActions(page: Page, words: string): Promise<void> {
  const offered = page
    .locator('.action-widget .action-item, .action-widget .monaco-list-row')
    .filter({ hasText: words });
  await pressUntil(page, `the action “${words}”`, ['Escape', 'ControlOrMeta+.'], visible(offered), {
    timeoutMs: 45_000,
  });
}
