/** Starts the measuring of the core in fresh processes, bundled as the product is. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

/** A task of `runner.ts` over a vault. */
export type Fresh = <Result>(task: string, vault: string) => Result;

/** `profile` is a folder for processor profiles. */
export function freshProcesses(folder: string, profile?: string): Fresh {
  const runner = join(folder, 'runner.js');
  // As the product is built: tsx would cost more than the index.
  buildSync({
    entryPoints: [join(import.meta.dirname, 'runner.ts')],
    outfile: runner,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return (task, vault) => {
    const profiling = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
    const args = ['--expose-gc', ...profiling, runner, task, vault];
    const options = { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const;
    return JSON.parse(execFileSync(process.execPath, args, options));
  };
}
