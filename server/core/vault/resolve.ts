/** The only resolver: what a written target means in a vault (the rules stand in the README's architecture page). */
import {
  baseOf,
  exactName,
  folderOf,
  foldName,
  isNotePath,
  nameOf,
  slugOf,
  withoutExtension,
  withSlashes,
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
const none: readonly string[] = [];

/** Resolves `written`, the target of a link in the note `from`. Never throws. */
export function resolve(index: NameIndex, written: string, from: string): Resolution {
  const target = withSlashes(written.trim());
  if (target === '') return { kind: 'found', path: from, how: 'self' };
  const base = baseOf(target);
  const ended = isNotePath(target);
  const unended = ended ? notesNamed(index, withoutExtension(base)) : none;
  const named = notesNamed(index, base);
  // What nearly every link is: the very name of one note.
  const only = one(ended ? unended : named);
  if (only !== null && base === target && (ended ? baseOf(only) : nameOf(only)) === target) {
    return { kind: 'found', path: only, how: 'name' };
  }
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

/** Most are written as their key is, and what is one already need not be folded. */
function notesNamed(index: NameIndex, name: string): readonly string[] {
  const notes = index.notesNamed(name);
  return notes.length > 0 ? notes : index.notesNamed(foldName(name));
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
  // A title may end like a file name.
  const whole = name === target ? null : nearest('title', index.notesTitled(foldName(target)));
  const titled = whole ?? nearest('title', index.notesTitled(foldName(name)));
  if (titled !== null) return titled;
  const slug = slugOf(name);
  if (slug === '') return missing;
  const same = nearest('slug', index.notesWithSlug(slug));
  if (same !== null || slug.length < PREFIX_LENGTH) return same ?? missing;
  return nearest('prefix', index.notesWithSlugPrefix(slug)) ?? missing;
}

/** `null` where there is none; several are as good as none, and what is less near is not looked for. */
function nearest(how: NearHow, notes: readonly string[]): Resolution | null {
  const path = one(notes);
  if (path !== null) return { kind: 'near', path, how };
  return notes.length === 0 ? null : missing;
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
