/** Which notes git saw renamed: read from the history of the repository around a vault, with nothing of it executed. */
import { execFile, execFileSync } from 'node:child_process';
import type { ReadRenames, Rename } from '../core/rules/repair/repairHistory';
import { isNotePath, nameOf, slugOf } from '../core/vault/names';
import { gitCommand } from './gitCommand';

/** Milliseconds and bytes; a longer history counts as none. */
const TIMEOUT = 20_000;
const MOST_BYTES = 64 * 1024 * 1024;

const ARGS = [
  'log',
  '--no-show-signature',
  '--no-ext-diff',
  '--no-textconv',
  '--no-mailmap',
  '--no-notes',
  '--no-decorate',
  '--no-color',
  '--find-renames=50%',
  // Exact renames are found however many there are; comparing texts costs the product of what came and what went.
  '-l400',
  '--diff-filter=AR',
  '--name-status',
  '--relative',
  '-z',
  // Behind -z git ends the line of a commit with NUL: a path cannot begin with this mark and be mistaken for one.
  '--format=%x01%h %cs',
];

const LIMITS = { timeout: TIMEOUT, killSignal: 'SIGKILL', maxBuffer: MOST_BYTES } as const;

/** Of the vault in this folder, which may be a part of its repository. Never throws; `signal` ends it. */
export function readRenames(folder: string, signal?: AbortSignal): Promise<ReadRenames> {
  const { file, args, options } = gitCommand(folder, ARGS);
  const all = { ...options, ...LIMITS, encoding: 'utf8', ...(signal ? { signal } : {}) } as const;
  return new Promise(resolve => {
    execFile(file, args, all, (error, output, complaint) => {
      resolve(error === null ? renamesIn(output) : refused(error, complaint));
    });
  });
}

/** The same at once, for the command line. */
export function readRenamesNow(folder: string): ReadRenames {
  const { file, args, options } = gitCommand(folder, ARGS);
  try {
    const stdio: ['ignore', 'pipe', 'pipe'] = ['ignore', 'pipe', 'pipe'];
    return renamesIn(execFileSync(file, args, { ...options, ...LIMITS, encoding: 'utf8', stdio }));
  } catch (error) {
    const { stderr } = error as { stderr?: unknown };
    return refused(error as NodeJS.ErrnoException, String(stderr ?? ''));
  }
}

function refused(error: unknown, complaint: string): ReadRenames {
  const { code, killed, signal } = error as {
    code?: string | number | null;
    killed?: boolean;
    signal?: string | null;
  };
  const none = (reason: string) => ({ renames: [], refused: reason });
  if (code === 'ENOENT') return none('Git is not installed.');
  if (code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER' || code === 'ENOBUFS')
    return none('The history of this repository is too long to be read.');
  if (code === 'ABORT_ERR') return none('Reading the history was cancelled.');
  if (code === 'ETIMEDOUT' || killed === true || signal === 'SIGKILL')
    return none(`Git took longer than ${TIMEOUT / 1000} seconds.`);
  if (/not a git repository/iu.test(complaint)) return none('The vault is in no git repository.');
  if (/dubious ownership/iu.test(complaint))
    return none('Git does not read this repository, as it belongs to another user.');
  if (/does not have any commits/iu.test(complaint)) return none('The repository has no commits.');
  const said = complaint.split('\n')[0]?.replace(/^fatal: /u, '') ?? '';
  return none(`Git failed${said === '' ? '' : `: ${said}`}.`);
}

/** A note that came: by a rename, or for the first time. */
interface Step {
  readonly from: string | null;
  readonly to: string;
  readonly similarity: number;
}

/** What git wrote. Commits come newest first: what a name became later is known already when it is given. */
export function renamesIn(output: string): ReadRenames {
  const latest = new Map<string, Rename>();
  const renames: Rename[] = [];
  /** What became of the notes that had a name, by its slug. */
  const bearers = new Map<string, Set<string>>();
  for (const { header, steps } of commits(output)) {
    const [commit = '', date = ''] = header.split(' ');
    // Those of one commit happened together: a swap must not be followed through itself.
    const found = steps.flatMap(({ from, to, similarity }): Rename[] => {
      const next = latest.get(to);
      const slug = slugOf(nameOf(to));
      bearers.set(slug, (bearers.get(slug) ?? new Set()).add(next?.to ?? to));
      if (from === null) return [];
      return next === undefined
        ? [{ from, to, date, commit, similarity, shared: false }]
        : [{ ...next, from, similarity: Math.round((similarity * next.similarity) / 100) }];
    });
    // Before it came, the path was that of another note.
    for (const { to } of steps) latest.delete(to);
    for (const rename of found) {
      renames.push(rename);
      latest.set(rename.from, rename);
    }
  }
  const isShared = ({ from, to }: Rename) => {
    const all = bearers.get(slugOf(nameOf(from)));
    return all !== undefined && (all.size > 1 || !all.has(to));
  };
  return { renames: renames.map(each => ({ ...each, shared: isShared(each) })), refused: null };
}

function* commits(output: string): Generator<{ header: string; steps: Step[] }> {
  const tokens = output.split('\0');
  let header = '';
  let steps: Step[] = [];
  for (let at = 0; at < tokens.length; at++) {
    // Behind the line of a commit stands a line end; a path may begin with one, too.
    const token = (tokens[at] ?? '').replace(/^\n/u, '');
    const similarity = /^R(\d+)$/u.exec(token)?.[1];
    if (token.startsWith('\u0001')) {
      if (steps.length > 0) yield { header, steps };
      header = token.slice(1);
      steps = [];
    } else if (token === 'A') {
      const to = tokens[++at] ?? '';
      if (isNotePath(to)) steps.push({ from: null, to, similarity: 100 });
    } else if (similarity !== undefined) {
      const [from = '', to = ''] = [tokens[at + 1], tokens[at + 2]];
      at += 2;
      if (isNotePath(from) && isNotePath(to) && from !== to)
        steps.push({ from, to, similarity: Number(similarity) });
    }
  }
  if (steps.length > 0) yield { header, steps };
}
