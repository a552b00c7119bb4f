/**
 * Which files below a folder of a repository differ from a commit, with what they were in it. Git lists, and the notes are
 * read and hashed here: where git itself compares a working tree, it runs the filters that the repository names.
 */
import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { vaultMarker } from '../core/vault/marker';
import { isNotePath } from '../core/vault/names';
import { GitError, runGit } from './run';

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

/** A file of a commit. */
interface Blob {
  readonly mode: string;
  readonly object: string;
}

/**
 * Committed, staged, unstaged and untracked changes alike. `commit` is a full hash, or `null` for the empty state; `files`
 * are those that are there, by their paths from the folder, and `concerns` chooses among those that are gone. Of files
 * that are no notes only those that came or went count.
 */
export function changedFiles(
  folder: string,
  commit: string | null,
  files: ReadonlySet<string>,
  concerns: (path: string) => boolean,
): Comparison {
  const blobs = commit === null ? new Map<string, Blob>() : blobsOf(folder, commit);
  const { known, left } = knownFiles(folder);
  const changed = new Map<string, string | null>();
  const unknown: string[] = [];
  for (const path of files) {
    const blob = blobs.get(path);
    if (blob !== undefined) {
      if (!isSame(folder, path, blob)) changed.set(path, blob.object);
    } else if (known.has(path)) changed.set(path, null);
    else unknown.push(path);
  }
  for (const [path, { object }] of blobs)
    if (!files.has(path) && !left.has(path) && concerns(path)) changed.set(path, object);
  const isPlain = (path: string) => blobs.get(path)?.mode.startsWith('100') === true;
  const objects = [...changed].flatMap(([path, object]) =>
    object !== null && isRead(path) && isPlain(path) ? [object] : [],
  );
  const contents = contentsOf(folder, new Set(objects));
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

function isRead(path: string): boolean {
  return isNotePath(path) || path === vaultMarker;
}

/** The files of the commit below the folder. */
function blobsOf(folder: string, commit: string): Map<string, Blob> {
  const blobs = new Map<string, Blob>();
  // “MODE TYPE OBJECT”, a tab, the path.
  for (const line of lines(folder, ['ls-tree', '-r', '-z', commit])) {
    const [, mode = '', type, object = '', path = ''] =
      /^(\d+) (\w+) (\w+)\t(.*)$/su.exec(line) ?? [];
    // A name that is no UTF-8 is none of the vault's.
    if (type === 'blob' && !path.includes('\ufffd')) blobs.set(path, { mode, object });
  }
  return blobs;
}

/** What git has or would add, and what a sparse checkout leaves out of the folder. */
function knownFiles(folder: string) {
  const known = new Set<string>();
  const left = new Set<string>();
  for (const line of lines(folder, ['ls-files', '-t', '-z', '--cached', '--', '.'])) {
    const path = line.slice(2);
    known.add(path);
    if (/^s/iu.test(line)) left.add(path);
  }
  const others = ['ls-files', '-z', '--others', '--exclude-standard', '--', '.'];
  for (const path of lines(folder, others)) known.add(path);
  return { known, left };
}

function lines(folder: string, args: readonly string[]): string[] {
  return runGit(folder, args)
    .toString('utf8')
    .split('\0')
    .filter(line => line !== '');
}

/** Whether the file holds what the commit does, line ends aside, which git may have converted. */
function isSame(folder: string, path: string, { mode, object }: Blob): boolean {
  if (!isRead(path)) return true;
  const file = join(folder, path);
  try {
    const isLink = lstatSync(file).isSymbolicLink();
    if (mode === '120000' && isLink)
      return hashOf(readlinkSync(file, { encoding: 'buffer' }), object) === object;
    const bytes = readFileSync(file);
    if (hashOf(bytes, object) === object) return true;
    return bytes.includes('\r\n') && hashOf(withoutReturns(bytes), object) === object;
  } catch {
    return false;
  }
}

/** The name that git gives these bytes; `like` is a name of the same repository. */
function hashOf(bytes: Buffer, like: string): string {
  const hash = createHash(like.length === 64 ? 'sha256' : 'sha1');
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

function withoutReturns(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
}

function contentsOf(folder: string, objects: ReadonlySet<string>): Map<string, Buffer> {
  const contents = new Map<string, Buffer>();
  if (objects.size === 0) return contents;
  const input = `${[...objects].join('\n')}\n`;
  const output = runGit(folder, ['cat-file', '--batch'], input);
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
