/** All that a vault says of its notes, as plain data: two vaults are the same where their snapshots are equal. */
import { checkNote } from '../../server/core/rules/check';
import type { Finding } from '../../server/core/rules/rule';
import type { Resolution } from '../../server/core/vault/resolve';
import { type Change, Vault } from '../../server/core/vault/Vault';

export interface Snapshot {
  readonly findings: Readonly<Record<string, readonly Finding[]>>;
  readonly resolutions: Readonly<Record<string, readonly Resolution[]>>;
  readonly backlinks: Readonly<Record<string, readonly string[]>>;
}

/** A vault built at once from the files as they are now. */
export function freshVault(files: ReadonlyMap<string, Change>): Vault {
  const vault = new Vault();
  vault.apply(files.values());
  return vault;
}

/** `findings` are those kept, where somebody kept them; else all notes are checked. */
export function snapshot(
  vault: Vault,
  findings: ReadonlyMap<string, readonly Finding[]> = allFindings(vault),
): Snapshot {
  const paths = [...vault.notes()].sort();
  return {
    findings: Object.fromEntries([...findings].sort(([a], [b]) => (a < b ? -1 : 1))),
    resolutions: Object.fromEntries(paths.map(path => [path, resolutionsOf(vault, path)])),
    backlinks: Object.fromEntries(paths.map(path => [path, backlinksOf(vault, path)])),
  };
}

export function allFindings(vault: Vault): Map<string, readonly Finding[]> {
  return new Map([...vault.notes()].map(path => [path, checkNote(vault, path)]));
}

export function resolutionsOf(vault: Vault, path: string): Resolution[] {
  return vault.note(path)?.links.map(link => vault.resolve(link, path)) ?? [];
}

export function backlinksOf(vault: Vault, path: string): string[] {
  return vault.backlinks(path).map(({ from, link }) => `${from} ${link.span.start}`);
}

/** A vault whose findings are kept as an editor does: only what a change affects is checked again. */
export class KeptVault {
  readonly vault = new Vault();
  readonly files = new Map<string, Change>();
  readonly findings = new Map<string, readonly Finding[]>();

  /** Returns how many notes were checked again. */
  apply(changes: readonly Change[]): number {
    const { affected } = this.vault.apply(changes);
    for (const change of changes) {
      if (change.kind === 'set') this.files.set(change.path, change);
      else this.files.delete(change.path);
    }
    for (const path of affected) {
      if (this.vault.note(path) === undefined) this.findings.delete(path);
      else this.findings.set(path, checkNote(this.vault, path));
    }
    return affected.size;
  }
}
