/** Builds the command line once and runs it as a process of its own, on vaults that are made for a test. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Record<string, string>;
  /** Another user, who may not read everything; only root may become one. */
  readonly uid?: number;
  /** Milliseconds before the output is first read. */
  readonly readAfter?: number;
  /** Closes the output as soon as this many characters came. */
  readonly closeAfter?: number;
}

const made: string[] = [];
let program = '';

export async function buildCli(): Promise<string> {
  program = join(temporaryFolder(), 'cli.js');
  await build({
    entryPoints: [join(import.meta.dirname, '../../server/cli.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    outfile: program,
    logLevel: 'error',
  });
  return program;
}

export async function runCli(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  return collect(startCli(args, options), options);
}

export function startCli(args: readonly string[], options: RunOptions = {}): ChildProcess {
  const { FORCE_COLOR: _force, NO_COLOR: _no, ...inherited } = process.env;
  return spawn(process.execPath, [program, ...args], {
    // Holds no notes: other programs may have left very many where temporary files are.
    cwd: options.cwd ?? dirname(program),
    // What tests parse is not kept among what the user's vaults are.
    env: {
      ...inherited,
      XDG_CACHE_HOME: join(tmpdir(), 'claimwright-caches-of-tests'),
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(options.uid === undefined ? {} : { uid: options.uid }),
  });
}

export async function collect(child: ChildProcess, options: RunOptions = {}): Promise<Run> {
  let stdout = '';
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', chunk => {
    stderr += chunk;
  });
  const closed = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  if (options.readAfter !== undefined)
    await new Promise(resolve => setTimeout(resolve, options.readAfter));
  child.stdout?.setEncoding('utf8').on('data', chunk => {
    stdout += chunk;
    if (stdout.length >= (options.closeAfter ?? Number.POSITIVE_INFINITY)) child.stdout?.destroy();
  });
  return { status: await closed, stdout, stderr };
}

/** A folder with these files, by path. Every user may read it. */
export function vaultOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

export function removeTemporaryFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** What was built stays, for more runs. */
export function removeVaults(): void {
  const kept = made.filter(folder => folder === dirname(program));
  for (const folder of made.splice(0))
    if (!kept.includes(folder)) rmSync(folder, { recursive: true, force: true });
  made.push(...kept);
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'claimwright-cli-'));
  chmodSync(folder, 0o755);
  made.push(folder);
  return folder;
}
