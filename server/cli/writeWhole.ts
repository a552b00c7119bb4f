/** Writes a file whole: whoever reads it meanwhile sees the old text or the new one, never a part. */
import { chmodSync, renameSync, rmSync, statSync } from 'node:fs';
import { writeBeside } from './writeBeside';

/** Makes the file or replaces it, and keeps its mode. Throws what the file system does. */
export function writeWhole(file: string, text: string): void {
  const temporary = writeBeside(file, text);
  try {
    const stats = statSync(file, { throwIfNoEntry: false });
    if (stats !== undefined) chmodSync(temporary, stats.mode & 0o7777);
    renameSync(temporary, file);
  } finally {
    rmSync(temporary, { force: true });
  }
}
