/** The files of a vault as a commit has them: what listing its folder would have found then. */
import { posix } from 'node:path';
import { vaultMarker } from '../core/vault/marker';
import { isNotePath } from '../core/vault/names';
import { contentsOf, type Question } from './comparison';

/** By path from the vault's folder: the object of a note, `null` of a file of which nothing is read. */
export type Tree = ReadonlyMap<string, string | null>;

/** Asks git, and yields `null` where a server may do something else. */
export type Asking<Answer> = Generator<Question | null, Answer, Buffer>;

interface Blob {
  readonly object: string;
  readonly isLink: boolean;
}

/** So many files that are looked at in a row. */
const AT_ONCE = 500;
/** Links that lead to links. */
const LONGEST_CHAIN = 8;

export function* treeOf(commit: string): Asking<Tree> {
  const blobs = yield* blobsOf(commit);
  const links = new Set(
    [...blobs.values()].filter(({ isLink }) => isLink).map(({ object }) => object),
  );
  const targets = yield* contentsOf(links);
  const isListed = listing(blobs.keys());
  const tree = new Map<string, string | null>();
  let at = 0;
  for (const path of blobs.keys()) {
    if (++at % AT_ONCE === 0) yield null;
    if (!isListed(path)) continue;
    const object = fileAt(path, blobs, targets);
    if (object !== undefined) tree.set(path, isNotePath(path) ? object : null);
  }
  return tree;
}

function* blobsOf(commit: string): Asking<Map<string, Blob>> {
  const output = yield { args: ['ls-tree', '-r', '-z', commit] };
  const blobs = new Map<string, Blob>();
  // “MODE TYPE OBJECT”, a tab, the path, NUL.
  for (let at = 0; at < output.length; ) {
    const [tab, end] = [output.indexOf(9, at), output.indexOf(0, at)];
    const [mode = '', type, object = ''] = output.toString('latin1', at, tab).split(' ');
    const path = output.toString('utf8', tab + 1, end);
    // A name that is no UTF-8 is none of the vault's.
    if (type === 'blob' && !path.includes('\ufffd'))
      blobs.set(path, { object, isLink: mode === '120000' });
    at = end + 1;
    if (blobs.size % AT_ONCE === 0) yield null;
  }
  return blobs;
}

/** As a vault is listed: without hidden files, packages, and vaults inside it. */
function listing(paths: Iterable<string>): (path: string) => boolean {
  const inner = new Set<string>();
  for (const path of paths)
    if (posix.basename(path) === vaultMarker) inner.add(posix.dirname(path));
  const known = new Map([['.', true]]);
  const isOpen = (folder: string): boolean => {
    const before = known.get(folder);
    if (before !== undefined) return before;
    const name = posix.basename(folder);
    const open =
      !name.startsWith('.') &&
      name !== 'node_modules' &&
      !inner.has(folder) &&
      // Git itself makes no path from the root, but whoever writes its objects by hand may.
      folder !== '/' &&
      isOpen(posix.dirname(folder));
    known.set(folder, open);
    return open;
  };
  return path => !posix.basename(path).startsWith('.') && isOpen(posix.dirname(path));
}

/** The object of what stands there; `undefined` for a link that leads to no file, `null` for one that leads out. */
function fileAt(
  path: string,
  blobs: ReadonlyMap<string, Blob>,
  targets: ReadonlyMap<string, Buffer>,
): string | null | undefined {
  let place = path;
  for (let step = 0; step < LONGEST_CHAIN; step++) {
    const blob = blobs.get(place);
    if (blob === undefined || !blob.isLink) return blob?.object;
    const target = targets.get(blob.object)?.toString('utf8') ?? '';
    place = posix.join(posix.dirname(place), target);
    if (posix.isAbsolute(target) || place.startsWith('../')) return null;
  }
  return undefined;
}
