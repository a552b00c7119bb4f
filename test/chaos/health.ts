/** What the server's process holds: memory, files and threads, which must not grow from round to round. */
import { readdirSync, readFileSync } from 'node:fs';
import { serverMemory } from '../bench/serverMemory';
import type { LspClient } from '../support/lspClient';

export interface Held {
  /** Megabytes resident, and kept by the heap after garbage collection. */
  readonly resident: number;
  readonly kept: number;
  /** `null` where the system does not tell. */
  readonly files: number | null;
  readonly threads: number | null;
  readonly children: number | null;
}

export async function heldBy(client: LspClient): Promise<Held> {
  const { resident, kept } = await serverMemory(client);
  const process = `/proc/${client.process.pid}`;
  const told = <Value>(read: () => Value): Value | null => {
    try {
      return read();
    } catch {
      return null;
    }
  };
  return {
    resident,
    kept,
    files: told(() => readdirSync(`${process}/fd`).length),
    threads: told(() => readdirSync(`${process}/task`).length),
    children: told(
      () =>
        readFileSync(`${process}/task/${client.process.pid}/children`, 'utf8')
          .split(' ')
          .filter(Boolean).length,
    ),
  };
}

/** Files and threads that come and go with what a process has done so far. */
const SLACK = 4;
/** Megabytes by which the heap of the same notes may differ, whatever was done before. */
const NOISE = 6;

/** What grew that should not have, of measurements with the same notes; `null` where nothing did. */
export function growth(all: readonly Held[]): string | null {
  const [first] = all;
  const last = all.at(-1);
  if (first === undefined || last === undefined) return null;
  for (const name of ['files', 'threads', 'children'] as const) {
    const [before, after] = [first[name], last[name]];
    if (before !== null && after !== null && after > before + SLACK)
      return `${name}: ${before}, then ${after}`;
  }
  const half = all.slice(Math.floor(all.length / 2)).map(({ kept }) => kept);
  if (half.length < 3) return null;
  const grown = slope(half) * (half.length - 1);
  return grown > NOISE
    ? `memory by ${grown.toFixed(1)} MB: ${all.map(({ kept }) => kept.toFixed(1)).join(' ')}`
    : null;
}

/** Of the straight line through these values that is nearest to them all, a step. */
function slope(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
  let [above, below] = [0, 0];
  for (const [at, value] of values.entries()) {
    above += (at - middle) * (value - mean);
    below += (at - middle) ** 2;
  }
  return below === 0 ? 0 : above / below;
}
