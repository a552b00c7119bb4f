/** Which files below a folder of a repository differ from a commit, with what they were in it. */
import { GitError, runGit } from './run';

export interface ChangedFile {
  /** From the folder, with `/`. */
  readonly path: string;
  /** What it held in the commit; `null` where it was none, or was no plain file. */
  readonly before: Buffer | null;
}

/** The commit that a name means, as its full hash; `null` where it means none. */
export function commitOf(folder: string, name: string): string | null {
  // Only names of commits may follow, never options.
  if (name === '' || name.startsWith('-') || name.includes('\0')) return null;
  return answer(folder, ['rev-parse', '--verify', '--quiet', `${name}^{commit}`], [1, 128]);
}

/** The newest commit that both have in their history; `null` where git knows none. */
export function mergeBase(folder: string, one: string, other: string): string | null {
  return answer(folder, ['merge-base', one, other], [1]);
}

/** What `HEAD` means, as its full hash; `null` before the first commit. Throws where the folder is in no working tree. */
export function headOf(folder: string): string | null {
  if (runGit(folder, ['rev-parse', '--is-inside-work-tree']).toString().trim() !== 'true')
    throw new GitError(128, 'this is no working tree');
  return commitOf(folder, 'HEAD');
}

/** Staged, unstaged and untracked changes alike; `commit` is a full hash, or `null` for the empty state. */
export function changedFiles(folder: string, commit: string | null): ChangedFile[] {
  const settings = filterSettings(folder);
  const tree = commit ?? text(runGit(folder, ['hash-object', '-t', 'tree', '--stdin']));
  const options = ['--no-renames', '--no-ext-diff', '--no-textconv', '--ignore-submodules=all'];
  const raw = ['diff', '--raw', '-z', '--no-abbrev', '--no-color', '--relative', ...options];
  const objects = new Map<string, string | null>();
  const parts = runGit(folder, [...raw, tree, '--', '.'], { settings })
    .toString('utf8')
    .split('\0');
  // “:MODE MODE OBJECT OBJECT STATUS”, then the path.
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [mode = '', , object = ''] = (parts[at] ?? '').slice(1).split(' ');
    objects.set(parts[at + 1] ?? '', mode.startsWith('100') ? object : null);
  }
  const others = ['ls-files', '-z', '--others', '--exclude-standard', '--', '.'];
  // One that is no longer tracked may be in the commit all the same.
  for (const path of runGit(folder, others, { settings }).toString('utf8').split('\0'))
    if (path !== '' && !path.endsWith('/') && !objects.has(path)) objects.set(path, null);
  const contents = contentsOf(folder, new Set([...objects.values()].filter(each => each !== null)));
  return [...objects].map(([path, object]) => ({
    path,
    before: object === null ? null : (contents.get(object) ?? null),
  }));
}

/** Comparing runs the clean filters that a repository's own settings define, so each is defined away. */
function filterSettings(folder: string): Record<string, string> {
  const settings: Record<string, string> = {};
  const names = runGit(folder, ['config', '--list', '-z', '--name-only']).toString('utf8');
  for (const name of names.split('\0')) {
    const filter = /^filter\.(.+)\.[a-z]+$/su.exec(name)?.[1];
    if (filter === undefined) continue;
    if (filter.includes('=') || filter.includes('\n'))
      throw new GitError(null, `the repository has a filter of a strange name (${filter})`);
    for (const key of ['clean', 'smudge', 'process']) settings[`filter.${filter}.${key}`] = '';
    settings[`filter.${filter}.required`] = 'false';
  }
  return settings;
}

function contentsOf(folder: string, objects: ReadonlySet<string>): Map<string, Buffer> {
  const contents = new Map<string, Buffer>();
  if (objects.size === 0) return contents;
  const input = `${[...objects].join('\n')}\n`;
  const output = runGit(folder, ['cat-file', '--batch'], { input });
  // “OBJECT TYPE SIZE”, the content, and a line end; or “OBJECT missing”.
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf(10, at);
    const [object = '', type, size] = output.toString('utf8', at, end).split(' ');
    if (type === 'missing')
      throw new GitError(128, `the repository lacks ${object}: fetch its history first`);
    contents.set(object, output.subarray(end + 1, end + 1 + Number(size)));
    at = end + 1 + Number(size) + 1;
  }
  return contents;
}

function answer(folder: string, args: readonly string[], none: readonly number[]): string | null {
  try {
    return text(runGit(folder, args));
  } catch (error) {
    if (error instanceof GitError && none.includes(error.status ?? 0) && quiet(error)) return null;
    throw error;
  }
}

/** `rev-parse --verify --quiet` says nothing where there is no such name, but much where there is no repository. */
function quiet({ message }: GitError): boolean {
  return !/not a git repository|dubious ownership/u.test(message);
}

function text(output: Buffer): string {
  return output.toString('utf8').trim();
}
