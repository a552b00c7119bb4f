/** How a link leads to another note in the form in which its author wrote it. */
import type { Link } from '../../text/links';
import { canonicalTarget } from '../../vault/canonical';
import { folderOf, isNotePath, withoutExtension } from '../../vault/names';
import { relativePath } from '../../vault/relativePath';
import type { Vault } from '../../vault/Vault';

/** What to write in the place of the target: a Markdown link keeps a path, a path from the root stays one, others get the shortest name. */
export function repairTarget(vault: Vault, link: Link, path: string, from: string): string {
  const { written } = link.target;
  if (link.form === 'markdown')
    return written.startsWith('/') ? `/${path}` : relativePath(folderOf(from), path);
  if (!isNotePath(path)) return path;
  const isPath = written.includes('/') && !/^\.{1,2}\//u.test(written);
  return isPath ? withoutExtension(path) : canonicalTarget(vault, path, from);
}
