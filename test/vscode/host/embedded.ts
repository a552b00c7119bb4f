/** Serves the embedded VS Code to a browser on this machine and knows the addresses of its windows. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { EmbeddedVSCode } from './embedded-install';
import { startGroup, stopGroup } from './process-group';

export interface Server {
  readonly port: number;
  /** Settles when the server ended, and says how. */
  readonly ended: Promise<string>;
  windowUrl(window: WindowOptions): string;
  stop(): Promise<void>;
}

export interface WindowOptions {
  /** Null opens a window without a folder. */
  readonly folder: string | null;
  /** Runs a suite: `run()` of the module at `suitePath` is called in the extension host. */
  readonly tests?: { readonly extensionPath: string; readonly suitePath: string };
}

export interface ServeOptions {
  /** Where the server keeps settings, installed extensions and its logs. */
  readonly dataFolder: string;
  /** Loaded from where it is, as if it were installed. */
  readonly extensionPath?: string | undefined;
  /** Whether windows of this server may run suites; such windows show no notifications. */
  readonly forTests?: boolean;
  /** What extensions see in `process.env`, on top of the environment of this process. */
  readonly env?: Readonly<Record<string, string>>;
}

const START_SECONDS = 60;

export async function serve(vscode: EmbeddedVSCode, options: ServeOptions): Promise<Server> {
  mkdirSync(options.dataFolder, { recursive: true });
  if (options.extensionPath) registerExtension(options.dataFolder, options.extensionPath);
  const child = startGroup(
    vscode.node,
    [...endWithParent(), vscode.serverMain, ...serverArguments(options)],
    // Whoever starts this inside a VS Code terminal must not have that VS Code answer instead.
    { env: { ...withoutVSCode(process.env), ...options.env }, stdio: ['pipe', 'pipe', 'pipe'] },
  );
  let output = '';
  const ended = new Promise<string>(resolve => {
    child.once('error', error => resolve(error.message));
    child.once('exit', (code, signal) => resolve(`it ended with ${code ?? signal}`));
  });
  const port = await new Promise<number>((resolve, reject) => {
    const fail = (why: string) =>
      reject(new Error(`The VS Code server did not start: ${why}. ${output.slice(-1500)}`));
    const timer = setTimeout(() => fail(`no answer in ${START_SECONDS} s`), START_SECONDS * 1000);
    void ended.then(fail).finally(() => clearTimeout(timer));
    const read = (chunk: unknown) => {
      output = (output + chunk).slice(-20_000);
      const listening = /agent listening on (\d+)/.exec(output);
      if (!listening) return;
      clearTimeout(timer);
      resolve(Number(listening[1]));
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
  }).catch(async error => {
    await stopGroup(child);
    throw error;
  });
  return {
    port,
    ended,
    windowUrl: window => windowUrl(port, window),
    stop: () => stopGroup(child),
  };
}

function serverArguments({ dataFolder, forTests }: ServeOptions): string[] {
  return [
    ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token'],
    ...['--accept-server-license-terms', '--telemetry-level', 'off'],
    ...['--server-data-dir', dataFolder],
    // Only with this a built workbench takes an extension under test from the address.
    ...(forTests ? ['--enable-smoke-test-driver'] : []),
  ];
}

/** Even when this process is killed outright its end of the pipe closes, and the server goes too. */
function endWithParent(): string[] {
  const guard = `process.stdin.on('end',()=>process.exit()).on('error',()=>process.exit()).resume()`;
  return ['--import', `data:text/javascript,${encodeURIComponent(guard)}`];
}

function withoutVSCode(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const inherited = /^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !inherited.test(name)));
}

function windowUrl(port: number, { folder, tests }: WindowOptions): string {
  const opened = folder === null ? { ew: 'true' } : { folder: decodeURIComponent(uriPath(folder)) };
  const query = new URLSearchParams(opened);
  if (tests) {
    const remote = (path: string) => `vscode-remote://127.0.0.1:${port}${uriPath(path)}`;
    const payload = [
      ['extensionDevelopmentPath', remote(tests.extensionPath)],
      ['extensionTestsPath', remote(tests.suitePath)],
    ];
    query.set('payload', JSON.stringify(payload));
  }
  // Slashes are legal there, and an address that can be read is worth having.
  return `http://127.0.0.1:${port}/?${query.toString().replaceAll('%2F', '/').replaceAll('+', '%20')}`;
}

/** Percent-encoded, with forward slashes and, on Windows, the drive as `/c:/`. */
function uriPath(path: string): string {
  return pathToFileURL(path).pathname;
}

/** The list of installed extensions may name a folder anywhere. */
function registerExtension(dataFolder: string, extensionPath: string): void {
  const manifest = join(extensionPath, 'package.json');
  const { publisher, name, version } = JSON.parse(readFileSync(manifest, 'utf8'));
  const file = join(dataFolder, 'extensions', 'extensions.json');
  mkdirSync(dirname(file), { recursive: true });
  const entry = {
    identifier: { id: `${publisher}.${name}` },
    version,
    location: { $mid: 1, scheme: 'file', path: decodeURIComponent(uriPath(extensionPath)) },
    metadata: { source: 'vsix' },
  };
  writeFileSync(file, JSON.stringify([entry]));
}

/** User settings are read from here: neither the person's own VS Code nor the vault is touched. */
export function userSettingsFile(dataFolder: string): string {
  const file = join(dataFolder, 'data', 'User', 'settings.json');
  mkdirSync(dirname(file), { recursive: true });
  return file;
}
