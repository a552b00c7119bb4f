/** What is told to an author where git could not say what changed. */
import type { GitError } from './run';

/** A sentence, or several; `asked` is what git was to tell. */
export function complaint(folder: string, { message }: GitError, asked = 'what changed'): string {
  if (/not a git repository/u.test(message)) return `“${folder}” is in no git repository.`;
  if (/dubious ownership/u.test(message))
    return `The repository of “${folder}” belongs to somebody else, so git does not read it. If you trust it, run: git config --global --add safe.directory '${folder}'`;
  return `Git could not tell ${asked}: ${message.replace(/^fatal: /u, '').replace(/\.?$/u, '.')}`;
}
