/**
 * The bench of the core: a real vault, a generated one of its size, and a generated one ten times as large.
 *
 *   npm run bench -- [VAULT] [--runs 5] [--times 10] [--json] [--profile FOLDER]
 *
 * VAULT defaults to `../shared/vault` beside the checkout; without it only the example and generated vaults are read.
 *
 * How to read it: times differ from machine to machine and with what else runs, so compare ratios, and times only
 * within one table. `index / read` is the cold index, in a fresh process, over merely listing and reading the same
 * bytes in another fresh process; the two take turns and the medians are compared. Where other work disturbs the
 * machine, the same ratio of processor time (of all threads) is the steadier one. `growth` is the large generated
 * vault over the small one: about 10 for what reads everything, about 1 for what one keystroke costs. Edits and
 * completions are measured one by one in a warm process, and so is `front matter: check / parse`: all rules about front
 * matter and life cycles over all notes, against parsing the front matter of the same notes, medians of many rounds. The bench never fails for being slow.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildSync } from 'esbuild';
import { generateVault } from './generateVault';
import type { EditFigures } from './measureEdits';
import type { FrontmatterFigures } from './measureFrontmatter';
import type { LinkFigures } from './measureLinks';
import { median, type Quantiles } from './quantiles';
import { table } from './table';

/** What `runner.ts` prints. */
interface Read {
  readonly time: number;
  /** Of all threads. */
  readonly cpu: number;
  readonly notes: number;
  readonly bytes: number;
  readonly resident: number;
}

interface Index {
  readonly time: number;
  readonly cpu: number;
  readonly checked: number;
  readonly resident: number;
  readonly heap: number;
  readonly findings: number;
}

export interface Figures {
  readonly vault: string;
  readonly notes: number;
  readonly megabytes: number;
  readonly findings: number;
  readonly read: number;
  readonly index: number;
  readonly readCpu: number;
  readonly indexCpu: number;
  readonly check: number;
  /** Peak resident memory in MB: merely reading, and indexing. */
  readonly readResident: number;
  readonly indexResident: number;
  /** What the index keeps, in MB. */
  readonly heap: number;
  readonly edits: Readonly<Record<string, EditFigures>>;
  readonly completion: Readonly<Record<string, Quantiles>>;
  readonly links: Readonly<Record<string, LinkFigures>>;
  readonly frontmatter: FrontmatterFigures;
  readonly titles: Readonly<Record<string, Quantiles>>;
}

const root = join(import.meta.dirname, '../..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '5' },
    times: { type: 'string', default: '10' },
    json: { type: 'boolean', default: false },
    profile: { type: 'string' },
  },
});
const runs = Number(values.runs);
const times = Number(values.times);
if (!(runs >= 1 && times >= 1)) throw new RangeError('--runs and --times take numbers from 1 up');

function bundleRunner(folder: string): string {
  const outfile = join(folder, 'runner.cjs');
  // As the product is built: tsx would cost more than the index.
  buildSync({
    entryPoints: [join(import.meta.dirname, 'runner.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return outfile;
}

function writeVault(folder: string, count: number): string {
  for (const { path, text } of generateVault(count)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}

function start<T>(runner: string, task: string, vault: string): T {
  const profile =
    values.profile === undefined
      ? []
      : ['--cpu-prof', `--cpu-prof-dir=${values.profile}`, '--cpu-prof-interval=200'];
  const options = { encoding: 'utf8', maxBuffer: 1e8 } as const;
  const args = ['--expose-gc', ...profile, runner, task, vault];
  return JSON.parse(execFileSync(process.execPath, args, options));
}

function measure(runner: string, name: string, vault: string): Figures {
  process.stderr.write(`${name} …\n`);
  const reads: Read[] = [];
  const indexes: Index[] = [];
  // The first pair only warms the disk's cache.
  for (let run = 0; run <= runs; run++) {
    const read = start<Read>(runner, 'read', vault);
    const index = start<Index>(runner, 'index', vault);
    if (run === 0) continue;
    reads.push(read);
    indexes.push(index);
  }
  return {
    vault: name,
    notes: reads[0]?.notes ?? 0,
    megabytes: (reads[0]?.bytes ?? 0) / 1e6,
    findings: indexes[0]?.findings ?? 0,
    read: median(reads.map(each => each.time)),
    index: median(indexes.map(each => each.time)),
    readCpu: median(reads.map(each => each.cpu)),
    indexCpu: median(indexes.map(each => each.cpu)),
    check: median(indexes.map(each => each.checked)),
    readResident: median(reads.map(each => each.resident)),
    indexResident: median(indexes.map(each => each.resident)),
    heap: median(indexes.map(each => each.heap)),
    edits: start(runner, 'edit', vault),
    completion: start(runner, 'complete', vault),
    links: start(runner, 'links', vault),
    frontmatter: start(runner, 'frontmatter', vault),
    titles: start(runner, 'titles', vault),
  };
}

function realVault(): string | null {
  const given = positionals[0];
  if (given !== undefined) return resolve(given);
  const beside = join(root, '../shared/vault');
  if (existsSync(beside)) return beside;
  process.stderr.write('No vault in ../shared/vault and none given: the example stands in.\n');
  const example = join(root, 'examples/vault');
  return existsSync(example) ? example : null;
}

const folder = mkdtempSync(join(tmpdir(), 'claimwright-bench-'));
try {
  const runner = bundleRunner(folder);
  const real = realVault();
  const figures: Figures[] = [];
  if (real !== null) figures.push(measure(runner, 'vault', real));
  const count = Math.max(1000, figures[0]?.notes ?? 0);
  for (const factor of [1, times]) {
    const vault = writeVault(join(folder, `times-${factor}`), count * factor);
    figures.push(measure(runner, `generated ×${factor}`, vault));
    rmSync(vault, { recursive: true });
  }
  console.log(values.json ? JSON.stringify(figures, null, 2) : table(figures));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
