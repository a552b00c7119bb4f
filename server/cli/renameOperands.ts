/** What the operands OLD and NEW of `rename` mean: which file or folder of which vault, and its new path or title. */
import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { nameFault } from '../core/vault/fileName';
import { vaultMarker } from '../core/vault/marker';
import { baseOf, folderOf, foldName, isNotePath, nameOf } from '../core/vault/names';
import { samePlace } from '../core/vault/samePlace';
import type { Vault } from '../core/vault/Vault';
import { Failure, UsageError } from './command';
import { statsOf } from './renameOnDisk';
import { vaultOf } from './scope';

/** OLD, found on the disk. */
export interface Old {
  /** Absolute path of the vault. */
  readonly root: string;
  /** From the vault's root, with `/`. */
  readonly path: string;
  /** What NEW counts from: the folder in which OLD was looked for. */
  readonly base: string;
}

export type New = { readonly path: string } | { readonly title: string };

/** OLD is a path from here, or else from the root of the vault that this folder is in. */
export function oldOf(written: string): Old {
  const here = process.cwd();
  const above = markedAbove(here) ?? here;
  for (const base of new Set([here, above])) {
    for (const place of [resolve(base, written), resolve(base, `${written}.md`)]) {
      if (written === '' || statsOf(place) === undefined) continue;
      const isVault = place === here || existsSync(join(place, vaultMarker));
      const inside = pathIn(here, place) !== null;
      const root = markedAbove(dirname(place)) ?? (inside ? here : vaultOf(place));
      const path = isVault ? null : pathIn(root, place);
      if (path !== null) return { root, path, base };
      throw new Failure(`"${written}" is a vault: only what is in it can be renamed.`);
    }
  }
  throw new UsageError(`There is no note, file or folder "${written}".`);
}

/** The path as the vault has it: a file system may take other capitals and accents for the same. */
export function knownPath(vault: Vault, path: string): string {
  if (vault.has(path) || vault.tree.isFolder(path)) return path;
  const named = isNotePath(path)
    ? vault.notesNamed(foldName(nameOf(path)))
    : vault.filesNamed(foldName(baseOf(path)));
  const known = named.find(each => samePlace(each, path));
  if (known === undefined)
    throw new Failure(`“${path}” is no part of the vault, so nothing links to it.`);
  return known;
}

/** Without a slash NEW is a new name in the same folder, with one it is a path; what ends in `/` or is a folder takes OLD in. */
export function newOf(vault: Vault, old: Old, written: string): New {
  const { path: from } = old;
  const slashed = sep === '/' ? written : written.replaceAll(sep, '/');
  if (written.trim() === '') throw new UsageError('NEW cannot be empty.');
  const isNote = vault.note(from) !== undefined;
  if (!slashed.includes('/')) {
    if (isNote && !isNotePath(slashed)) return { title: written };
    const folder = folderOf(from);
    return { path: folder === '' ? slashed : `${folder}/${slashed}` };
  }
  const path = newPath(old, slashed);
  const isFolder = path === '' || vault.tree.isFolder(path) || isFolderOn(join(old.root, path));
  if (slashed.endsWith('/') || (isFolder && !samePlace(path, from)))
    return { path: path === '' ? baseOf(from) : `${path}/${baseOf(from)}` };
  if (!isNote || isNotePath(path)) return { path };
  // A title may hold a slash.
  return vault.tree.isFolder(folderOf(path)) ? { path: `${path}.md` } : { title: written };
}

function newPath({ root, base }: Old, written: string): string {
  const path = pathIn(root, resolve(base, written), true);
  if (path !== null) return path;
  const inVault = /^(?:\/|[a-z]:|\.\.)/iu.test(written)
    ? null
    : pathIn(root, resolve(root, written), true);
  if (inVault !== null) return inVault;
  throw new Failure(`"${written}" lies outside the vault: links would not follow.`);
}

/** Why nothing may be called so, or be put there; `null` where it may. */
export function placeFault({ root }: Old, path: string): string | null {
  const parts = path.split('/');
  let place = root;
  for (const [index, part] of parts.entries()) {
    place = join(place, part);
    const isLast = index === parts.length - 1;
    if (existsSync(place) && !isLast) {
      if (!isFolderOn(place)) return `“${parts.slice(0, index + 1).join('/')}” is no folder.`;
      if (existsSync(join(place, vaultMarker))) return 'Links do not cross into another vault.';
      continue;
    }
    const fault = nameFault(isLast && isNotePath(part) ? nameOf(part) : part);
    if (fault !== null) return fault;
    if (part === 'node_modules') return 'What is in `node_modules` is no part of a vault.';
  }
  return null;
}

function isFolderOn(place: string): boolean {
  return statsOf(place)?.isDirectory() === true;
}

/** `null` where it is not inside; the folder itself is inside only where `itself`. */
function pathIn(folder: string, place: string, itself = false): string | null {
  const path = relative(folder, place);
  if (path === '') return itself ? '' : null;
  if (path.split(sep)[0] === '..' || isAbsolute(path)) return null;
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

function markedAbove(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, vaultMarker))) return at;
    if (at === dirname(at)) return undefined;
  }
}
