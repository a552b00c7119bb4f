/** Repositories of real git for tests, apart from the settings of whoever runs them. */
import { execFileSync } from 'node:child_process';
import { skipped } from './skipped';

/** Skips the test that asks where there is no git. */
export function needGit(test: Mocha.Context): void {
  try {
    execFileSync('git', ['--version'], { stdio: 'ignore' });
  } catch {
    skipped(test, 'git is not installed');
  }
}

/** Runs git in a folder and returns what it prints. */
export function git(folder: string, ...args: readonly string[]): string {
  return runGit(folder, args, {});
}

function runGit(
  folder: string,
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
): string {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  return execFileSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...Object.fromEntries(own),
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_AUTHOR_NAME: 'A. Baker',
      GIT_AUTHOR_EMAIL: 'baker@example.org',
      GIT_COMMITTER_NAME: 'A. Baker',
      GIT_COMMITTER_EMAIL: 'baker@example.org',
      ...settings,
    },
  });
}

/** Makes the folder a repository with one commit of all that is in it, on `main`. */
export function repositoryIn(folder: string): string {
  git(folder, 'init', '--quiet', '--initial-branch=main');
  return commitAll(folder);
}

/** Returns the commit's hash; `date` is when it is said to be made, in a form that git reads. */
export function commitAll(folder: string, date?: string): string {
  git(folder, 'add', '--all');
  const args = ['commit', '--quiet', '--allow-empty', '--message=A change'];
  runGit(folder, args, date === undefined ? {} : { GIT_COMMITTER_DATE: date });
  return git(folder, 'rev-parse', 'HEAD').trim();
}
