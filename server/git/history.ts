/** The history of a vault in its repository, for a server and for the command line. */
import type { HistoryStep } from '../core/features/health/history';
import { complaint } from './complaint';
import { historySteps } from './historySteps';
import { GitError, runGit } from './run';
import { gitOutput } from './workingNotes';

/** Milliseconds of work after which others have their turn. */
const SLICE = 10;
const NOTHING: Buffer = Buffer.alloc(0);

/** At most so many points, 2 or more. Never throws; `signal` ends it. */
export async function* history(
  folder: string,
  points: number,
  signal: AbortSignal,
): AsyncGenerator<HistoryStep> {
  try {
    const work = historySteps(points);
    let answer = NOTHING;
    let since = performance.now();
    for (let step = work.next(); step.done !== true; step = work.next(answer)) {
      const { value } = step;
      answer = NOTHING;
      if (performance.now() - since > SLICE) {
        await new Promise(resolve => setTimeout(resolve, 0));
        signal.throwIfAborted();
        since = performance.now();
      }
      if (value === null) continue;
      if ('kind' in value) yield value;
      else answer = await gitOutput(folder, value.args, value.input ?? '', signal);
    }
  } catch (error) {
    if (signal.aborted) yield { kind: 'refused', why: 'Cancelled.' };
    else yield refusal(folder, error);
  }
}

/** The same at once, for the command line. Never throws. */
export function* historyNow(folder: string, points: number): Generator<HistoryStep> {
  try {
    const work = historySteps(points);
    let answer = NOTHING;
    for (let step = work.next(); step.done !== true; step = work.next(answer)) {
      const { value } = step;
      answer = NOTHING;
      if (value === null) continue;
      if ('kind' in value) yield value;
      else answer = runGit(folder, value.args, value.input ?? '');
    }
  } catch (error) {
    yield refusal(folder, error);
  }
}

function refusal(folder: string, error: unknown): HistoryStep {
  if (!(error instanceof GitError)) throw error;
  // Without a commit there is nothing of this name.
  const why = /bad revision 'HEAD'|ambiguous argument 'HEAD'/u.test(error.message)
    ? 'The repository has no commits yet.'
    : complaint(folder, error, 'the history');
  return { kind: 'refused', why };
}
