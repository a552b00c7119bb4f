/** A vault as the server reads it, from the disk or from memory, for what is measured in one process. */
import { type Change, Vault } from '../../server/core/vault/Vault';
import { listFiles, readChange } from '../../server/disk';
import { settle } from './settle';

export interface LoadedVault {
  readonly vault: Vault;
  readonly texts: ReadonlyMap<string, string>;
}

export function* changesIn(root: string): Generator<Change> {
  for (const path of listFiles(root)) yield readChange(root, path);
}

/** The whole vault with its texts, and all that is built in the background built. */
export function loaded(changes: Iterable<Change>): LoadedVault {
  const vault = new Vault();
  const texts = new Map<string, string>();
  for (const change of changes) {
    vault.load([change]);
    if (change.kind === 'set' && 'text' in change && change.text !== null)
      texts.set(change.path, change.text);
  }
  settle(vault);
  return { vault, texts };
}
