/** Storms over a vault that a server watches: a checkout, a folder that moves, an agent that writes; and whether the server ends up where a new one would. */
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { LspClient, type LspClientOptions, pause } from './lspClient';

type Kind = 1 | 2 | 3;

/** Rewrites many notes and reports all of them at once, as an editor does after a checkout. */
export async function checkOut(
  client: LspClient,
  names: readonly string[],
  rewrite: (name: string) => string,
): Promise<void> {
  for (const name of names) client.write(name, rewrite(name));
  await client.watched(kinds(names, 2));
}

/** Moves a folder. `files` are those in it, where they are reported one by one and not only the folder. */
export async function moveFolder(
  client: LspClient,
  from: string,
  to: string,
  files: readonly string[] = [],
): Promise<void> {
  renameSync(client.file(from), client.file(to));
  const inside = files.map(file => join(to, file.slice(from.length + 1)));
  await client.watched({
    ...kinds([from, ...files], 3),
    ...kinds([to, ...inside], 1),
  });
}

/** Writes notes one after another at an even rate, each reported by itself, as an agent does. */
export async function writeSteadily(
  client: LspClient,
  names: readonly string[],
  perSecond: number,
  write: (name: string) => string,
): Promise<void> {
  const began = performance.now();
  for (const [at, name] of names.entries()) {
    client.write(name, write(name));
    await client.watched({ [name]: 1 });
    await pause(Math.max(0, began + ((at + 1) * 1000) / perSecond - performance.now()));
  }
}

function kinds(names: readonly string[], kind: Kind): Record<string, Kind> {
  return Object.fromEntries(names.map(name => [name, kind]));
}

/** Waits until nothing was published for `quiet` milliseconds; returns how many passed before the last of it. */
export async function settled(client: LspClient, quiet = 1000): Promise<number> {
  const began = performance.now();
  let [count, last] = [client.published.length, began];
  while (performance.now() - last < quiet) {
    await pause(10);
    if (client.published.length === count) continue;
    [count, last] = [client.published.length, performance.now()];
  }
  return last - began;
}

/** Every problem that a server shows now, by file from the vault's root, in the order of the files. */
export function problemsIn(client: LspClient): Record<string, unknown> {
  const shown = [...client.diagnostics].filter(([, { diagnostics }]) => diagnostics.length > 0);
  return Object.fromEntries(
    shown
      .map(([file, { diagnostics }]) => [file.slice(client.root.length + 1), diagnostics] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** What a new server shows of the same folder. */
export async function problemsFromScratch(
  root: string,
  options: LspClientOptions = {},
): Promise<Record<string, unknown>> {
  const client = await LspClient.start({ ...options, folders: [root] });
  try {
    await client.ready(120_000);
    await settled(client);
    return problemsIn(client);
  } finally {
    client.kill();
  }
}
