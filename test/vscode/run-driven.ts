/**
 * Runs the tests that drive a window by keys, each file in a process and a window of its own. Exits 0
 * only if all passed; a few files may take a second try, and that is told.
 *
 * Usage: run-driven [--packaged] [FILE…] [--grep TEXT and other options of Mocha]
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Result } from './driven/reporter';
import { installPackaged } from './host/packaged';
import { temporaryFolder } from './host/temporary-folder';

const FOLDER = join(import.meta.dirname, 'driven');
const MOCHA = resolve(import.meta.dirname, '..', '..', 'node_modules', 'mocha', 'bin', 'mocha.js');
/** More files than these that fail have another cause than a key which a busy window did not hear. */
const MOST_SECOND_TRIES = 3;
/** For one file, so that no fault ends in waiting. */
const MOST_MINUTES = 15;

const OUTPUT = temporaryFolder('driven');
let tries = 0;
let running: ChildProcess | undefined;

async function main(args: readonly string[]): Promise<number> {
  const named = args.filter(arg => arg.endsWith('.test.ts'));
  const options = args.filter(arg => !arg.endsWith('.test.ts') && arg !== '--packaged');
  if (args.includes('--packaged')) process.env['CLAIMWRIGHT_EXTENSION'] = await installPackaged();
  const files = named.length > 0 ? named.map(find) : all();
  const results = new Map<string, Result>();
  for (const file of files) results.set(file, await run(file, options));

  const unsound = files.filter(file => failures(results.get(file)).length > 0);
  const first = new Map(results);
  if (unsound.length <= MOST_SECOND_TRIES) {
    for (const file of unsound) {
      console.log(`\nSECOND TRY of ${basename(file)}, in a new window`);
      results.set(file, await run(file, options));
    }
  } else console.log(`\n${unsound.length} files failed: too many for a second try.`);

  for (const file of unsound) {
    const again = first.get(file) !== results.get(file);
    const end = failures(results.get(file)).length > 0 ? 'FAILED' : 'PASSED AT THE SECOND TRY ONLY';
    console.log(`\n${end}: ${basename(file)}`);
    for (const title of failures(first.get(file))) console.log(`  failed: ${title}`);
    if (!again) continue;
    for (const title of failures(results.get(file))) console.log(`  failed again: ${title}`);
  }
  const last = [...results.values()];
  const sum = (count: (result: Result) => number) =>
    last.reduce((total, result) => total + count(result), 0);
  const passed = sum(result => result.passed);
  const failed = sum(result => result.failed.length);
  const skipped = sum(result => result.skipped);
  if (skipped > 0) console.log(`\n${skipped} skipped`);
  if (passed + failed === 0) console.log('\nNo test ran.');
  console.log(`\n${passed} passed, ${failed} failed`);
  return passed > 0 && failed === 0 ? 0 : 1;
}

function all(): string[] {
  return readdirSync(FOLDER)
    .filter(name => name.endsWith('.test.ts'))
    .sort()
    .map(name => join(FOLDER, name));
}

/** By its path, or by its name alone. */
function find(file: string): string {
  const found = [resolve(file), join(FOLDER, file)].find(path => existsSync(path));
  if (found === undefined) throw new Error(`There is no file ${file}.`);
  return found;
}

function failures(result: Result | undefined): readonly string[] {
  return result?.failed ?? [];
}

async function run(file: string, options: readonly string[]): Promise<Result> {
  const output = join(OUTPUT, `${++tries}.json`);
  const args = [
    // A forgotten `.only` would make the rest pass by not running.
    ...['--config', join(FOLDER, '.mocharc.json'), '--forbid-only'],
    ...['--reporter', join(FOLDER, 'reporter.ts'), '--reporter-option', `output=${output}`],
    ...options,
    file,
  ];
  running = spawn(process.execPath, [MOCHA, ...args], {
    stdio: 'inherit',
    timeout: MOST_MINUTES * 60_000,
    // The only signal that Mocha passes on to the process of the tests.
    killSignal: 'SIGINT',
  });
  const [status, signal] = await once(running, 'exit');
  const end = running.killed
    ? `did not end within ${MOST_MINUTES} minutes`
    : `ended with ${signal ?? `status ${status}`}`;
  const ended = `${basename(file)} ${end}`;
  // Written at the end of the tests: a process that broke off before has none.
  if (!existsSync(output)) return { passed: 0, skipped: 0, failed: [`${ended}, without a result`] };
  const result = JSON.parse(readFileSync(output, 'utf8')) as Result;
  const unexplained = status !== 0 && result.failed.length === 0;
  return unexplained ? { ...result, failed: [ended] } : result;
}

// A terminal's Ctrl+C reaches the tests by itself.
for (const [signal, status] of [
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)
  process.once(signal, () => {
    running?.kill('SIGINT');
    process.exit(status);
  });

main(process.argv.slice(2)).then(
  status => process.exit(status),
  error => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
