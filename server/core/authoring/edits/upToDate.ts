/** Arranges a change of notes again until it was made of what the disk holds of each of them. */
import type { VaultEdit } from './VaultEdit';

/** `refresh` has the vault read a note anew: of one that changed on the disk just now it may not have heard. */
export function upToDate<
  Arranged extends { readonly edit: VaultEdit } | { readonly refused: string },
>(arrange: () => Arranged, refresh: (path: string) => void): Arranged {
  const read = new Set<string>();
  for (;;) {
    const arranged = arrange();
    if (!('edit' in arranged)) return arranged;
    const stale = [...arranged.edit.edits.keys()].filter(path => !read.has(path));
    if (stale.length === 0) return arranged;
    for (const path of stale) {
      read.add(path);
      refresh(path);
    }
  }
}
