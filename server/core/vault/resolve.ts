/** The only resolver: what a written target means in a vault (the rules stand in the README's architecture page). */
import {
  baseOf,
  exactName,
  folderOf,
  foldName,
  isNotePath,
  isPlainName,
  nameOf,
  slugOf,
  withoutExtension,
} from './names';

export type Resolution =
  | { readonly kind: 'found'; readonly path: string; readonly how: FoundHow }
  | { readonly kind: 'near'; readonly path: string; readonly how: NearHow }
  | { readonly kind: 'ambiguous'; readonly paths: readonly string[] }
  | { readonly kind: 'missing' };

/** `case` is the file name with other capitals; `path` counts from the root, `relative` from the note's folder. */
export type FoundHow = 'name' | 'case' | 'path' | 'relative' | 'suffix' | 'attachment' | 'self';
export type NearHow = 'title' | 'slug' | 'prefix';

/** What the resolver asks of a vault; every answer must cost the same however large the vault is. */
export interface NameIndex {
  /** Notes whose file name folds to `key`. */
  notesNamed(key: string): readonly string[];
  /** Files other than notes whose base name folds to `key`. */
  filesNamed(key: string): readonly string[];
  /** Notes with a title, alias or first heading that folds to `key`. */
  notesTitled(key: string): readonly string[];
  /** Notes with a name whose slug is `slug`. */
  notesWithSlug(slug: string): readonly string[];
  /** Notes with a name whose slug begins with `prefix`, which has `PREFIX_LENGTH` characters or more. */
  notesWithSlugPrefix(prefix: string): readonly string[];
}

/** A shorter opening says too little to be taken for a title cut short. */
export const PREFIX_LENGTH = 15;

const missing: Resolution = { kind: 'missing' };

/** Resolves `written`, the target of a link in the note `from`. Never throws. */
export function resolve(index: NameIndex, written: string, from: string): Resolution {
  const target = written.trim().replace(/\\/gu, '/');
  if (target === '') return { kind: 'found', path: from, how: 'self' };
  const base = baseOf(target);
  const named = index.notesNamed(foldName(base));
  // What nearly every link is: the very name of one note.
  const only = one(named);
  const ended = isNotePath(target);
  if (
    only !== null &&
    base === target &&
    nameOf(only) === target &&
    isPlainName(target) &&
    !ended
  ) {
    return { kind: 'found', path: only, how: 'name' };
  }
  const unended = ended ? index.notesNamed(foldName(withoutExtension(base))) : [];
  for (const [candidates, strip] of [
    // A file name written in full is that file before it is the name of another.
    [unended.filter(path => exactName(baseOf(path)) === exactName(base)), withoutExtension],
    [unended.filter(path => foldName(baseOf(path)) === foldName(base)), withoutExtension],
    [named, withoutExtension],
    [unended, withoutExtension],
    [index.filesNamed(foldName(base)), keep],
  ] as const) {
    const found = candidates.length === 0 ? null : among(candidates, target, from, strip);
    if (found !== null) return found;
  }
  // A target with a folder is a path and never a title.
  return target.includes('/') ? missing : resolveNear(index, target);
}

/**
 * Resolves the destination of a Markdown link, which is a path from the note's folder, or from the root. Obsidian also
 * writes a name alone, or the end of a path; a title it never is. Never throws.
 */
export function resolveDestination(index: NameIndex, written: string, from: string): Resolution {
  const relative = /^(?:$|\/|\.{1,2}\/)/u.test(written) ? written : `./${written}`;
  const found = resolve(index, relative, from);
  if (found.kind !== 'missing' || relative === written) return found;
  const other = resolve(index, written, from);
  return other.kind === 'near' ? missing : other;
}

function keep(path: string): string {
  return path;
}

/** Chooses among files of one base name: exact case, then the path from the root, then the note's own folder. */
function among(
  candidates: readonly string[],
  target: string,
  from: string,
  strip: (path: string) => string,
): Resolution | null {
  const dotted = /^\.{1,2}\//u.test(target);
  const absolute = dotted ? joinPath(folderOf(from), target) : target.replace(/^\/+/u, '');
  if (absolute === null) return null;
  const rooted = dotted || target.startsWith('/');
  const forms = new Set([foldName(absolute), foldName(strip(absolute))]);
  const isRoot = (path: string) => forms.has(foldName(strip(path)));
  const isSuffix = (path: string) =>
    [...forms].some(form => foldName(strip(path)).endsWith(`/${form}`));
  const matching = candidates.filter(path => isRoot(path) || (!rooted && isSuffix(path)));
  if (matching.length === 0) return null;
  const written = [exactName(absolute), exactName(strip(absolute))];
  const exact = matching.filter(path =>
    written.some(form => `/${exactName(strip(path))}`.endsWith(`/${form}`)),
  );
  const kept = exact.length > 0 ? exact : matching;
  const path =
    one(kept) ??
    one(kept.filter(isRoot)) ??
    one(kept.filter(each => folderOf(each) === folderOf(from)));
  if (path === null) return { kind: 'ambiguous', paths: [...kept].sort() };
  if (!isNotePath(path)) return { kind: 'found', path, how: 'attachment' };
  if (!target.includes('/'))
    return { kind: 'found', path, how: exact.length > 0 ? 'name' : 'case' };
  return { kind: 'found', path, how: dotted ? 'relative' : isRoot(path) ? 'path' : 'suffix' };
}

function resolveNear(index: NameIndex, target: string): Resolution {
  const name = withoutExtension(target);
  const slug = slugOf(name);
  const tiers: readonly (readonly [NearHow, () => readonly string[]])[] = [
    // A title may end like a file name.
    ['title', () => (name === target ? [] : index.notesTitled(foldName(target)))],
    ['title', () => index.notesTitled(foldName(name))],
    ['slug', () => (slug === '' ? [] : index.notesWithSlug(slug))],
    ['prefix', () => (slug.length < PREFIX_LENGTH ? [] : index.notesWithSlugPrefix(slug))],
  ];
  for (const [how, notes] of tiers) {
    const found = notes();
    const only = one(found);
    if (only !== null) return { kind: 'near', path: only, how };
    if (found.length > 1) return missing;
  }
  return missing;
}

function one(paths: readonly string[]): string | null {
  return paths.length === 1 ? (paths[0] ?? null) : null;
}

/** `null` where `..` would leave the vault. */
export function joinPath(folder: string, relative: string): string | null {
  const segments = folder === '' ? [] : folder.split('/');
  for (const segment of relative.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return null;
  }
  return segments.join('/');
}
