/** `claimwright stats --history`: where the links of a vault led over the history of its repository. */
import type { HistoryPoint } from '../core/features/health/form';
import { LinkCensus } from '../core/features/health/LinkCensus';
import { historyNow } from '../git/history';
import { Failure, UsageError, type Values } from './command';
import { jsonDocument } from './json';
import { readConfig } from './loadVault';
import type { Paint } from './paint';
import { prettyHistory } from './prettyHistory';
import { Progress } from './progress';

const USUAL = 12;
const MOST = 100;

export interface History {
  /** How many commits changed the vault, of which the points are chosen. */
  readonly commits: number;
  /** Whether the repository holds only the last commits. */
  readonly shallow: boolean;
  readonly points: readonly HistoryPoint[];
}

export function statsHistory(root: string, most: number, format: 'pretty' | 'json', paint: Paint) {
  const history = historyOf(root, most);
  const { points, ...head } = history;
  return format === 'json'
    ? jsonDocument({ vault: root, ...head }, 'points', points)
    : prettyHistory(history, paint);
}

function historyOf(root: string, most: number): History {
  const census = new LinkCensus(readConfig(root).config);
  const points: HistoryPoint[] = [];
  let [commits, shallow] = [0, false];
  let progress: Progress | undefined;
  for (const step of historyNow(root, most)) {
    if (step.kind === 'refused') {
      progress?.end();
      throw new Failure(step.why);
    }
    if (step.kind === 'begin') {
      ({ commits, shallow } = step);
      progress = new Progress('Counting the states of the past:', step.points);
    } else if (step.kind === 'changes') for (const _ of census.take(step.changes));
    else {
      points.push({ ...step.at, ...resultOf(census.count()) });
      progress?.step();
    }
  }
  progress?.end();
  return { commits, shallow, points };
}

/** `null` where the history is not asked for. */
export function pointsOf({ history, points, notes }: Values): number | null {
  if (history !== true) {
    if (points !== undefined) throw new UsageError('--points needs --history.');
    return null;
  }
  if (notes !== undefined) throw new UsageError('--history and --notes exclude each other.');
  if (points === undefined) return USUAL;
  const most = /^\d+$/u.test(String(points)) ? Number(points) : 0;
  if (most >= 2 && most <= MOST) return most;
  throw new UsageError(`--points takes a number from 2 to ${MOST}, not "${points}".`);
}

export function resultOf<Result>(steps: Generator<unknown, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
