/** What the operand and the options of `graph` mean: which vault, which note of it, and which domain. */
import { existsSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { graphDomains } from '../core/features/graph/argumentGraph';
import { enumeration } from '../core/text/enumeration';
import { isNotePath, nameOf } from '../core/vault/names';
import { resolve as resolveName } from '../core/vault/resolve';
import type { Vault } from '../core/vault/Vault';
import { UsageError } from './command';
import { statsOf } from './renameOnDisk';
import { vaultOf } from './scope';

interface GraphPlace {
  /** Absolute path of the vault. */
  readonly root: string;
  /** Path in the vault of the note that is meant. */
  pathIn(vault: Vault): string;
}

export function graphPlace(operands: readonly string[], note: string | null): GraphPlace {
  const [folder, ...rest] = operands;
  if (rest.length > 0) throw new UsageError('graph takes one VAULT.');
  if (folder !== undefined && statsOf(resolve(folder))?.isDirectory() !== true)
    throw new UsageError(`There is no folder "${folder}".`);
  const files = note === null ? [] : [note, `${note}.md`].map(each => resolve(each));
  const file = files.find(each => isNotePath(each) && existsSync(each));
  const root = resolve(folder ?? (file === undefined ? '.' : vaultOf(file)));
  return { root, pathIn: vault => noteMeant(vault, root, note ?? '', file) };
}

/** A file of this vault, a path from its root, or else what a link of that name would lead to. */
function noteMeant(vault: Vault, root: string, written: string, file: string | undefined): string {
  const inside = file === undefined ? null : pathIn(root, file);
  if (inside !== null && vault.has(inside)) return inside;
  const found = resolveName(vault, written, '');
  if ('path' in found && isNotePath(found.path)) return found.path;
  if (found.kind === 'ambiguous')
    throw new UsageError(`“${written}” may mean ${enumeration(found.paths)}: give the path.`);
  const alike = vault.find(written, 3).map(path => `“${nameOf(path)}”`);
  const hint = alike.length === 0 ? '' : ` Did you mean ${enumeration(alike)}?`;
  throw new UsageError(`No note of the vault is called “${written}”.${hint}`);
}

function pathIn(root: string, file: string): string | null {
  const path = relative(root, file);
  if (path === '' || path.split(sep)[0] === '..' || isAbsolute(path)) return null;
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

/** Capitals do not matter where only one is meant. */
export function domainNamed(vault: Vault, written: string): string {
  const all = graphDomains(vault);
  const fold = (domain: string) => domain.trim().toLowerCase();
  const alike = all.filter(each => fold(each) === fold(written));
  const [only] = all.includes(written) ? [written] : alike;
  if (only !== undefined && (all.includes(written) || alike.length === 1)) return only;
  const known = all.length === 0 ? 'it has none' : `it has ${enumeration(all, 'and')}`;
  throw new UsageError(`The vault has no domain “${written}”: ${known}.`);
}
