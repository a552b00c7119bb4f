/** The path from a folder to a file, as it stands in a Markdown link. */

/** Both count from the vault's root, with `/`; the root is the empty string. */
export function relativePath(folder: string, to: string): string {
  const from = folder === '' ? [] : folder.split('/');
  const segments = to.split('/');
  let shared = 0;
  while (shared < from.length && shared < segments.length - 1 && from[shared] === segments[shared])
    shared++;
  const path = [...from.slice(shared).map(() => '..'), ...segments.slice(shared)].join('/');
  // Else it would be read as an address.
  return /^[^/]*:/u.test(path) ? `./${path}` : path;
}
