/** Writes the notes of a cache: behind those that are there, or into a file that takes the place of the old one at once. */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { FileId } from './CacheFile';
import { lockFile, notesFile, removeTemporary, removeUnused } from './cacheFiles';
import { takeLock } from './lock';

/**
 * Goes on after each block. Does nothing where another process is writing, or has written since `found` was read; where
 * that is `null`, what was there goes. Throws what the file system does, and leaves the old notes as they were.
 */
export function* writeNotes(
  folder: string,
  blocks: Iterable<Buffer>,
  found: FileId | null,
): Generator<void> {
  // Notes may be private.
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const release = takeLock(join(folder, lockFile));
  if (release === null) return;
  try {
    const file = join(folder, notesFile);
    if (found === null) yield* replace(folder, file, blocks);
    else if (isSame(file, found)) yield* append(file, blocks, found.size);
    removeUnused(folder);
  } finally {
    release();
  }
}

function isSame(file: string, { ino, size }: FileId): boolean {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats?.ino === ino && stats.size === size;
}

/** A reader meanwhile sees some of the blocks, and that the last is not whole. */
function* append(file: string, blocks: Iterable<Buffer>, size: number): Generator<void> {
  const handle = openSync(file, 'r+');
  let at = size;
  try {
    for (const block of blocks) {
      at = write(handle, block, at);
      yield;
    }
  } catch (error) {
    // A full disk has room for this.
    ftruncateSync(handle, size);
    throw error;
  } finally {
    closeSync(handle);
  }
}

function* replace(folder: string, file: string, blocks: Iterable<Buffer>): Generator<void> {
  removeTemporary(folder);
  const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const handle = openSync(temporary, 'wx', 0o600);
    try {
      let at = 0;
      for (const block of blocks) {
        at = write(handle, block, at);
        yield;
      }
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, file);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Returns where the block ends. */
function write(handle: number, block: Buffer, at: number): number {
  for (let from = 0; from < block.length; )
    from += writeSync(handle, block, from, block.length - from, at + from);
  return at + block.length;
}
