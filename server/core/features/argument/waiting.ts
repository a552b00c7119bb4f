/** The notes that wait to be evaluated again, as something that they rest on changed. */
import { reEvaluate } from '../../rules/lifecycle/reEvaluate';
import { placeOf, type Report } from '../../rules/rule';
import type { Vault } from '../../vault/Vault';

export interface Waiting {
  readonly path: string;
  /** What changed, in the order in which the note speaks of it; at least one. */
  readonly reports: readonly Report[];
}

/** `null` where the note waits for nothing; with `foundation`, where it does not wait for that note. */
export function waiting(
  vault: Vault,
  path: string,
  foundation: string | null,
  today: string,
): Waiting | null {
  const place = placeOf(vault, path, today);
  if (place === undefined || vault.config.excludes(path)) return null;
  const reports = reEvaluate
    .check(place)
    .filter(({ related }) => foundation === null || related?.[0]?.path === foundation)
    .sort((a, b) => a.span.start - b.span.start);
  return reports.length === 0 ? null : { path, reports };
}
