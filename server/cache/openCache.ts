/** Opens the cache of a vault where one pays. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { vaultFolder } from './cacheFolder';
import { NoteCache } from './NoteCache';

/** Notes below which parsing them all costs less than anybody notices. */
export const LEAST_NOTES = 2000;

export interface CachedVault {
  readonly root: string;
  /** Fields whose plain strings name notes: with others, notes are parsed to something else. */
  readonly relations: ReadonlySet<string>;
  /** How many notes it holds. */
  readonly notes: number;
}

/**
 * `base` is the folder that holds the caches of vaults; `program` the file of the one that runs, which makes the caches of
 * every other version void. `null` where there is no folder, the vault is small, or the program cannot be told.
 */
export function openCache(
  base: string | null,
  program: string,
  { root, relations, notes }: CachedVault,
): NoteCache | null {
  if (base === null || notes < LEAST_NOTES) return null;
  const folder = vaultFolder(base, root);
  const code = contentOf(program);
  if (code === null) return null;
  const key = createHash('sha1')
    .update(code)
    .update(JSON.stringify([process.version, folder, [...relations].sort()]))
    .digest();
  return new NoteCache(folder, root, key);
}

/** Of a program in many files, one tells nothing of the others. */
function contentOf(program: string): Buffer | null {
  if (!/\.c?js$/u.test(program)) return null;
  try {
    return readFileSync(program);
  } catch {
    return null;
  }
}
