/** Writes a text beside the file that it is meant for, so that it can take the file's place whole. */
import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Returns the temporary file, which is on the disk then, or throws what the file system does and leaves none. `dress`
 * gives it what else the file shall have.
 */
export function writeBeside(
  file: string,
  text: string,
  mode = 0o666,
  dress: (handle: number) => void = () => {},
): string {
  // Short, as names of notes may be as long as the file system allows; hidden, so that no vault lists it.
  const temporary = join(dirname(file), `.claimwright-${randomBytes(6).toString('hex')}.tmp`);
  const handle = openSync(temporary, 'wx', mode);
  try {
    try {
      writeFileSync(handle, text);
      dress(handle);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  return temporary;
}
