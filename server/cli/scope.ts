/** Which vault the operands mean, and which of its notes. */
import { existsSync, type Stats, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import { vaultMarker } from '../core/vault/marker';
import { Failure, UsageError } from './command';

export interface Scope {
  /** Absolute path of the vault. */
  readonly root: string;
  /** What is to be reported; all where none includes. */
  readonly patterns: readonly Pattern[];
}

interface Pattern {
  readonly written: string;
  readonly excludes: boolean;
  matches(path: string): boolean;
}

/** What help says of these operands. */
export const scopeHelp = `VAULT is a folder (default: the current one), or a note: then its vault is found, and
only that note is reported. GLOBs choose the notes to report, by their paths in the
vault: 'domains/**', or '!inbox/**' for all but these. Quote them.`;

const GLOB = /^!|[*?[\]{}]/u;

/** `[VAULT] [GLOB…]`; the first operand may be a note or, where no file is called so, a glob. */
export function scopeOf(operands: readonly string[]): Scope {
  const [first, ...rest] = operands;
  if (first === undefined) return { root: process.cwd(), patterns: [] };
  const place = resolve(first);
  const stats = first === '' ? undefined : statsOf(place);
  if (stats?.isDirectory())
    return { root: place, patterns: rest.map(each => patternOf(each, place)) };
  if (stats?.isFile()) {
    const root = vaultOf(place);
    return { root, patterns: operands.map(each => patternOf(each, root)) };
  }
  if (stats !== undefined) throw new Failure(`"${first}" is neither a folder nor a file.`);
  if (!GLOB.test(first)) throw new UsageError(`There is no folder or note "${first}".`);
  return { root: process.cwd(), patterns: operands.map(each => patternOf(each, process.cwd())) };
}

/** The paths that are in scope, by code point. `tell` hears of globs that choose nothing. */
export function select(
  { patterns }: Scope,
  paths: Iterable<string>,
  tell: (sentence: string) => void,
): string[] {
  const all = byCodePoint(paths);
  const including = patterns.filter(pattern => !pattern.excludes);
  const excluding = patterns.filter(pattern => pattern.excludes);
  const used = new Set<Pattern>();
  const selected = all.filter(path => {
    const by = including.filter(pattern => pattern.matches(path));
    for (const pattern of by) used.add(pattern);
    const included = by.length > 0 || including.length === 0;
    return included && !excluding.some(pattern => pattern.matches(path));
  });
  // A mistyped glob must not look like a clean vault.
  const idle = including.filter(pattern => !used.has(pattern)).map(({ written }) => `"${written}"`);
  if (idle.length > 0 && used.size > 0) tell(`No note of the vault matches ${idle.join(', ')}.`);
  if (patterns.length > 0 && selected.length === 0) {
    throw new UsageError(
      `No note of the vault matches ${patterns.map(({ written }) => `"${written}"`).join(' ')}.`,
    );
  }
  return selected;
}

/** The marker's folder, else one that looks like a vault, else the note's own. */
export function vaultOf(file: string): string {
  const folders = [dirname(file)];
  for (let at = dirname(file); at !== dirname(at); at = dirname(at)) folders.push(dirname(at));
  const usual = ['domains', 'inbox', 'schemas'];
  return (
    folders.find(folder => existsSync(join(folder, vaultMarker))) ??
    folders.find(folder => usual.some(name => statsOf(join(folder, name))?.isDirectory())) ??
    dirname(file)
  );
}

/** A glob, or the path of a note or folder: from the vault's root, or from here as shells and editors give it. */
function patternOf(written: string, root: string): Pattern {
  const excludes = written.startsWith('!') && statsOf(resolve(written)) === undefined;
  const body = excludes ? written.slice(1) : written;
  const glob = slashed(body)
    .replace(/^(?:\.\/)+/u, '')
    .replace(/(?<!\/)\/+$/u, '');
  const isMatch = picomatch(glob.normalize('NFC') || '**', { dot: true, nonegate: true });
  // Names of notes are full of brackets and marks that a glob would take for its own.
  const literals = [glob.normalize('NFC')];
  const place = resolve(body);
  const here = relative(root, place);
  const inside = here.split(sep)[0] !== '..' && !isAbsolute(here);
  if (inside && statsOf(place) !== undefined) literals.push(slashed(here).normalize('NFC'));
  return {
    written,
    excludes,
    matches(path) {
      const name = path.normalize('NFC');
      return literals.some(each => covers(each, name)) || isMatch(name);
    },
  };
}

/** The root, which is the empty path, covers everything. */
function covers(place: string, path: string): boolean {
  return place === '' || path === place || path.startsWith(`${place}/`);
}

function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES')
      throw new Failure(`"${path}" may not be read.`);
    return undefined;
  }
}

/** UTF-8 has the order of code points; JavaScript's own differs beyond U+FFFF. */
function byCodePoint(paths: Iterable<string>): string[] {
  return Array.from(paths, path => ({ path, bytes: Buffer.from(path) }))
    .sort((a, b) => Buffer.compare(a.bytes, b.bytes))
    .map(({ path }) => path);
}
