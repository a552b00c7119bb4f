/**
 * Which files below a folder of a repository differ from a commit, step by step. Git lists, and the notes are read and
 * hashed here: where git itself compares a working tree, it runs the filters that the repository names.
 */
import { join } from 'node:path';
import { vaultMarker } from '../core/vault/marker';
import { isNotePath } from '../core/vault/names';
import { type Blob, holdsBlob } from './holdsBlob';
import { GitError } from './run';

export interface ChangedFile {
  /** From the folder, with `/`. */
  readonly path: string;
  /** What it held in the commit; `null` where it was none, or was no plain file. */
  readonly before: Buffer | null;
}

export interface Comparison {
  readonly changed: readonly ChangedFile[];
  /** Files that git neither has nor would add: ignored ones, and those of a repository inside this one. */
  readonly unknown: readonly string[];
}

/** What git is asked while files are compared; the answer is what it writes. */
export interface Question {
  readonly args: readonly string[];
  readonly input?: string;
}

export interface Compared {
  /** That of the vault, which may be a part of its repository. */
  readonly folder: string;
  /** A full hash, or `null` for the empty state. */
  readonly commit: string | null;
  /** Files that are there, by their paths from the folder. */
  readonly files: ReadonlySet<string>;
  /** Chooses among those that are gone. */
  readonly concerns: (path: string) => boolean;
  /** Files that count as changed whatever they hold. */
  readonly anyway?: ReadonlySet<string>;
}

/**
 * Committed, staged, unstaged and untracked changes alike. Of files that are no notes only those that came or went count.
 * Asks git, and yields `null` between files, where a server may do something else.
 */
export function* comparison({
  folder,
  commit,
  files,
  concerns,
  anyway = new Set(),
}: Compared): Generator<Question | null, Comparison, Buffer> {
  const blobs = commit === null ? new Map<string, Blob>() : yield* blobsOf(commit);
  const { known, left } = yield* knownFiles();
  const changed = new Map<string, string | null>();
  const unknown: string[] = [];
  for (const path of files) {
    yield null;
    const blob = blobs.get(path);
    if (blob !== undefined) {
      if (anyway.has(path) || (isRead(path) && !holdsBlob(join(folder, path), blob)))
        changed.set(path, blob.object);
    } else if (known.has(path) || anyway.has(path)) changed.set(path, null);
    else unknown.push(path);
  }
  // Whoever lists files may not have heard yet of one that is new.
  for (const path of known)
    if (!files.has(path) && !blobs.has(path) && concerns(path)) changed.set(path, null);
  for (const [path, { object }] of blobs)
    if (!files.has(path) && !left.has(path) && concerns(path)) changed.set(path, object);
  const isPlain = (path: string) => blobs.get(path)?.mode.startsWith('100') === true;
  const objects = [...changed].flatMap(([path, object]) =>
    object !== null && isRead(path) && isPlain(path) ? [object] : [],
  );
  const contents = yield* contentsOf(new Set(objects));
  const empty = Buffer.alloc(0);
  return {
    changed: [...changed].map(([path, object]) => {
      const before =
        object === null || !isPlain(path) ? null : isRead(path) ? contents.get(object) : empty;
      return { path, before: before ?? null };
    }),
    unknown,
  };
}

type Asking<Answer> = Generator<Question, Answer, Buffer>;

function isRead(path: string): boolean {
  return isNotePath(path) || path === vaultMarker;
}

/** The files of the commit below the folder. */
function* blobsOf(commit: string): Asking<Map<string, Blob>> {
  const blobs = new Map<string, Blob>();
  // “MODE TYPE OBJECT”, a tab, the path.
  for (const line of yield* lines(['ls-tree', '-r', '-z', commit])) {
    const [, mode = '', type, object = '', path = ''] =
      /^(\d+) (\w+) (\w+)\t(.*)$/su.exec(line) ?? [];
    // A name that is no UTF-8 is none of the vault's.
    if (type === 'blob' && !path.includes('\ufffd')) blobs.set(path, { mode, object });
  }
  return blobs;
}

/** What git has or would add, and what a sparse checkout leaves out of the folder. */
function* knownFiles(): Asking<{ known: Set<string>; left: Set<string> }> {
  const known = new Set<string>();
  const left = new Set<string>();
  for (const line of yield* lines(['ls-files', '-t', '-z', '--cached', '--', '.'])) {
    const path = line.slice(2);
    known.add(path);
    if (/^s/iu.test(line)) left.add(path);
  }
  const others = ['ls-files', '-z', '--others', '--exclude-standard', '--', '.'];
  // One that ends so is a repository inside this one.
  for (const path of yield* lines(others)) if (!path.endsWith('/')) known.add(path);
  return { known, left };
}

function* lines(args: readonly string[]): Asking<string[]> {
  const output = yield { args };
  return output
    .toString('utf8')
    .split('\0')
    .filter(line => line !== '');
}

/** What these objects hold. */
export function* contentsOf(objects: ReadonlySet<string>): Asking<Map<string, Buffer>> {
  const contents = new Map<string, Buffer>();
  if (objects.size === 0) return contents;
  const input = `${[...objects].join('\n')}\n`;
  const output = yield { args: ['cat-file', '--batch'], input };
  // “OBJECT TYPE SIZE”, the content, and a line end; or “OBJECT missing”.
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf(10, at);
    const [object = '', type, size] = output.toString('utf8', at, end).split(' ');
    if (type === 'missing')
      throw new GitError(128, `the repository lacks ${object}: fetch its history first`);
    contents.set(object, output.subarray(end + 1, end + 1 + Number(size)));
    at = end + 1 + Number(size) + 1;
  }
  return contents;
}
