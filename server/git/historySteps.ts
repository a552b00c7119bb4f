/**
 * The history of a vault, step by step: states chosen evenly in time, of which only the notes that differ are read. Git is
 * asked for objects alone, so no filter runs, and a note that moved is one that went and one that came.
 */
import { evenly } from '../core/features/health/evenly';
import type { Commit } from '../core/features/health/form';
import type { HistoryStep } from '../core/features/health/history';
import type { Change } from '../core/vault/Vault';
import { decoded } from '../disk';
import { MAX_BYTES } from '../fileRules';
import { contentsOf, type Question } from './comparison';
import { type Asking, type Tree, treeOf } from './historyTree';

/** So many bytes of notes are held at once, and notes asked for. */
const BYTES_AT_ONCE = 4 * 1024 * 1024;
const NOTES_AT_ONCE = 2000;
/** So many paths are compared in a row. */
const PATHS_AT_ONCE = 2000;
/** Of the year 9999, since 1970. */
const LAST_SECOND = 253_402_300_799;

interface Note {
  readonly path: string;
  readonly object: string;
}

export type HistorySteps = Generator<Question | HistoryStep | null, void, Buffer>;

/**
 * At most so many points, 2 or more. Asks git in the folder of the vault, and yields `null` where a server may do
 * something else. Of merges only the first parent counts.
 */
export function* historySteps(points: number): HistorySteps {
  const [inside, shallow] = yield* words([
    'rev-parse',
    '--is-inside-work-tree',
    '--is-shallow-repository',
  ]);
  if (inside !== 'true') {
    yield refused('This is no working tree of a git repository.');
    return;
  }
  const commits = yield* commitsOf();
  const chosen = evenly(
    commits.map(({ date }) => Date.parse(date)),
    points,
  );
  const isShallow = shallow === 'true';
  if (chosen.length < 2) {
    yield refused(tooFew(commits.length, isShallow));
    return;
  }
  yield { kind: 'begin', points: chosen.length, commits: commits.length, shallow: isShallow };
  let before: Tree = new Map();
  for (const each of chosen) {
    const at = commits[each];
    if (at === undefined) continue;
    const tree = yield* treeOf(at.commit);
    yield* changesBetween(before, tree);
    yield { kind: 'point', at };
    before = tree;
  }
}

function refused(why: string): HistoryStep {
  return { kind: 'refused', why };
}

function tooFew(commits: number, shallow: boolean): string {
  if (shallow)
    return 'This clone holds only the last commits of its history. To fetch all of it, run: git fetch --unshallow';
  return commits === 0
    ? 'No commit holds a note of this vault yet.'
    : 'Only one commit changed this vault, so there is no history yet.';
}

/** Those that changed something in the folder, the oldest first. */
function* commitsOf(): Asking<Commit[]> {
  const all = yield* words([
    'rev-list',
    '--first-parent',
    '--timestamp',
    '--reverse',
    'HEAD',
    '--',
    '.',
  ]);
  const commits: Commit[] = [];
  for (let at = 0; at + 1 < all.length; at += 2) {
    const [seconds, commit = ''] = [Number(all[at]), all[at + 1]];
    // Whoever makes a commit chooses its date, beyond all calendars, too.
    const date = new Date(Math.min(seconds, LAST_SECOND) * 1000)
      .toISOString()
      .replace('.000Z', 'Z');
    commits.push({ commit, date });
  }
  return commits;
}

function* words(args: readonly string[]): Asking<string[]> {
  const output = yield { args };
  return output
    .toString('latin1')
    .split(/\s+/u)
    .filter(each => each !== '');
}

function* changesBetween(before: Tree, after: Tree): HistorySteps {
  const changes: Change[] = [];
  const notes: Note[] = [];
  let at = 0;
  for (const path of before.keys()) {
    if (++at % PATHS_AT_ONCE === 0) yield null;
    if (!after.has(path)) changes.push({ kind: 'remove', path });
  }
  for (const [path, object] of after) {
    if (++at % PATHS_AT_ONCE === 0) yield null;
    if (before.get(path) === object) continue;
    if (object === null) changes.push({ kind: 'set', path, text: null });
    else notes.push({ path, object });
  }
  yield { kind: 'changes', changes };
  while (notes.length > 0) yield* readNotes(notes.splice(0, NOTES_AT_ONCE));
}

/** Of notes that are too large to be read, nothing is. */
function* readNotes(notes: readonly Note[]): HistorySteps {
  const objects = [...new Set(notes.map(({ object }) => object))];
  // “OBJECT TYPE SIZE”, a line each.
  const output = yield { args: ['cat-file', '--batch-check'], input: `${objects.join('\n')}\n` };
  const lines = output
    .toString('latin1')
    .split('\n')
    .map(line => line.split(' '));
  const sizes = new Map(lines.map(([object, , size]) => [object, Number(size)]));
  let batch: Note[] = [];
  let bytes = 0;
  for (const note of notes) {
    const size = sizes.get(note.object) ?? 0;
    if (size > MAX_BYTES) {
      yield { kind: 'changes', changes: [{ kind: 'set', path: note.path, text: null }] };
      continue;
    }
    batch.push(note);
    bytes += size;
    if (bytes < BYTES_AT_ONCE) continue;
    yield* readBatch(batch);
    [batch, bytes] = [[], 0];
  }
  yield* readBatch(batch);
}

function* readBatch(notes: readonly Note[]): HistorySteps {
  const contents = yield* contentsOf(new Set(notes.map(({ object }) => object)));
  const changes = function* (): Generator<Change> {
    for (const { path, object } of notes) {
      const bytes = contents.get(object);
      if (bytes !== undefined) yield decoded(bytes, path);
    }
  };
  yield { kind: 'changes', changes: changes() };
}
