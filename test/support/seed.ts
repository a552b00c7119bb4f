/** Random tests try the same cases each time, so that a failure is of the change at hand; `SEED=n` tries others. */
import fc from 'fast-check';

export const DEFAULT_SEED = 20_260_301;

fc.configureGlobal({ seed: Number(process.env['SEED'] ?? DEFAULT_SEED) });
