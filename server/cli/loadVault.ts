/** Reads a whole vault from the disk, and notes of it once more where their text is needed. */
import { readdirSync } from 'node:fs';
import { type ReadConfigFile, readConfigFile } from '../core/features/settings/configFile';
import { vaultMarker } from '../core/vault/marker';
import { isNotePath } from '../core/vault/names';
import { Vault } from '../core/vault/Vault';
import { listFiles, readChange, readText } from '../disk';
import { Failure } from './command';
import { Progress } from './progress';

/** `tell` hears of folders that may not be read. */
export function loadVault(root: string, tell: (sentence: string) => void): Vault {
  try {
    // A folder inside the vault may be closed; the vault itself may not, or it would look clean.
    readdirSync(root);
  } catch (error) {
    throw new Failure(
      `The vault "${root}" may not be read (${(error as NodeJS.ErrnoException).code}).`,
    );
  }
  const paths = [...listFiles(root, '', folder => tell(closedFolder(folder)))];
  const progress = new Progress('Reading', paths.filter(isNotePath).length);
  const vault = new Vault(readConfig(root).config);
  try {
    vault.load(changes(root, paths, progress));
  } finally {
    progress.end();
  }
  return vault;
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

function closedFolder(folder: string): string {
  return `The folder “${folder}” may not be read: what it holds is not reported, and links to it seem broken.`;
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
