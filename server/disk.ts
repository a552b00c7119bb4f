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

/** A larger note is not read: nobody writes one by hand. */
export const MAX_BYTES = 5 * 1024 * 1024;

/**
 * Paths of the files of a vault, from its root, with `/`. Hidden folders, `node_modules`, links to folders, and vaults
 * inside the vault are left out; a link to a file is listed. `tell` hears, in a sentence, of what had to be left out.
 */
export function* listFiles(
  root: string,
  folder = '',
  tell: (sentence: string) => void = () => {},
): Generator<string> {
  const place = join(root, folder);
  const entries = entriesOf(place, () => tell(closedFolder(folder)));
  if (folder !== '' && entries.some(entry => entry.name === vaultMarker)) return;
  for (const entry of entries) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (isLeftOut(entry.name)) continue;
    if (isMisread(entry.name, place)) tell(misreadName(path));
    else if (entry.isDirectory()) yield* listFiles(root, path, tell);
    else if (entry.isFile()) yield path;
    else if (entry.isSymbolicLink() && isFile(join(root, path))) yield path;
  }
}

function closedFolder(folder: string): string {
  return `The folder “${folder}” may not be read: what it holds is not reported, and links to it seem broken.`;
}

function misreadName(path: string): string {
  return `The name “${path}” is not UTF-8, so nobody can open it by that: it is not reported, and links to it seem broken.`;
}

/** Whether the name that is read is not the one on the disk, as that is no UTF-8. */
function isMisread(name: string, folder: string): boolean {
  return name.includes('\ufffd') && isNothing(join(folder, name));
}

/**
 * Folders below `folder` that hold the marker, and the folder itself where it is one or nothing else is; `null` for each
 * folder that was looked into meanwhile.
 */
export function* vaultRoots(folder: string): Generator<string | null> {
  const marked = new Set<string>();
  yield* findMarked(folder, marked);
  const looksLikeVault = ['domains', 'inbox', 'schemas'].some(name => isFolder(join(folder, name)));
  if (marked.size === 0 || looksLikeVault) marked.add(folder);
  yield* marked;
}

function* findMarked(folder: string, marked: Set<string>): Generator<null> {
  yield null;
  for (const entry of entriesOf(folder)) {
    if (entry.name === vaultMarker) marked.add(folder);
    else if (entry.isDirectory() && !isLeftOut(entry.name))
      yield* findMarked(`${folder}/${entry.name}`, marked);
  }
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
  if (!isInside(path)) return false;
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

/** Whether it goes down from the root, step by step. Whoever asks for another path means no file of the vault. */
function isInside(path: string): boolean {
  const parts = (sep === '/' ? path : path.replaceAll(sep, '/')).split('/');
  return !path.includes('\0') && !parts.some(part => ['', '.', '..'].includes(part));
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

function isLeftOut(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
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
  return isInside(path) && isFile(join(root, path))
    ? { kind: 'set', path, text: null }
    : { kind: 'remove', path };
}

/** The same with its text, though it is no note. Never throws. */
export function readText(root: string, path: string): Change {
  if (!isInside(path)) return { kind: 'remove', path };
  let file: number;
  try {
    file = openToRead(`${root}/${path}`);
  } catch (error) {
    return isGone(error)
      ? { kind: 'remove', path }
      : unreadable(path, `This ${whatIs(path)} may not be read.`);
  }
  try {
    return readOpen(file, path);
  } catch {
    return unreadable(path, `This ${whatIs(path)} could not be read.`);
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
  if (bytes.length > MAX_BYTES) return tooLarge(bytes.length, path);
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return unreadable(path, `This ${whatIs(path)} is UTF-16; ${whatIs(path)}s must be UTF-8.`);
  }
  if (bytes.includes(0)) return unreadable(path, 'This is no text: it holds NUL bytes.');
  const text = textIn(bytes);
  if (text === null)
    return unreadable(path, `This ${whatIs(path)} is not UTF-8; save it in that encoding.`);
  return { kind: 'set', path, text };
}

/** `null` where they are no UTF-8. A mark of the byte order is kept. */
function textIn(bytes: Buffer): string | null {
  if (isAscii(bytes)) return bytes.toString('latin1');
  if (!isUtf8(bytes)) return null;
  // Twice as fast as decoding at once, but not every Node is built with it.
  return transcode ? transcode(bytes, 'utf8', 'utf16le').toString('utf16le') : bytes.toString();
}

function tooLarge(bytes: number, path: string): Change {
  const size = `${(bytes / 1024 / 1024).toFixed(1)} MB`;
  return unreadable(
    path,
    `This ${whatIs(path)} is ${size} large; ${whatIs(path)}s above 5 MB are not read.`,
  );
}

function whatIs(path: string): string {
  return isNotePath(path) ? 'note' : 'file';
}

function unreadable(path: string, problem: string): Change {
  return { kind: 'set', path, text: null, problem };
}
