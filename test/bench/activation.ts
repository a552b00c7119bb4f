/**
 * What starting the packaged extension costs VS Code's extension host: its code loaded in a Node of its own, with a
 * stand-in for VS Code's API; then both that and its own work as *Developer: Show Running Extensions* says it.
 *
 *   npm run package && node --import tsx test/bench/activation.ts [WINDOWS]
 *
 * Each window is a new one, on the example vault; the others in the list are those of VS Code, to compare with.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { command, indexed, openWindow, quickOpen, until } from '../vscode/drive';
import { copyExample } from '../vscode/driven/vault';
import { installPackaged } from '../vscode/host/packaged';
import { quantiles } from './quantiles';

async function main(windows: number): Promise<void> {
  const extensionPath = await installPackaged();
  const vault = copyExample();
  const times = new Map<string, number[]>();
  for (const file of ['extension.js', 'languageclient.js'])
    times.set(
      `${file}, loaded by itself, of the processor`,
      Array.from({ length: 9 }, () => loaded(join(extensionPath, 'dist', file))),
    );
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
  console.log(`9 processes and ${windows} windows, milliseconds: median, longest`);
  for (const [name, all] of times) {
    const { p50, most } = quantiles(all);
    console.log(`${name}: ${Math.round(p50)}, ${Math.round(most)}`);
  }
}

/** Names of what VS Code's API holds: whoever copies it pays for each. */
const API = [
  ...readFileSync(resolve('node_modules/@types/vscode/index.d.ts'), 'utf8').matchAll(
    /^\s+export (?:abstract )?(?:class|enum|namespace|const|function) (\w+)/gmu,
  ),
].map(([, name]) => name);

/** Milliseconds of a fresh process's processor time, while the file is loaded in it. */
function loaded(file: string): number {
  const script = `
    const any = new Proxy(function () {}, {
      get: (_, key) => key === Symbol.toPrimitive ? () => '' : key === 'prototype' ? _.prototype : any,
      construct: () => ({}),
      apply: () => any,
    });
    const api = Object.fromEntries(${JSON.stringify(API)}.map(name => [name, any]));
    const Module = require('node:module');
    const { _load } = Module;
    Module._load = (name, ...rest) => name === 'vscode' ? api : _load(name, ...rest);
    const before = process.cpuUsage();
    require(${JSON.stringify(file)});
    const { user, system } = process.cpuUsage(before);
    console.log((user + system) / 1000);`;
  return Number(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }));
}

/** By name: code loading and the call of `activate` together. */
async function activations(page: Page): Promise<ReadonlyMap<string, number>> {
  await quickOpen(page, '_map.md');
  await indexed(page);
  await command(page, 'Developer: Show Running Extensions');
  const rows = page.locator('.runtime-extensions-editor .extension');
  await rows.first().hover();
  const found = new Map<string, string>();
  // The slowest are first, and only those in sight are there.
  await until('the running extensions', async () => {
    const told = await rows.evaluateAll(elements =>
      elements.map(row => [
        row.querySelector('.name')?.textContent ?? '',
        /: (\d+)ms/u.exec(row.querySelector('.activation-time')?.textContent ?? '')?.[1] ?? '',
      ]),
    );
    for (const [name = '', time = ''] of told) found.set(name, time);
    await page.mouse.wheel(0, 300);
    return Boolean(found.get('Claimwright')) || null;
  });
  return new Map(
    [...found].flatMap(([name, time]) => (name && time ? [[name, Number(time)] as const] : [])),
  );
}

void main(Number(process.argv[2] ?? 5));
