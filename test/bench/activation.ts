/**
 * What starting the packaged extension costs VS Code's extension host: loading its code, and its own work, as
 * *Developer: Show Running Extensions* says it.
 *
 *   npm run package && node --import tsx test/bench/activation.ts [WINDOWS]
 *
 * Each window is a new one, on the example vault; the others in the list are those of VS Code, to compare with.
 */
import type { Page } from 'playwright-core';
import { command, indexed, openWindow, quickOpen, untilSteady } from '../vscode/drive';
import { copyExample } from '../vscode/driven/vault';
import { installPackaged } from '../vscode/host/packaged';

async function main(windows: number): Promise<void> {
  const extensionPath = await installPackaged();
  const vault = copyExample();
  const times = new Map<string, number[]>();
  try {
    for (let at = 0; at < windows; at++) {
      const window = await openWindow({ folder: vault.root, extensionPath });
      for (const [name, time] of await activations(window.page))
        times.set(name, [...(times.get(name) ?? []), time]);
      await window.close();
    }
  } finally {
    vault.remove();
  }
  console.log(`${windows} windows, milliseconds: median, longest`);
  for (const [name, all] of times) {
    const sorted = all.sort((a, b) => a - b);
    console.log(`${name}: ${sorted[Math.floor(sorted.length / 2)]}, ${sorted.at(-1)}`);
  }
}

/** By name: code loading and the call of `activate` together. */
async function activations(page: Page): Promise<ReadonlyMap<string, number>> {
  await quickOpen(page, '_map.md');
  await indexed(page);
  await command(page, 'Developer: Show Running Extensions');
  const rows = page.locator('.runtime-extensions-editor .extension');
  const found = await untilSteady('the running extensions', async () => {
    const told = await rows.evaluateAll(elements =>
      elements.map(row => [
        row.querySelector('.name')?.textContent ?? '',
        /: (\d+)ms/u.exec(row.querySelector('.activation-time')?.textContent ?? '')?.[1] ?? '',
      ]),
    );
    return told.some(([name, time]) => name === 'Claimwright' && time !== '') ? told : null;
  });
  return new Map(
    found.flatMap(([name, time]) => (name && time ? [[name, Number(time)] as const] : [])),
  );
}

void main(Number(process.argv[2] ?? 5));
