/** Measures what a vault keeps in memory, and whether thousands of edits leave something behind. */
import { Vault } from '../../server/core/vault/Vault';
import { readChange } from '../../server/disk';
import { changesIn } from './loaded';
import { settle } from './settle';
import { pick, random } from './titles';

/** Megabytes after garbage collection. */
export interface Kept {
  readonly heap: number;
  /** Outside of the heap, array buffers included. */
  readonly external: number;
  readonly resident: number;
}

export interface MemoryFigures extends Kept {
  readonly notes: number;
  /** Kilobytes of heap, and of heap and array buffers, a note. */
  readonly heapPerNote: number;
  readonly perNote: number;
  /** Peak while the vault was read, in MB. */
  readonly peak: number;
  /** Megabytes of heap and array buffers by which so many edits and changes made it grow, after as many before them. */
  readonly grownByEdits: number;
  readonly grownByChanges: number;
}

const EDITS = 10_000;
const CHANGES = 1_000;

/** To be run in a process of its own, with `--expose-gc`. */
export function measureMemory(root: string): MemoryFigures {
  const empty = kept();
  const vault = new Vault();
  vault.load(changesIn(root));
  settle(vault);
  const peak = process.resourceUsage().maxRSS / 1024;
  const full = kept();
  const paths = [...vault.notes()];
  const perNote = (megabytes: number) => (megabytes * 1000) / Math.max(1, paths.length);
  const heap = full.heap - empty.heap;
  const external = full.external - empty.external;
  return {
    heap,
    external,
    resident: full.resident,
    notes: paths.length,
    heapPerNote: perNote(heap),
    perNote: perNote(heap + external),
    peak,
    grownByEdits: growth(EDITS, editing(vault, root, paths)),
    grownByChanges: growth(CHANGES, changing(vault, root, paths)),
  };
}

/** What the first of them build or fill is no growth. */
function growth(count: number, step: (at: number) => void): number {
  const grown = (from: number) => {
    for (let at = from; at < from + count; at++) step(at);
    const { heap, external } = kept();
    return heap + external;
  };
  const before = grown(0);
  return grown(count) - before;
}

/** Each types one word into a note, or takes it back: after two the vault says what it said. */
function editing(vault: Vault, root: string, paths: readonly string[]): (at: number) => void {
  const some = pick(paths, 250, random(3)).flatMap(path => {
    const change = readChange(root, path);
    return change.kind === 'set' && 'text' in change && change.text !== null
      ? [{ path, text: change.text }]
      : [];
  });
  return at => {
    const { path, text } = some[(at >> 1) % some.length] ?? { path: '', text: '' };
    const typed = `${text}\n\nword${at} [[no note ${at}]]\n`;
    vault.apply([{ kind: 'set', path, text: at % 2 === 0 ? typed : text }]);
  };
}

/** Each takes a note away, or brings it back. */
function changing(vault: Vault, root: string, paths: readonly string[]): (at: number) => void {
  const some = pick(paths, 250, random(5));
  return at => {
    const path = some[(at >> 1) % some.length] ?? '';
    vault.apply([at % 2 === 0 ? { kind: 'remove', path } : readChange(root, path)]);
  };
}

function kept(): Kept {
  const { gc } = globalThis;
  if (gc === undefined) throw new Error('start Node with --expose-gc');
  gc();
  gc();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { heap: heapUsed / 1e6, external: external / 1e6, resident: rss / 1e6 };
}
