/** Runs the suite of tests inside a real VS Code; exits 0 only if it ran and passed. */
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildSuite } from './build-suite';
import { type Choice, chooseTestHost } from './host/choose';
import { runInDesktop } from './host/desktop';
import { installEmbedded } from './host/embedded-install';
import { releases } from './host/embedded-releases';
import { runInEmbedded } from './host/embedded-suite';
import { installPackaged } from './host/packaged';
import type { SuiteRun } from './host/suite-run';
import { temporaryFolder } from './host/temporary-folder';

const ROOT = resolve(import.meta.dirname, '..', '..');

const USAGE =
  'Usage: run-suite [--folder VAULT] [--extension FOLDER | --packaged] [--oldest] [--tests FOLDER] [--grep TEXT] [--minutes N]';

/** Desktop VS Code of that age is not looked for. */
const OLDEST: Choice = { host: 'embedded', why: 'the oldest release that the manifest allows' };

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      folder: { type: 'string' },
      extension: { type: 'string', default: ROOT },
      packaged: { type: 'boolean', default: false },
      oldest: { type: 'boolean', default: false },
      tests: { type: 'string' },
      grep: { type: 'string', default: '' },
      minutes: { type: 'string', default: '10' },
    },
  });
  const minutes = Number(values.minutes);
  if (!(minutes > 0)) throw new Error(`--minutes is a number above 0. ${USAGE}`);
  const signal = bound(minutes);
  const choice: Choice = values.oldest ? OLDEST : await chooseTestHost();
  const release = values.oldest ? releases.oldest : releases.newest;
  const embedded = () => installEmbedded(line => console.log(line), release);
  console.log(`VS Code: ${choice.host} (${choice.why})`);
  const extensionPath = values.packaged
    ? await installPackaged(await embedded())
    : resolve(values.extension);
  requireBuilt(extensionPath);
  const suitePath = await buildSuite(ROOT, values.tests ? resolve(values.tests) : undefined);
  const run: SuiteRun = {
    extensionPath,
    suitePath,
    folder: copyOf(values.folder ? resolve(values.folder) : join(ROOT, 'examples', 'vault')),
    env: values.grep ? { CLAIMWRIGHT_GREP: values.grep } : {},
    signal,
  };
  const started = Date.now();
  const passed =
    choice.host === 'desktop'
      ? await runInDesktop(choice.executable, run)
      : await runInEmbedded(await embedded(), run);
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`The suite in VS Code ${passed ? 'passed' : 'FAILED'} after ${seconds} s.`);
  return passed ? 0 : 1;
}

/** VS Code would only say that the extension failed to activate. */
function requireBuilt(extensionPath: string): void {
  const manifest = join(extensionPath, 'package.json');
  if (!existsSync(manifest)) throw new Error(`${extensionPath} holds no extension.`);
  const { main } = JSON.parse(readFileSync(manifest, 'utf8')) as { main?: string };
  if (
    main &&
    !existsSync(join(extensionPath, main)) &&
    !existsSync(`${join(extensionPath, main)}.js`)
  ) {
    throw new Error(`The extension is not built: ${main} is missing. Run npm run build first.`);
  }
}

/** Tests change notes, so they get a copy; its name is kept, since some windows show it. */
function copyOf(vault: string): string {
  if (!existsSync(vault)) throw new Error(`There is no folder ${vault}.`);
  const copy = join(temporaryFolder('vault'), basename(vault));
  cpSync(vault, copy, { recursive: true });
  return copy;
}

/** Bounds everything, the installation of VS Code included, so that no fault ends in waiting. */
function bound(minutes: number): AbortSignal {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort(new Error(`The suite did not end within ${minutes} minutes.`));
    // Where even stopping hangs, leaving is what remains; child processes are stopped on exit.
    setTimeout(() => process.exit(1), 15_000).unref();
  }, minutes * 60_000);
  timer.unref();
  return controller.signal;
}

main().then(
  status => process.exit(status),
  error => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
