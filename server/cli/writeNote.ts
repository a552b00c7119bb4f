/** Replaces the text of a note on the disk: all of it or nothing, and only where it is still the text that was read. */
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { staysInside } from '../disk';
import { writeBeside } from './writeBeside';

/** A note of which the new text is on the disk already, beside the old one. */
export interface PreparedNote {
  /** Puts it in the place of the old one; returns why it did not, as the end of a sentence; `null` where it did. */
  commit(): string | null;
  /** Takes away what was prepared; nothing where it is committed. */
  discard(): void;
}

/** Returns why it was not written, as the end of a sentence about the note; `null` where it was. */
export function writeNote(
  root: string,
  path: string,
  before: string,
  after: string,
): string | null {
  const prepared = prepareNote(root, path, before, after);
  if (typeof prepared === 'string') return prepared;
  try {
    return prepared.commit();
  } finally {
    prepared.discard();
  }
}

/** Why it cannot be written, where it cannot. */
export function prepareNote(
  root: string,
  path: string,
  before: string,
  after: string,
): PreparedNote | string {
  let prepared: PreparedNote | null = null;
  const fault = tried(() => {
    const found = writable(root, path, before);
    if (typeof found === 'string') return found;
    prepared = replacement(join(root, path), found, before, after);
    return null;
  });
  return prepared ?? fault ?? 'could not be written';
}

/** Why it could not be written now, in the same words; `null` where it could. */
export function writeFault(root: string, path: string, before: string): string | null {
  return tried(() => {
    const found = writable(root, path, before);
    if (typeof found === 'string') return found;
    accessSync(dirname(found.file), constants.W_OK);
    return null;
  });
}

function tried(work: () => string | null): string | null {
  try {
    return work();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return code === 'ENOENT' ? 'is gone' : `could not be written (${code})`;
  }
}

function writable(root: string, path: string, before: string) {
  // A link is kept, and the file that it leads to is written.
  const file = realpathSync(join(root, path));
  if (!staysInside(root, path)) return 'is a link that leaves the vault';
  const stats = statSync(file);
  if (!stats.isFile()) return 'is no file';
  accessSync(file, constants.W_OK);
  return holds(file, before) ? { file, stats } : 'changed meanwhile';
}

/** Whoever reads the file meanwhile sees the old text or the new one, never a part. */
function replacement(
  note: string,
  { file, stats }: { readonly file: string; readonly stats: Stats },
  before: string,
  after: string,
): PreparedNote {
  const temporary = writeBeside(file, after, 0o600, handle => {
    keepOwner(handle, stats);
    fchmodSync(handle, stats.mode & 0o7777);
  });
  const commit = () =>
    tried(() => {
      // A link that was put on the way meanwhile would lead elsewhere.
      if (realpathSync(note) !== file || !holds(file, before)) return 'changed meanwhile';
      renameSync(temporary, file);
      syncFolder(dirname(file));
      return null;
    });
  return { commit, discard: () => rmSync(temporary, { force: true }) };
}

function holds(file: string, text: string): boolean {
  return readFileSync(file).equals(Buffer.from(text));
}

/** Only root may give a file away. */
function keepOwner(handle: number, { uid, gid }: Stats): void {
  try {
    fchownSync(handle, uid, gid);
  } catch (error) {
    if (!['EPERM', 'ENOSYS', 'EINVAL'].includes((error as NodeJS.ErrnoException).code ?? ''))
      throw error;
  }
}

/** The rename itself is on the disk then. Windows and some network file systems cannot. */
export function syncFolder(folder: string): void {
  let handle: number;
  try {
    handle = openSync(folder, 'r');
  } catch {
    return;
  }
  try {
    fsyncSync(handle);
  } catch {
    // The note is whole all the same.
  } finally {
    closeSync(handle);
  }
}
