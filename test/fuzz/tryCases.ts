/** Tries some cases of a target, and makes the first that fails as small as it can. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Target } from './Target';

/** Processor milliseconds that a case may cost: inputs are small, so that only what is far from linear takes longer. */
const MOST_MILLISECONDS = 2000;

export interface Tried {
  readonly cases: number;
  readonly finding: Finding | null;
}

export interface Finding {
  readonly target: string;
  /** What does not hold. */
  readonly error: string;
  readonly input: unknown;
  /** With these the case is generated again. */
  readonly seed: number;
  readonly path: string | null;
}

export interface Budget {
  readonly seed: number;
  readonly cases: number;
  /** Of the case that failed, within those of the seed. */
  readonly path?: string | undefined;
  /** Milliseconds, after which no further case is begun. */
  readonly within?: number | undefined;
}

/** `begun` hears of each case, before it is tried. */
export async function tryCases(
  target: Target,
  { seed, cases, path, within }: Budget,
  begun: () => void = () => {},
): Promise<Tried> {
  const property = fc.asyncProperty(target.input, async input => {
    begun();
    await tryCase(target, input);
  });
  const { numRuns, failed, counterexample, counterexamplePath, errorInstance } = await fc.check(
    property,
    {
      seed,
      numRuns: cases,
      ...(path === undefined ? {} : { path }),
      ...(within === undefined ? {} : { interruptAfterTimeLimit: within }),
    },
  );
  const finding = {
    target: target.name,
    error: errorInstance instanceof Error ? String(errorInstance.stack) : String(errorInstance),
    input: counterexample?.[0],
    seed,
    path: counterexamplePath,
  };
  return { cases: numRuns, finding: failed && counterexample !== null ? finding : null };
}

export async function tryCase(target: Target, input: unknown): Promise<void> {
  let taken = await timed(target, input);
  // What is compiled or collected meanwhile counts, too.
  if (taken > MOST_MILLISECONDS) taken = Math.min(taken, await timed(target, input));
  assert.ok(taken <= MOST_MILLISECONDS, `it took ${Math.round(taken / 1000)} seconds`);
}

async function timed(target: Target, input: unknown): Promise<number> {
  const before = process.cpuUsage();
  await target.check(input);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
