/** A copy of a vault to drive a window on: the real one where it stands beside the checkout, else the example. */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { Vault } from '../../../server/core/vault/Vault';
import { listFiles, readChange } from '../../../server/disk';

const CHECKOUT = resolve(import.meta.dirname, '..', '..', '..');
const REAL = resolve(CHECKOUT, '..', 'shared', 'vault');

export interface VaultCopy {
  readonly root: string;
  readonly real: boolean;
  read(path: string): string;
  /** What is known of it before anything changes. */
  readonly index: Vault;
  remove(): void;
}

export function copyVault(): VaultCopy {
  return copyOf(existsSync(REAL) && readdirSync(REAL).length > 0);
}

export function copyExample(): VaultCopy {
  return copyOf(false);
}

function copyOf(real: boolean): VaultCopy {
  const from = real ? REAL : join(CHECKOUT, 'examples', 'vault');
  const root = join(mkdtempSync(join(tmpdir(), 'claimwright-driven-')), basename(from));
  cpSync(from, root, { recursive: true });
  const index = new Vault();
  index.apply([...listFiles(root)].map(path => readChange(root, path)));
  return {
    root,
    real,
    index,
    read: path => readFileSync(join(root, path), 'utf8'),
    remove: () => rmSync(resolve(root, '..'), { recursive: true, force: true }),
  };
}

/** The packaged one, where that is what is tested. */
export const extensionPath = process.env['CLAIMWRIGHT_EXTENSION'] ?? CHECKOUT;
/** Pictures to look at; not kept in the repository. */
export const pictures = join(CHECKOUT, 'test', 'output');
