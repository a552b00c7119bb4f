/** Where a link leads, by the rules of the README, with plain searches over all files of a small or middling vault. */
import type { SecondLink } from './secondLink';

export interface SecondFile {
  readonly path: string;
  readonly isNote: boolean;
  /** Titles, names, aliases and the first heading where it is of level one. */
  readonly names: readonly string[];
}

export interface Outcome {
  readonly kind: 'found' | 'near' | 'ambiguous' | 'missing';
  /** Which rule found it; `null` where none did, or it leaves several. */
  readonly how: string | null;
  readonly paths: readonly string[];
}

const MISSING: Outcome = { kind: 'missing', how: null, paths: [] };
const PREFIX = 15;

const even = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();
/** Unicode's case folding, but for the letters of one script or two: the last sigma is a sigma. */
const fold = (text: string): string => even(text).toLowerCase().replaceAll('ς', 'σ');

export function slugOf(text: string): string {
  return even(text)
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .replace(/['’]/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '');
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const stemOf = (path: string): string => path.replace(/\.(?:md|markdown)$/iu, '');

/** The vault as the second implementation keeps it: the ways to write each file's path, by folded text. */
export class SecondVault {
  private readonly byEnd = new Map<string, SecondFile[]>();
  private readonly byName = new Map<string, SecondFile[]>();
  private readonly bySlug = new Map<string, Set<SecondFile>>();
  private readonly slugs: string[];

  constructor(files: readonly SecondFile[]) {
    for (const file of files) {
      for (const form of formsOf(file)) {
        const parts = fold(form).split('/');
        for (let at = 0; at < parts.length; at++) list(this.byEnd, parts.slice(at).join('/'), file);
      }
      if (!file.isNote) continue;
      for (const name of file.names) list(this.byName, fold(name), file);
      for (const name of [stemOf(baseOf(file.path)), ...file.names]) {
        const slug = slugOf(name);
        if (slug !== '') this.bySlug.set(slug, (this.bySlug.get(slug) ?? new Set()).add(file));
      }
    }
    this.slugs = [...this.bySlug.keys()];
  }

  resolve(link: SecondLink, from: string): Outcome {
    const target = link.written.replaceAll('\\', '/');
    if (target === '')
      return link.fragment === null ? MISSING : { kind: 'found', how: 'self', paths: [from] };
    // What ends with a slash is a folder, and a folder is no note.
    if (target.endsWith('/')) return MISSING;
    if (link.form === 'markdown' && !link.written.startsWith('/'))
      return this.markdown(target, from);
    const outcome = this.exact(target, from);
    const near = link.form !== 'markdown' && !target.includes('/');
    return outcome.kind === 'missing' && near ? this.near(target) : outcome;
  }

  private markdown(target: string, from: string): Outcome {
    const here = this.at(joined(folderOf(from), target), from);
    return here.kind === 'missing' ? this.exact(target, from) : here;
  }

  /** By file name, by path from the root or from the note, by the end of a path. */
  private exact(target: string, from: string): Outcome {
    if (/^\.\.?\//u.test(target)) return this.at(joined(folderOf(from), target), from, 'relative');
    if (target.startsWith('/')) return this.at(target.replace(/^\/+/u, ''), from);
    return this.chosen(this.byEnd.get(fold(target)) ?? [], target, from);
  }

  /** The one file at a path from the root. */
  private at(path: string | null, from: string, how = 'path'): Outcome {
    if (path === null || path === '') return MISSING;
    const files = (this.byEnd.get(fold(path)) ?? []).filter(file =>
      formsOf(file).some(form => fold(form) === fold(path)),
    );
    return this.chosen(files, path, from, how);
  }

  private chosen(
    files: readonly SecondFile[],
    target: string,
    from: string,
    how: string | null = null,
  ): Outcome {
    const endsWith = (form: string, end: string): boolean => `/${even(form)}`.endsWith(`/${end}`);
    const end = even(target);
    const endsSo = ({ path, isNote }: SecondFile): boolean =>
      isNote
        ? endsWith(stemOf(path), end) || endsWith(stemOf(path), stemOf(end))
        : endsWith(path, end);
    let left = [...new Set(files)];
    const prefer = (better: (file: SecondFile) => boolean): void => {
      const kept = left.filter(better);
      if (kept.length > 0) left = kept;
    };
    if (left.some(file => file.isNote)) left = left.filter(file => file.isNote);
    // Written with its ending, it is the file that has just this ending.
    prefer(file => endsWith(file.path, end));
    prefer(endsSo);
    const isRoot = (file: SecondFile): boolean =>
      formsOf(file).some(form => fold(form) === fold(target));
    // Two of them decide nothing, and then neither does where they are.
    const isOwn = (file: SecondFile): boolean => folderOf(file.path) === folderOf(from);
    const only = [isRoot, isOwn].map(is => left.filter(is)).find(each => each.length === 1);
    if (left.length > 1 && only !== undefined) left = only;
    const [file, ...others] = left;
    if (file === undefined) return MISSING;
    if (others.length > 0)
      return { kind: 'ambiguous', how: null, paths: left.map(each => each.path).sort() };
    const exact = endsSo(file);
    const byPath = target.includes('/') ? (isRoot(file) ? 'path' : 'suffix') : null;
    return {
      kind: 'found',
      how: file.isNote ? (how ?? byPath ?? (exact ? 'name' : 'case')) : 'attachment',
      paths: [file.path],
    };
  }

  private near(target: string): Outcome {
    const name = stemOf(target);
    const slug = slugOf(name);
    const stages: [string, () => Iterable<SecondFile>][] = [
      ['title', () => this.byName.get(fold(target)) ?? []],
      ['title', () => this.byName.get(fold(name)) ?? []],
      ['slug', () => (slug === '' ? [] : (this.bySlug.get(slug) ?? []))],
      [
        'prefix',
        () =>
          slug.length < PREFIX
            ? []
            : this.slugs
                .filter(each => each.startsWith(slug))
                .flatMap(each => [...(this.bySlug.get(each) ?? [])]),
      ],
    ];
    for (const [how, stage] of stages) {
      const paths = [...new Set(stage())].map(file => file.path);
      if (paths.length === 1) return { kind: 'near', how, paths };
      if (paths.length > 1) return MISSING;
    }
    return MISSING;
  }
}

/** A file's path and, of a note, also without its extension and with the other one. */
const formsOf = ({ path, isNote }: SecondFile): string[] =>
  isNote ? [path, ...['', '.md', '.markdown'].map(each => stemOf(path) + each)] : [path];

/** `null` where the path leaves the vault. */
function joined(folder: string, target: string): string | null {
  const parts: string[] = [];
  for (const part of `${folder}${target}`.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.pop() === undefined) return null;
    if (part !== '..') parts.push(part);
  }
  return parts.join('/');
}

function list(map: Map<string, SecondFile[]>, key: string, file: SecondFile): void {
  const files = map.get(key);
  if (files === undefined) map.set(key, [file]);
  else if (!files.includes(file)) files.push(file);
}
