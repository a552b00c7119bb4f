/** Relative Markdown links of moved notes to what the vault does not list: hidden files, and files outside of it. */
import type { TextEdit } from '../../text/span';
import { retarget } from '../../text/yamlText';
import { folderOf } from '../../vault/names';
import { relativePath } from '../../vault/relativePath';
import type { Vault } from '../../vault/Vault';

/** A path that begins in the note's own folder, or passes through a hidden one. */
const RELATIVE = /^\.{1,2}\/|(?:^|\/)\.[^./]/u;

/** The edits by which they lead to the same place, by path of now. */
export function rebasedLinks(
  vault: Vault,
  moves: ReadonlyMap<string, string>,
): Map<string, TextEdit[]> {
  const all = new Map<string, TextEdit[]>();
  for (const [from, to] of moves) {
    if (folderOf(from) === folderOf(to)) continue;
    const moved = movedFolder(from, to);
    const edits = (vault.note(from)?.links ?? []).flatMap(link => {
      const { written } = link.target;
      if (link.form !== 'markdown' || written.startsWith('/') || !RELATIVE.test(written)) return [];
      if (vault.resolve(link, from).kind !== 'missing') return [];
      const { above, path } = joined(folderOf(from), written);
      // What stands in a folder that moves as a whole goes along.
      if (moves.size > 1 && above === 0 && `${path}/`.startsWith(`${moved}/`)) return [];
      const target =
        above === 0
          ? relativePath(folderOf(to), path)
          : '../'.repeat(depth(folderOf(to)) + above) + path;
      return target === written ? [] : [retarget(link, target)];
    });
    if (edits.length > 0) all.set(from, edits);
  }
  return all;
}

/** `above` counts the folders that the path climbs above the vault's root. */
function joined(folder: string, written: string): { above: number; path: string } {
  const segments = folder === '' ? [] : folder.split('/');
  let above = 0;
  for (const segment of written.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) above++;
  }
  return { above, path: segments.join('/') };
}

function depth(folder: string): number {
  return folder === '' ? 0 : folder.split('/').length;
}

/** The folder that was moved, if it was one: what differs between the two paths. */
function movedFolder(from: string, to: string): string {
  const [a, b] = [from.split('/'), to.split('/')];
  while (a.length > 0 && a.at(-1) === b.at(-1)) {
    a.pop();
    b.pop();
  }
  return a.join('/');
}
