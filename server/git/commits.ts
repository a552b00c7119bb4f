/** What names of commits mean in a repository, and how its commits are related. */
import { GitError, runGit } from './run';

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
  if (text(runGit(folder, ['rev-parse', '--is-inside-work-tree'])) !== 'true')
    throw new GitError(128, 'this is no working tree');
  return commitOf(folder, 'HEAD');
}

/** Whether the repository holds only the last commits of its history. */
export function isShallow(folder: string): boolean {
  return text(runGit(folder, ['rev-parse', '--is-shallow-repository'])) === 'true';
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
