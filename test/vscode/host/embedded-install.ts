/** Installs, once per user, a VS Code that comes from the npm registry: code-server and its Node. */
import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './cache';
import { nodeIn, nodePackage } from './embedded-node';
import { addSearch, searchPackage, takeFromRegistry } from './embedded-older';
import { type EmbeddedRelease, releases } from './embedded-releases';
import { isRunning, startGroup, stopGroup } from './process-group';
import { removeFolder } from './temporary-folder';

export interface EmbeddedVSCode {
  /** The Node that this server is made for. */
  readonly node: string;
  readonly serverMain: string;
}

const MARKER = 'installed.json';
/** By its defaults npm would wait minutes for a registry that is not there. */
const QUICK_TO_GIVE_UP = ['--fetch-retries=2', '--fetch-retry-maxtimeout=10000'];
const INSTALL_MINUTES = 15;

/** Ready at once when it was installed before; otherwise each step is announced through `say`. */
export async function installEmbedded(
  say: (line: string) => void,
  release: EmbeddedRelease = releases.newest,
): Promise<EmbeddedVSCode> {
  const parent = cacheFolder();
  const name = `code-server-${release.server}-${process.platform}-${process.arch}`;
  const folder = join(parent, name);
  if (!existsSync(join(folder, MARKER))) {
    mkdirSync(parent, { recursive: true });
    removeAbandoned(parent, `${name}.partial-`);
    // A name that tells whose it is: an installer that still works is left alone.
    const partial = join(parent, `${name}.partial-${process.pid}`);
    try {
      await installInto(partial, release, say);
      finish(partial, folder);
    } finally {
      removeFolder(partial);
    }
    say(`Installed in ${folder}`);
  }
  return programsIn(folder, release);
}

async function installInto(
  folder: string,
  release: EmbeddedRelease,
  say: (line: string) => void,
): Promise<void> {
  const started = Date.now();
  const modules = join(folder, 'node_modules');
  const vscode = join(modules, 'code-server', 'lib', 'vscode');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"name":"claimwright-vscode","private":true}\n');
  const node = nodePackage(release);
  const search = release.lacksSearch ? [searchPackage] : [];
  const packages = [`code-server@${release.server}`, ...(node ? [node] : []), ...search];
  say(`Installing VS Code (code-server ${release.server}), once; this takes about 800 MB of disk.`);
  say(`  1/3 ${packages.join(' and ')}`);
  await npmInstall(folder, ['--save-exact', ...packages]);
  say('  2/3 the modules of its server');
  takeFromRegistry(vscode);
  await npmInstall(vscode, []);
  if (release.lacksSearch) addSearch(modules, vscode);
  say('  3/3 the modules of its built-in extensions');
  await npmInstall(join(vscode, 'extensions'), []);
  const server = programsIn(folder, release).serverMain;
  if (!existsSync(server)) throw new Error(`The installed VS Code has no ${server}.`);
  const seconds = Math.round((Date.now() - started) / 1000);
  writeFileSync(join(folder, MARKER), `${JSON.stringify({ packages, seconds })}\n`);
}

/** Install scripts stay off: they would compile native modules that nothing here needs. */
async function npmInstall(folder: string, packages: readonly string[]): Promise<void> {
  const args = [
    'install',
    '--ignore-scripts',
    '--omit=dev',
    '--no-audit',
    '--no-fund',
    ...QUICK_TO_GIVE_UP,
  ];
  const windows = process.platform === 'win32';
  const npm = startGroup(windows ? 'npm.cmd' : 'npm', [...args, '--loglevel=error', ...packages], {
    cwd: folder,
    env: environmentOfItsOwn(),
    shell: windows,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  npm.stderr?.on('data', chunk => {
    complaint = (complaint + chunk).slice(0, 4000);
  });
  const timer = setTimeout(() => void stopGroup(npm), INSTALL_MINUTES * 60_000);
  const status = await new Promise<number | string | null>((resolve, reject) => {
    npm.once('error', reject);
    npm.once('close', (code, signal) => resolve(code ?? signal));
  });
  clearTimeout(timer);
  if (isRunning(npm) || status !== 0) {
    throw new Error(`npm could not install VS Code (${status}): ${gist(complaint)}`);
  }
}

/** Of npm's page about an error the lines that say what is wrong. */
function gist(complaint: string): string {
  const lines = complaint.split('\n').map(line => line.replace(/^npm (error|ERR!) ?/, ''));
  return lines
    .filter(line => /^\S/.test(line))
    .slice(0, 4)
    .join('; ');
}

/** Under `npm run` npm's settings of the checkout are in the environment; they are not meant here. */
function environmentOfItsOwn(): NodeJS.ProcessEnv {
  const ofCheckout = /^npm_(package|lifecycle|config_local_prefix)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofCheckout.test(name)));
}

function programsIn(folder: string, release: EmbeddedRelease): EmbeddedVSCode {
  const out = join(folder, 'node_modules', 'code-server', 'lib', 'vscode', 'out');
  return { node: nodeIn(folder, release), serverMain: join(out, 'server-main.js') };
}

/** Renaming is the last step, so a folder of the final name is always complete. */
function finish(partial: string, folder: string): void {
  try {
    renameSync(partial, folder);
  } catch (error) {
    // Somebody else was quicker, which is just as good.
    if (!existsSync(join(folder, MARKER))) throw error;
  }
}

function removeAbandoned(parent: string, prefix: string): void {
  for (const name of readdirSync(parent)) {
    if (!name.startsWith(prefix)) continue;
    const owner = Number(name.slice(prefix.length));
    if (owner === process.pid || !isAlive(owner)) removeFolder(join(parent, name));
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
