/** Runs git on a vault and waits for it: for the command line, which has nothing else to do meanwhile. */
import { spawnSync } from 'node:child_process';
import { gitCommand } from './gitCommand';

/** Milliseconds after which git is ended. */
export const TIME_LIMIT = 120_000;

/** Bytes of output above which git is ended. */
const SIZE_LIMIT = 1024 * 1024 * 1024;

/** Git could not be started, or ended with another status than 0. */
export class GitError extends Error {
  constructor(
    /** `null` where git did not run, or was ended. */
    readonly status: number | null,
    message: string,
  ) {
    super(message);
  }
}

/** What git writes to its standard output; `input` is what it reads. Throws a `GitError`. */
export function runGit(folder: string, args: readonly string[], input = ''): Buffer {
  const command = gitCommand(folder, args);
  const { error, status, stdout, stderr } = spawnSync(command.file, command.args, {
    ...command.options,
    input,
    timeout: TIME_LIMIT,
    maxBuffer: SIZE_LIMIT,
  });
  if (error !== undefined) throw new GitError(null, whyNot(error));
  if (status !== 0)
    throw new GitError(status, stderr.toString('utf8').trim().replace(/\s+/gu, ' '));
  return stdout;
}

/** Why git could not be run to its end, as a sentence without its capital and full stop. */
export function whyNot({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return 'git is not installed, or not on the path';
  if (code === 'ETIMEDOUT') return `git took longer than ${TIME_LIMIT / 1000} seconds`;
  if (code === 'ENOBUFS') return 'git wrote more than can be taken in';
  return message;
}
