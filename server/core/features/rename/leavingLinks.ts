/** Counts the links between files that leave a vault and those that stay. */
import type { Vault } from '../../vault/Vault';
import { filesAt } from './moveFiles';

/** `paths` are of files and folders. Costs what they hold and what links to it. */
export function leavingLinks(vault: Vault, paths: readonly string[]): number {
  const leaving = new Set(paths.flatMap(path => [...filesAt(vault, path)]));
  let links = 0;
  for (const path of leaving) {
    for (const { from } of vault.backlinks(path)) if (!leaving.has(from)) links++;
    for (const link of vault.note(path)?.links ?? []) {
      const resolution = vault.resolve(link, path);
      if (
        (resolution.kind === 'found' || resolution.kind === 'near') &&
        !leaving.has(resolution.path)
      )
        links++;
    }
  }
  return links;
}
