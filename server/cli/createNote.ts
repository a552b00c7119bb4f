/** Makes a note on the disk where nothing is: whole or not at all, and never in the place of another file. */
import {
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { staysInside } from '../disk';
import { writeBeside } from './writeBeside';
import { syncFolder } from './writeNote';

export interface CreatedFile {
  /** From the vault's root. */
  readonly path: string;
  readonly file: string;
  readonly text: string;
  /** The outermost folder that was made for it. */
  readonly folder: string | undefined;
}

/** Why it could not be made now, as the end of a sentence about the note; `null` where it could. */
export function createFault(root: string, path: string): string | null {
  if (existsSync(join(root, path))) return 'is there already';
  return staysInside(root, path) ? null : 'would lie outside the vault';
}

/** Returns why it was not made, as the end of a sentence about the note. */
export function createNote(root: string, path: string, text: string): CreatedFile | string {
  const file = join(root, path);
  const fault = createFault(root, path);
  if (fault !== null) return fault;
  let folder: string | undefined;
  try {
    folder = mkdirSync(dirname(file), { recursive: true });
    createWhole(file, text);
    return { path, file, text, folder };
  } catch (error) {
    removeFolders(file, folder);
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return code === 'EEXIST' ? 'is there already' : `could not be written (${code})`;
  }
}

/** Takes it back, unless somebody wrote into it. Returns whether it is gone. */
export function removeCreated({ file, text, folder }: CreatedFile): boolean {
  try {
    if (!readFileSync(file).equals(Buffer.from(text))) return false;
    rmSync(file);
  } catch {
    return !existsSync(file);
  }
  removeFolders(file, folder);
  return true;
}

/** Whoever looks sees all of it or nothing. */
function createWhole(file: string, text: string): void {
  const temporary = writeBeside(file, text);
  try {
    try {
      linkSync(temporary, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
      // Some file systems have no second names for a file.
      copyFileSync(temporary, file, constants.COPYFILE_EXCL);
    }
    syncFolder(dirname(file));
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Those that were made, the innermost first, as long as they are empty. */
function removeFolders(file: string, last: string | undefined): void {
  if (last === undefined) return;
  try {
    for (let at = dirname(file); at.startsWith(last); at = dirname(at)) rmdirSync(at);
  } catch {
    // Somebody put something into it meanwhile.
  }
}
