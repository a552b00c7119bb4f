/** Reads a note together with what its file system says of it, so that the next start can tell whether it changed. */
import { hash } from 'node:crypto';
import { closeSync, fstatSync, readSync, statSync } from 'node:fs';
import { openToRead } from '../disk';

/** What differs where the content of a file differs, but for what was written just before it was looked at. */
export interface FileState {
  /** Bytes. */
  readonly size: number;
  /** When its content was written, in milliseconds since 1970. Tools may set it back. */
  readonly modified: number;
  /** When its content, name or mode was, which no tool sets. */
  readonly changed: number;
}

export interface NoteFile extends FileState {
  /** When it was looked at by the clock of this machine, before it was read. */
  readonly checked: number;
  /** Kept until the next file is read. */
  readonly bytes: Buffer;
}

/** Milliseconds: the coarsest file systems count in steps of two seconds. */
export const TICK = 2000;

/** Larger notes are not kept. */
const MAX_BYTES = 1024 * 1024;

/** Bytes of a content's hash. */
export const HASH_BYTES = 20;

const buffer = Buffer.allocUnsafe(MAX_BYTES + 1);

/** `null` where there is no plain file that can be read, or a large one, or one that grows at this moment. */
export function readNoteFile(file: string): NoteFile | null {
  const checked = Date.now();
  let handle: number;
  try {
    handle = openToRead(file);
  } catch {
    return null;
  }
  try {
    const stats = fstatSync(handle);
    if (!stats.isFile() || stats.size > MAX_BYTES) return null;
    const length = readSync(handle, buffer, 0, buffer.length, 0);
    if (length !== stats.size) return null;
    return { ...stateIn(stats), checked, bytes: buffer.subarray(0, length) };
  } catch {
    return null;
  } finally {
    closeSync(handle);
  }
}

/** `null` where there is no plain file. */
export function stateOf(file: string): FileState | null {
  try {
    const stats = statSync(file, { throwIfNoEntry: false });
    return stats?.isFile() ? stateIn(stats) : null;
  } catch {
    return null;
  }
}

function stateIn(stats: { size: number; mtimeMs: number; ctimeMs: number }): FileState {
  return { size: stats.size, modified: stats.mtimeMs, changed: stats.ctimeMs };
}

export function sameState(a: FileState, b: FileState): boolean {
  return a.size === b.size && a.modified === b.modified && a.changed === b.changed;
}

/** Whether a later change shows in the state: what is written within one tick of the file system's
 * clock bears the same time. */
export function isSettled(
  { modified, changed }: FileState,
  checked: number,
  tick: number,
): boolean {
  return Math.max(modified, changed) < checked - tick;
}

export function contentHash(bytes: Buffer): Buffer {
  return hash('sha1', bytes, 'buffer');
}
