/** The files of a vault's cache: which they are, and how those that nobody uses go. */
import {
  lstatSync,
  readdirSync,
  rmdirSync,
  rmSync,
  statSync,
  unlinkSync,
  utimesSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { vaultFolderName } from './cacheFolder';

export const notesFile = 'notes.cache';
export const lockFile = 'lock';
const temporary = /^notes\.cache\..*\.tmp$/u;

const DAY = 24 * 60 * 60_000;
/** Milliseconds without use after which a vault's cache is removed. */
const KEPT = 30 * DAY;

/** Notes that a cache is in use, as the time of its file; once a day is enough. */
export function markUsed(file: string): void {
  try {
    const now = Date.now();
    if (now - statSync(file).mtimeMs > DAY) utimesSync(file, now / 1000, now / 1000);
  } catch {
    // It was removed meanwhile, or may not be written.
  }
}

/** Whoever holds the lock removes what was never finished. */
export function removeTemporary(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (temporary.test(name)) rmSync(join(folder, name), { force: true });
  }
}

/** Removes the caches beside this one that were not used for long, and nothing that is no cache. Never throws. */
export function removeUnused(folder: string): void {
  const base = dirname(folder);
  for (const name of namesIn(base)) {
    if (name === basename(folder) || !vaultFolderName.test(name)) continue;
    try {
      removeIfUnused(join(base, name));
    } catch {
      // In use after all, or not to be written.
    }
  }
}

function removeIfUnused(folder: string): void {
  if (!lstatSync(folder).isDirectory()) return;
  const names = readdirSync(folder);
  const used = Math.max(...[folder, ...names.map(name => join(folder, name))].map(timeOf));
  if (Date.now() - used < KEPT) return;
  for (const name of names) {
    if (name === notesFile || name === lockFile || temporary.test(name))
      unlinkSync(join(folder, name));
  }
  rmdirSync(folder);
}

function timeOf(file: string): number {
  return lstatSync(file).mtimeMs;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
