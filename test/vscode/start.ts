/** `npm start [-- PATH] [-- --desktop]`: a VS Code with the extension in it, on a vault of your choice. */
import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { cacheFolder } from './host/cache';
import { forcedHost } from './host/choose';
import { findCode } from './host/desktop';
import { serve, userSettingsFile } from './host/embedded';
import { installEmbedded } from './host/embedded-install';
import { openAddress } from './host/open-address';
import { QUIET_SETTINGS, writeSettings } from './host/settings';

const ROOT = resolve(import.meta.dirname, '..', '..');
const USAGE = 'Usage: npm start [-- [--desktop] [--extension FOLDER] [PATH]]';

/** Wrong usage, as opposed to something that went wrong. */
class UsageError extends Error {}

async function main(): Promise<void> {
  const { folder, extensionPath, desktop } = readArguments();
  const code = desktop ? findCode() : null;
  if (code) return openDesktop(code, extensionPath, folder);
  if (desktop) console.log('There is no `code` command on the PATH: a browser window it is.');
  await serveUntilInterrupted(extensionPath, folder);
}

function readArguments(): { folder: string; extensionPath: string; desktop: boolean } {
  const { values, positionals } = parsed();
  if (positionals.length > 1) throw new UsageError(`One folder at a time. ${USAGE}`);
  // npm changes to the checkout; a relative path is meant from where the person is.
  const { INIT_CWD: from = process.cwd() } = process.env;
  const folder = resolve(from, positionals[0] ?? join(ROOT, 'examples', 'vault'));
  if (!existsSync(folder)) throw new UsageError(`There is no folder ${folder}`);
  if (!statSync(folder).isDirectory()) throw new UsageError(`${folder} is not a folder`);
  const extensionPath = resolve(from, values.extension ?? ROOT);
  return { folder, extensionPath, desktop: values.desktop || forcedHost() === 'desktop' };
}

function parsed() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        desktop: { type: 'boolean', default: false },
        extension: { type: 'string' },
      },
    });
  } catch (error) {
    // The rest of the message is about arguments that begin with a dash.
    const [problem] = String(error instanceof Error ? error.message : error).split('. ');
    throw new UsageError(`${problem}. ${USAGE}`);
  }
}

/** The window stays when this ends. */
async function openDesktop(code: string, extensionPath: string, folder: string): Promise<void> {
  const args = [`--extensionDevelopmentPath=${extensionPath}`, '--new-window', folder];
  const shell = process.platform === 'win32';
  const quoted = (text: string) => (shell ? `"${text}"` : text);
  const child = spawn(quoted(code), args.map(quoted), { stdio: 'inherit', shell });
  const status = await new Promise((done, fail) => child.once('error', fail).once('exit', done));
  if (status !== 0) throw new Error(`${code} ended with ${status}`);
  console.log(`VS Code was opened on ${folder}`);
}

async function serveUntilInterrupted(extensionPath: string, folder: string): Promise<void> {
  const vscode = await installEmbedded(line => console.log(line));
  // Kept from one start to the next, and with it what the person changed there.
  const dataFolder = join(cacheFolder(), 'start');
  const settings = userSettingsFile(dataFolder);
  if (!existsSync(settings)) writeSettings(settings, QUIET_SETTINGS);
  const server = await serve(vscode, { dataFolder, extensionPath });
  const interrupted = new Promise<null>(done => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => done(null));
  });
  const url = server.windowUrl({ folder });
  console.log(`VS Code with Claimwright on ${folder}. Ctrl+C ends it. Open`);
  console.log(url);
  openAddress(url);
  const failure = await Promise.race([interrupted, server.ended]);
  await server.stop();
  if (failure) throw new Error(`The VS Code server stopped: ${failure}`);
  console.log('Stopped.');
}

main().then(
  () => process.exit(0),
  error => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(error instanceof UsageError ? 2 : 1);
  },
);
