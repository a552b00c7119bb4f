/** What is told to an author where git could not say what changed. */
import type { GitError } from './run';

/** A sentence, or several. */
export function complaint(folder: string, { message }: GitError): string {
  if (/not a git repository/u.test(message)) return `“${folder}” is in no git repository.`;
  if (/dubious ownership/u.test(message))
    return `The repository of “${folder}” belongs to somebody else, so git does not read it. If you trust it, run: git config --global --add safe.directory '${folder}'`;
  return `Git could not tell what changed: ${message.replace(/^fatal: /u, '').replace(/\.?$/u, '.')}`;
}
