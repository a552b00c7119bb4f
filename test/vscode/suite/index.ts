/** What the extension host calls: runs every test of the suite and fails unless all of them passed. */
import Mocha from 'mocha';
import * as vscode from 'vscode';
import { withSourceLines } from './source-lines';

export async function run(): Promise<void> {
  const { CLAIMWRIGHT_GREP: grep } = process.env;
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 20_000,
    reporter: PrintingReporter,
    // A forgotten `.only` would make the rest pass by not running.
    forbidOnly: true,
    ...(grep ? { grep } : {}),
  });
  console.log(`Tests inside VS Code ${vscode.version}`);
  // The tests expect `describe` and `it` as globals, so these come before the tests are loaded.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  // For `withSourceLines`; it works for what is loaded from here on.
  process.setSourceMapsEnabled(true);
  try {
    await import('suite:tests');
  } catch (error) {
    console.error(error instanceof Error ? withSourceLines(error.stack ?? '') : error);
    console.log('0 passed, 1 failed: the tests could not be loaded');
    throw error;
  }
  const { tests, passes, failures, pending } = await new Promise<Mocha.Stats>(resolve => {
    const runner = mocha.run(() => resolve(runner.stats ?? NO_STATS));
  });
  const skipped = pending > 0 ? `, ${pending} skipped` : '';
  console.log(`${passes} passed, ${failures} failed${skipped}`);
  if (failures > 0) throw new Error(`${failures} of ${tests} tests failed.`);
  if (passes === 0) throw new Error('No test ran.');
}

const NO_STATS: Mocha.Stats = { suites: 0, tests: 0, passes: 0, pending: 0, failures: 0 };

/** One console call a line: the host forwards each call as a whole, without colours. */
class PrintingReporter extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    let depth = 0;
    const print = (text: string) => console.log('  '.repeat(depth) + text);
    runner.on('suite', suite => {
      if (suite.title) print(suite.title);
      depth += suite.root ? 0 : 1;
    });
    runner.on('suite end', suite => {
      depth -= suite.root ? 0 : 1;
    });
    runner.on('pass', test => print(`✔ ${test.title} (${test.duration ?? 0} ms)`));
    runner.on('pending', test => print(`- ${test.title}`));
    runner.on('fail', (test, error: Error) => {
      print(`✖ ${test.title}`);
      const stack = withSourceLines(error.stack ?? String(error));
      for (const line of stack.split('\n')) print(`    ${line}`);
    });
  }
}
