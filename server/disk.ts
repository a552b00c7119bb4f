/** Reads vaults from the disk: the only place, with the entry points, that knows Node's file system. */
import { isAscii, isUtf8, transcode } from 'node:buffer';
import {
  closeSync,
  constants,
  type Dirent,
  existsSync,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { vaultMarker } from './core/vault/marker';
import { isNotePath } from './core/vault/names';
import type { Change } from './core/vault/Vault';
import {
  changeOf,
  type Folders,
  filesIn,
  forbidden,
  isInside,
  MAX_BYTES,
  tooLarge,
  unread,
  vaultRootsIn,
} from './fileRules';

/** Of files on a disk. */
export const scheme = 'file';

const folders: Folders<Dirent> = {
  entriesOf,
  isFolder,
  kindOf(entry, folder) {
    if (isMisread(entry.name, folder)) return 'misread';
    if (entry.isDirectory()) return 'folder';
    const isListed = entry.isFile() || (entry.isSymbolicLink() && isFile(join(folder, entry.name)));
    return isListed ? 'file' : null;
  },
};

export function listFiles(
  root: string,
  folder = '',
  tell: (sentence: string) => void = () => {},
): Generator<string> {
  return filesIn(folders, root, folder, tell);
}

export function vaultRoots(folder: string): Generator<string | null> {
  return vaultRootsIn(folders, folder);
}

/** Whether the name that is read is not the one on the disk, as that is no UTF-8. */
function isMisread(name: string, folder: string): boolean {
  return name.includes('\ufffd') && isNothing(join(folder, name));
}

/** Whether the file would be in the vault, if it were there. */
export function wouldBeListed(root: string, path: string): boolean {
  const parts = path === '' ? [] : path.split('/');
  const folders = parts.slice(0, -1);
  return (
    parts.every(part => !part.startsWith('.')) &&
    !folders.includes('node_modules') &&
    !folders.some((_, at) => existsSync(join(root, ...folders.slice(0, at + 1), vaultMarker)))
  );
}

/**
 * Whether what is written there lies in the vault: no `..` and no link leads out, nor to what vaults leave out, such as
 * `.git` and other vaults. Never throws.
 */
export function staysInside(root: string, path: string): boolean {
  if (!isInside(withSlashes(path))) return false;
  let there = join(root, path);
  while (isNothing(there)) there = dirname(there);
  try {
    const [vault, place] = [realpathSync(root), realpathSync(there)];
    if (!join(place, sep).startsWith(join(vault, sep))) return false;
    const isLinked = place !== join(vault, relative(root, there));
    return !isLinked || wouldBeListed(vault, relative(vault, place).replaceAll(sep, '/'));
  } catch {
    // A link that leads nowhere would lead there as soon as it is written to.
    return false;
  }
}

/** As a part of a path may be written on this system. */
function withSlashes(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

function isNothing(place: string): boolean {
  if (place === dirname(place)) return false;
  try {
    return lstatSync(place, { throwIfNoEntry: false }) === undefined;
  } catch {
    return true;
  }
}

/** Whether no folder on the way to it is a link: vaults do not follow these. Never throws. */
export function isReached(root: string, path: string): boolean {
  const folders = path.split('/').slice(0, -1);
  return folders.every((_, at) => isFolder(join(root, ...folders.slice(0, at + 1))));
}

/** A link to a folder is none. */
export function isFolder(path: string): boolean {
  try {
    return lstatSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Empty where the folder is gone; `closed` is called where it is there and may not be listed. */
function entriesOf(folder: string, closed: () => void = () => {}): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (!isGone(error)) closed();
    return [];
  }
}

function isGone(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR', 'ELOOP'].includes((error as NodeJS.ErrnoException).code ?? '');
}

/** Links to folders are not followed, so a loop cannot be entered. */
function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** What the vault should know of a file now; `remove` where it is gone. Never throws. */
export function readChange(root: string, path: string): Change {
  if (isNotePath(path)) return readText(root, path);
  return isInside(withSlashes(path)) && isFile(join(root, path))
    ? { kind: 'set', path, text: null }
    : { kind: 'remove', path };
}

/** The same with its text, though it is no note. Never throws. */
export function readText(root: string, path: string): Change {
  if (!isInside(withSlashes(path))) return { kind: 'remove', path };
  let file: number;
  try {
    file = openToRead(`${root}/${path}`);
  } catch (error) {
    return isGone(error) ? { kind: 'remove', path } : forbidden(path);
  }
  try {
    return readOpen(file, path);
  } catch {
    return unread(path);
  } finally {
    closeSync(file);
  }
}

/** Without blocking, so that a named pipe cannot hold the reader up. Throws where it may not be read. */
export function openToRead(file: string): number {
  return openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
}

/** Kept between reads: most notes fit. */
let buffer = Buffer.allocUnsafe(256 * 1024);

function readOpen(file: number, path: string): Change {
  const read = readFrom(file, 0);
  // Only a file that has something to read, and no more than fits, needs no second look at what it is.
  if (read > 0 && read < buffer.length && readFrom(file, read) === 0)
    return decoded(buffer.subarray(0, read), path);
  const stat = fstatSync(file);
  if (!stat.isFile()) return { kind: 'remove', path };
  if (stat.size > MAX_BYTES) return tooLarge(stat.size, path);
  if (stat.size + 1 > buffer.length) buffer = Buffer.allocUnsafe(stat.size + 1);
  let length = 0;
  for (let more = -1; more !== 0 && length < buffer.length; length += more) {
    more = readSync(file, buffer, length, buffer.length - length, length);
  }
  return decoded(buffer.subarray(0, length), path);
}

/** How many bytes are read from that place on; -1 where it cannot be read from there, as a folder or a pipe cannot. */
function readFrom(file: number, at: number): number {
  try {
    return readSync(file, buffer, at, buffer.length - at, at);
  } catch {
    return -1;
  }
}

/** What the vault should know of a file that holds these bytes. */
export function decoded(bytes: Buffer, path: string): Change {
  return changeOf(bytes, path, textIn);
}

/** `null` where they are no UTF-8. A mark of the byte order is kept. */
function textIn(bytes: Buffer): string | null {
  if (isAscii(bytes)) return bytes.toString('latin1');
  if (!isUtf8(bytes)) return null;
  // Twice as fast as decoding at once, but not every Node is built with it.
  return transcode ? transcode(bytes, 'utf8', 'utf16le').toString('utf16le') : bytes.toString();
}
