/** Mocha's `spec`, which also writes what became of the tests to the file that its option `output` names. */
import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

export interface Result {
  readonly passed: number;
  readonly skipped: number;
  /** Full titles, of hooks too. */
  readonly failed: readonly string[];
}

/** @public Loaded by Mocha. */
export default class Reporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    const { output } = options.reporterOptions;
    const failed: string[] = [];
    runner.on('fail', test => failed.push(test.fullTitle()));
    runner.once('end', () => {
      const { passes = 0, pending = 0 } = runner.stats ?? {};
      const result: Result = { passed: passes, skipped: pending, failed };
      writeFileSync(output, JSON.stringify(result));
    });
  }
}
