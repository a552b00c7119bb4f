/** A process that tries cases for the command: stuck in one, it can be ended from outside. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { targets } from './all';
import type { Target } from './Target';
import { type Budget, type Tried, tryCases } from './tryCases';

export interface Job extends Budget {
  readonly target: string;
  /** Where the number of the case that is tried is written, as 32 bits: messages would wait for the case to end. */
  readonly progress: string;
}

export interface Done extends Tried {
  /** Processor milliseconds of this process. */
  readonly took: number;
}

process.on('message', async (job: Job) => {
  const before = process.cpuUsage();
  const tried = await done(job);
  const { user, system } = process.cpuUsage(before);
  process.send?.({ ...tried, took: (user + system) / 1000 } satisfies Done);
});

async function done({ target: name, progress, ...budget }: Job): Promise<Tried> {
  const target = targets.find(each => each.name === name);
  if (target === undefined) throw new Error(`there is no target ${name}`);
  const number = Buffer.alloc(4);
  const file = openSync(progress, 'w');
  let begun = 0;
  try {
    const tried = await tryCases(target, budget, () => {
      number.writeUInt32LE(++begun);
      writeSync(file, number, 0, 4, 0);
    });
    return { ...tried, finding: (await faultInTheEnd(target, budget)) ?? tried.finding };
  } finally {
    closeSync(file);
  }
}

async function faultInTheEnd(target: Target, { seed }: Budget): Promise<Tried['finding']> {
  try {
    await target.close?.();
    return null;
  } catch (error) {
    const { stack } = error as Error;
    return { target: target.name, error: `in the end: ${stack}`, input: null, seed, path: null };
  }
}
