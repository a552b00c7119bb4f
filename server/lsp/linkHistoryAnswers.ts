/** Answers where the links of a vault led over its history. */
import type { CancellationToken } from 'vscode-languageserver';
import type { HistoryPoint } from '../core/features/health/form';
import { LinkCensus } from '../core/features/health/LinkCensus';
import { authorPlace } from './authorPlace';
import type { LinkHistory, LinkHistoryParams } from './protocol';
import type { Session } from './Session';
import { resultInSlices } from './slices';

const CANCELLED = 'Cancelled.';

export async function answerLinkHistory(
  session: Session,
  { uri, points }: LinkHistoryParams,
  token: CancellationToken,
): Promise<LinkHistory> {
  const vault = authorPlace(session, uri)?.vault;
  if (vault === undefined) return refusal('This is no note or folder of a vault.');
  const stop = new AbortController();
  const listener = token.onCancellationRequested(() => stop.abort());
  const goesOn = () => !token.isCancellationRequested;
  const census = new LinkCensus(vault.index.config);
  const told: HistoryPoint[] = [];
  let [commits, shallow] = [0, false];
  try {
    for await (const step of session.machine.history(vault.root, points, stop.signal)) {
      if (step.kind === 'refused') return refusal(step.why);
      if (step.kind === 'begin') ({ commits, shallow } = step);
      else if (step.kind === 'changes') await resultInSlices(census.take(step.changes), goesOn);
      else {
        const counts = await resultInSlices(census.count(), goesOn);
        if (counts !== null) told.push({ ...step.at, ...counts });
      }
      if (!goesOn()) return refusal(CANCELLED);
    }
  } finally {
    listener.dispose();
  }
  return { refused: null, commits, shallow, points: told };
}

function refusal(refused: string): LinkHistory {
  return { refused, commits: 0, shallow: false, points: [] };
}
