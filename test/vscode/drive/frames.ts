/** Pages inside the window: those of webviews and previews, which have frames of their own. */
import type { Frame, Page } from 'playwright-core';
import { press, type } from './keys';
import { until } from './wait';

/** The frame that holds such an element. */
export function frameWith(page: Page, selector: string, timeoutMs = 60_000): Promise<Frame> {
  return until(
    `a page with ${selector}`,
    async () => {
      for (const frame of page.frames()) {
        const found = await frame
          .locator(selector)
          .count()
          .catch(() => 0);
        if (found > 0) return frame;
      }
      return null;
    },
    timeoutMs,
  );
}

/** By the editor's own command, which keeps what is to be kept. */
export async function reload(page: Page): Promise<void> {
  await page.evaluate('globalThis.isBefore = true');
  await press(page, 'F1');
  await type(page, 'Developer: Reload Window');
  await page.waitForTimeout(1500);
  await press(page, 'Enter');
  await until(
    'another window',
    async () => ((await page.evaluate('globalThis.isBefore').catch(() => true)) ? null : true),
    30_000,
  );
  await page.locator('.monaco-workbench .statusbar-item').first().waitFor({ timeout: 60_000 });
}
