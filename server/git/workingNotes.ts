/** Which notes of a vault differ from the last commit of its repository, with what they were in it. */
import { spawn } from 'node:child_process';
import type { WorkingNotes } from '../core/authoring/message/WorkingChange';
import { isNotePath } from '../core/vault/names';
import { decoded, wouldBeListed } from '../disk';
import { changedFiles } from './changedFiles';
import { headOf } from './commits';
import { type Comparison, comparison } from './comparison';
import { complaint } from './complaint';
import { gitCommand } from './gitCommand';
import { GitError, TIME_LIMIT, whyNot } from './run';

/** Milliseconds of work after which others have their turn. */
const SLICE = 10;

/** `files` are those of the vault; notes in `open` are told of whatever the disk holds. Never throws. */
export async function workingNotes(
  folder: string,
  files: Iterable<string>,
  open: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<WorkingNotes> {
  const ask = (args: readonly string[], input = '') => gitOutput(folder, args, input, signal);
  try {
    const commit = await headNow(ask);
    const work = comparison({ ...concerning(folder, files), commit, anyway: open });
    const nothing = Buffer.alloc(0);
    let since = performance.now();
    for (let step = work.next(); ; ) {
      if (step.done === true) return told(step.value);
      const { value } = step;
      if (performance.now() - since > SLICE) {
        await new Promise(resolve => setTimeout(resolve, 0));
        signal.throwIfAborted();
        since = performance.now();
      }
      step = work.next(value === null ? nothing : await ask(value.args, value.input));
    }
  } catch (error) {
    if (signal.aborted) return { notes: [], refused: 'Cancelled.' };
    return refusal(folder, error);
  }
}

/** The same at once, for the command line. Never throws. */
export function workingNotesNow(folder: string, files: Iterable<string>): WorkingNotes {
  try {
    return told(changedFiles({ ...concerning(folder, files), commit: headOf(folder) }));
  } catch (error) {
    return refusal(folder, error);
  }
}

function concerning(folder: string, files: Iterable<string>) {
  const concerns = (path: string) => isNotePath(path) && wouldBeListed(folder, path);
  return { folder, files: new Set([...files].filter(isNotePath)), concerns };
}

function told({ changed }: Comparison): WorkingNotes {
  const notes = changed.map(({ path, before }) => {
    const change = before === null ? null : decoded(before, path);
    return { path, before: change?.kind === 'set' ? change.text : null };
  });
  return { notes, refused: null };
}

function refusal(folder: string, error: unknown): WorkingNotes {
  if (!(error instanceof GitError)) throw error;
  return { notes: [], refused: complaint(folder, error) };
}

type Ask = (args: readonly string[]) => Promise<Buffer>;

/** `null` before the first commit. */
async function headNow(ask: Ask): Promise<string | null> {
  const inside = await ask(['rev-parse', '--is-inside-work-tree']);
  if (inside.toString('utf8').trim() !== 'true') throw new GitError(128, 'this is no working tree');
  try {
    return (await ask(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'])).toString().trim();
  } catch (error) {
    if (error instanceof GitError && error.status === 1) return null;
    throw error;
  }
}

/** What git writes to its standard output. Fails with a `GitError`. */
export function gitOutput(
  folder: string,
  args: readonly string[],
  input: string,
  signal: AbortSignal,
): Promise<Buffer> {
  const command = gitCommand(folder, args);
  return new Promise((resolve, reject) => {
    const options = { ...command.options, signal, timeout: TIME_LIMIT } as const;
    const child = spawn(command.file, command.args, options);
    const [out, err]: Buffer[][] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => out?.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err?.push(chunk));
    child.on('error', error => reject(new GitError(null, whyNot(error))));
    child.on('close', (status, ended) => {
      const said = Buffer.concat(err ?? [])
        .toString('utf8')
        .trim()
        .replace(/\s+/gu, ' ');
      if (status === 0) resolve(Buffer.concat(out ?? []));
      else
        reject(
          new GitError(
            status,
            ended === null ? said : whyNot({ code: 'ETIMEDOUT', message: said, name: '' }),
          ),
        );
    });
    // Git may end before it has read all.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}
