/** Waiting for what a person would wait for: that the window has come to rest. */
import type { Locator, Page } from 'playwright-core';

/** Polls until `read` gives something other than null; then says what it was waiting for. */
export async function until<T>(
  what: string,
  read: () => Promise<T | null>,
  timeoutMs = 15_000,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const value = await read();
    if (value !== null) return value;
    if (Date.now() > deadline) throw new Error(`Waited ${timeoutMs} ms in vain for ${what}.`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

/** What to look for with `until` and its like. */
export function visible(place: Locator): () => Promise<true | null> {
  return async () => (await place.first().isVisible()) || null;
}

export function hidden(place: Locator): () => Promise<true | null> {
  return async () => (await place.first().isHidden()) || null;
}

/** Reads until there is something and it has stayed the same for `quietMs`: parts may arrive late. */
export async function untilSteady<T>(
  what: string,
  read: () => Promise<T | null>,
  timeoutMs = 15_000,
  quietMs = 300,
): Promise<T> {
  let last = '';
  let since = 0;
  return until(
    what,
    async () => {
      const value = await read();
      const now = JSON.stringify(value);
      if (now !== last) since = Date.now();
      last = now;
      return value !== null && Date.now() - since >= quietMs ? value : null;
    },
    timeoutMs,
  );
}

/** Of a folder, a file, or a window with neither. */
const FIRST_SIGNS =
  '.explorer-viewlet .monaco-list-row, .editor-container .monaco-editor, .gettingStartedContainer';

/**
 * The workbench is up and its text has not changed for `quietMs`. Extensions may still be at work:
 * to wait for one, wait for what it shows.
 */
export async function waitForSettled(page: Page, quietMs = 400): Promise<void> {
  await page.locator('.monaco-workbench .statusbar-item').first().waitFor({ timeout: 60_000 });
  await page.locator(FIRST_SIGNS).first().waitFor();
  await untilSteady(
    'the window to settle',
    () => page.locator('.monaco-workbench').textContent(),
    30_000,
    quietMs,
  );
}
