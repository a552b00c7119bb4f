/** Files in the explorer, by keys. */
import { basename } from 'node:path';
import type { Page } from 'playwright-core';
import { pressUntil } from './keys';
import { command, quickOpen } from './quickInput';
import { until, visible } from './wait';

/** Opens a file and writes another name for it into the explorer, up to the last key, which is Enter. */
export async function nameInExplorer(page: Page, file: string, name: string): Promise<void> {
  await quickOpen(page, basename(file));
  await command(page, 'File: Reveal Active File in Explorer View');
  const rows = page.locator('.explorer-folders-view .monaco-list-row');
  const row = rows.and(page.locator('.focused')).filter({ hasText: basename(file) });
  await until('its row', visible(row), 30_000);
  const input = rows.locator('input');
  await pressUntil(page, 'the box for its name', ['F2'], visible(input));
  await input.fill(name);
}
