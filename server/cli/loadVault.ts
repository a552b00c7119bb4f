/** Reads a whole vault from the disk, and notes of it once more where their text is needed. */
import { readdirSync } from 'node:fs';
import type { NoteCache } from '../cache/NoteCache';
import { openCache } from '../cache/openCache';
import { type ReadConfigFile, readConfigFile } from '../core/features/settings/configFile';
import { vaultMarker } from '../core/vault/marker';
import { isNotePath } from '../core/vault/names';
import { DamagedNote } from '../core/vault/packed/bytes';
import { Vault } from '../core/vault/Vault';
import { listFiles, readChange, readText } from '../disk';
import { cacheFolderOf } from './cacheOptions';
import { Failure, type Request } from './command';
import { Progress } from './progress';

/** `tell` hears of what had to be left out. */
export function loadVault(root: string, { values, tell }: Pick<Request, 'values' | 'tell'>): Vault {
  try {
    // A folder inside the vault may be closed; the vault itself may not, or it would look clean.
    readdirSync(root);
  } catch (error) {
    throw new Failure(
      `The vault "${root}" may not be read (${(error as NodeJS.ErrnoException).code}).`,
    );
  }
  const base = cacheFolderOf(values);
  const paths = [...listFiles(root, '', tell)];
  const notes = paths.filter(isNotePath).length;
  const { config } = readConfig(root);
  const relations = config.schema.relationFields;
  const cache = openCache(base, __filename, { root, relations, notes });
  const progress = new Progress('Reading', notes);
  const vault = new Vault(config);
  try {
    if (cache === null) vault.load(changes(root, paths, progress));
    else recall(vault, cache, paths, progress);
  } catch (error) {
    if (cache === null || !(error instanceof DamagedNote)) throw error;
    cache.discard();
    return loadVault(root, { values: { 'no-cache': true }, tell: () => {} });
  } finally {
    progress.end();
  }
  return vault;
}

/** The same with what is known from before, and keeps for the next time what was not. */
function recall(
  vault: Vault,
  cache: NoteCache,
  paths: readonly string[],
  progress: Progress,
): void {
  allOf(cache.recall());
  vault.load(changesOf(vault, cache, paths, progress));
  allOf(cache.save());
}

function* changesOf(vault: Vault, cache: NoteCache, paths: readonly string[], progress: Progress) {
  for (const path of paths) {
    yield cache.change(path);
    // Asked for the next change, the vault has taken this one.
    cache.keep(path, vault.packed(path));
    if (isNotePath(path)) progress.step();
  }
}

function allOf(steps: Iterable<void>): void {
  for (const _ of steps);
}

export interface VaultConfig extends ReadConfigFile {
  /** Whether the vault has a file of settings. */
  readonly exists: boolean;
  /** What its findings count in. */
  readonly text: string;
}

export function readConfig(root: string): VaultConfig {
  const file = readText(root, vaultMarker);
  const text = (file.kind === 'set' ? file.text : null) ?? '';
  return { ...readConfigFile(file), exists: file.kind === 'set', text };
}

function* changes(root: string, paths: readonly string[], progress: Progress) {
  for (const path of paths) {
    yield readChange(root, path);
    if (isNotePath(path)) progress.step();
  }
}

/** The text that the vault does not keep; empty where it cannot be read. */
export function textOf(root: string, path: string): string {
  const change = readChange(root, path);
  return (change.kind === 'set' ? change.text : null) ?? '';
}
