/** The real vault beside the checkout, where there is one: tests that need it say so and skip where it is not. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isNotePath } from '../../server/core/vault/names';
import type { Change } from '../../server/core/vault/Vault';
import { skipped } from './skipped';

const root = join(import.meta.dirname, '../../../shared/vault');

/** The files of the real vault by path; skips the test that asks where there is none. */
export function realVault(test: Mocha.Context): Map<string, Change> {
  if (!existsSync(root)) {
    skipped(test, 'there is no vault at ../shared/vault beside the checkout');
  }
  const files = new Map<string, Change>();
  for (const path of pathsIn('')) {
    const text = isNotePath(path) ? readFileSync(join(root, path), 'utf8') : null;
    files.set(path, { kind: 'set', path, text });
  }
  return files;
}

/** Path and text of every note that could be read. */
export function notesOf(files: ReadonlyMap<string, Change>): [path: string, text: string][] {
  return [...files.values()].flatMap(file =>
    file.kind === 'set' && file.text !== null ? [[file.path, file.text] as [string, string]] : [],
  );
}

function* pathsIn(folder: string): Generator<string> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    if (entry.name.startsWith('.')) continue;
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* pathsIn(path);
    else if (entry.isFile()) yield path;
  }
}
