/** Writes a file whole: whoever reads it meanwhile sees the old text or the new one, never a part. */
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** Makes the file or replaces it, and keeps its mode. Throws what the file system does. */
export function writeWhole(file: string, text: string): void {
  const temporary = join(dirname(file), `.claimwright-${randomBytes(6).toString('hex')}.tmp`);
  const handle = openSync(temporary, 'wx', 0o666);
  try {
    try {
      writeFileSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    const stats = statSync(file, { throwIfNoEntry: false });
    if (stats !== undefined) chmodSync(temporary, stats.mode & 0o7777);
    renameSync(temporary, file);
  } finally {
    rmSync(temporary, { force: true });
  }
}
