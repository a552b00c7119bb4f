/** Puts a vault before the command line: each run is a process of its own, held to what it may cost and say. */
import assert from 'node:assert/strict';
import { collect, type Run, type RunOptions, startCli } from '../support/runCli';
import { type Bound, usualBound, watch } from './bounds';
import type { Cost } from './measured';

export interface CostedRun extends Run {
  /** `null` where the system does not say. */
  readonly cost: Cost | null;
}

/** Throws where the run takes more than it may, ends otherwise than by an exit status of its own, or fails by a bug. */
export async function throughCli(
  args: readonly string[],
  { bound = usualBound, ...options }: RunOptions & { readonly bound?: Bound } = {},
): Promise<CostedRun> {
  const command = `claimwright ${args[0]}`;
  const child = startCli(args, options);
  const watched = watch(child, bound);
  const run = await collect(child, options);
  let cost: Cost | null;
  try {
    cost = watched.end();
  } catch (error) {
    throw new Error(`${command} ${(error as Error).message}`);
  }
  assert.ok(
    run.status !== null && run.status <= 2,
    `${command} ended with ${run.status}: ${run.stderr.slice(0, 500)}`,
  );
  assert.doesNotMatch(run.stderr, /which is a bug|^\s+at .+:\d+/mu, `${command} failed`);
  return { ...run, cost };
}

/** What reads a vault, and what would change it, each as one run; by the name of the command. */
const RUNS = {
  check: ['check', '--format', 'json', '--severity', 'hint'],
  links: ['links', '--format', 'json'],
  hints: ['hints', '--format', 'json'],
  fix: ['fix', '--dry-run', '--format', 'json'],
  graph: ['graph', '--format', 'json'],
  stats: ['stats', '--format', 'json'],
} as const;

export type CommandName = keyof typeof RUNS;

/** Runs the commands on a vault, one after the other, and reads what they print. */
export async function everyCommand(
  root: string,
  options: { readonly only?: readonly CommandName[]; readonly bound?: Bound } = {},
): Promise<Record<CommandName, Printed>> {
  const { only = Object.keys(RUNS) as CommandName[], ...rest } = options;
  const printed: Record<string, Printed> = {};
  for (const name of only) {
    const [command, ...flags] = RUNS[name];
    const { stdout, stderr } = await throughCli([command, root, ...flags], rest);
    // Nothing is changed as long as the settings are in doubt.
    const waits = name === 'fix' && /^claimwright: Mend “\.claimwright\.yaml” first/u.test(stderr);
    const said = `claimwright ${name} printed nothing: ${stderr.slice(0, 500)}`;
    if (!waits) assert.notEqual(stdout, '', said);
    printed[name] = waits ? {} : JSON.parse(stdout);
  }
  return printed as Record<CommandName, Printed>;
}

/** What commands print as JSON, as far as trials look at it. */
export interface Printed {
  readonly diagnostics?: readonly PrintedDiagnostic[];
  readonly links?: readonly {
    readonly file: string;
    readonly raw: string;
    readonly target: string;
    readonly resolution: string;
    readonly path: string | null;
  }[];
  readonly files?: readonly { readonly file: string; readonly hints: readonly object[] }[];
  readonly edits?: readonly { readonly file: string }[];
  readonly nodes?: readonly { readonly path: string; readonly title: string }[];
}

export interface PrintedDiagnostic {
  readonly file: string;
  readonly severity: string;
  readonly code: string;
  readonly message: string;
}

/** Codes of what `check` found in a note, in order, joined by blanks. */
export function codesIn({ diagnostics = [] }: Printed, file: string): string {
  return diagnostics.flatMap(each => (each.file === file ? [each.code] : [])).join(' ');
}
