/** Which files a vault has and what it knows of each, whatever file system they are in. */
import { vaultMarker } from './core/vault/marker';
import { isNotePath } from './core/vault/names';
import type { Change } from './core/vault/Vault';

/** A larger note is not read: nobody writes one by hand. */
export const MAX_BYTES = 5 * 1024 * 1024;

/** Folders, as they can be looked into. */
export interface Folders<Entry extends { readonly name: string }> {
  /** Empty where the folder is gone; `closed` is called where it is there and may not be listed. */
  entriesOf(folder: string, closed?: () => void): readonly Entry[];
  /** `null` for what is no part of a vault. */
  kindOf(entry: Entry, folder: string): 'folder' | 'file' | 'misread' | null;
  isFolder(path: string): boolean;
}

/**
 * Paths of the files of a vault, from its root, with `/`. Hidden folders, `node_modules`, links to folders, and vaults
 * inside the vault are left out; a link to a file is listed. `tell` hears, in a sentence, of what had to be left out.
 */
export function* filesIn<Entry extends { readonly name: string }>(
  folders: Folders<Entry>,
  root: string,
  folder: string,
  tell: (sentence: string) => void,
): Generator<string> {
  const place = folder === '' ? root : `${root}/${folder}`;
  const entries = folders.entriesOf(place, () => tell(closedFolder(folder)));
  if (folder !== '' && entries.some(entry => entry.name === vaultMarker)) return;
  for (const entry of entries) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (isLeftOut(entry.name)) continue;
    const kind = folders.kindOf(entry, place);
    if (kind === 'misread') tell(misreadName(path));
    else if (kind === 'folder') yield* filesIn(folders, root, path, tell);
    else if (kind === 'file') yield path;
  }
}

/**
 * Folders below `folder` that hold the marker, and the folder itself where it is one or nothing else is; `null` for each
 * folder that was looked into meanwhile.
 */
export function* vaultRootsIn<Entry extends { readonly name: string }>(
  folders: Folders<Entry>,
  folder: string,
): Generator<string | null> {
  const marked = new Set<string>();
  yield* findMarked(folders, folder, marked);
  const looksLikeVault = ['domains', 'inbox', 'schemas'].some(name =>
    folders.isFolder(`${folder}/${name}`),
  );
  if (marked.size === 0 || looksLikeVault) marked.add(folder);
  yield* marked;
}

function* findMarked<Entry extends { readonly name: string }>(
  folders: Folders<Entry>,
  folder: string,
  marked: Set<string>,
): Generator<null> {
  yield null;
  for (const entry of folders.entriesOf(folder)) {
    if (entry.name === vaultMarker) marked.add(folder);
    else if (!isLeftOut(entry.name) && folders.kindOf(entry, folder) === 'folder')
      yield* findMarked(folders, `${folder}/${entry.name}`, marked);
  }
}

/** Hidden files and folders, and other people's packages. */
export function isLeftOut(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

/** Whether it goes down from the root, step by step. Whoever asks for another path means no file of the vault. */
export function isInside(path: string): boolean {
  return !path.includes('\0') && !path.split('/').some(part => ['', '.', '..'].includes(part));
}

/** What the vault should know of a file that holds these bytes; `textIn` gives `null` where they are no UTF-8. */
export function changeOf<Bytes extends Uint8Array>(
  bytes: Bytes,
  path: string,
  textIn: (bytes: Bytes) => string | null,
): Change {
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

export function tooLarge(bytes: number, path: string): Change {
  const size = `${(bytes / 1024 / 1024).toFixed(1)} MB`;
  return unreadable(
    path,
    `This ${whatIs(path)} is ${size} large; ${whatIs(path)}s above 5 MB are not read.`,
  );
}

export function forbidden(path: string): Change {
  return unreadable(path, `This ${whatIs(path)} may not be read.`);
}

export function unread(path: string): Change {
  return unreadable(path, `This ${whatIs(path)} could not be read.`);
}

function unreadable(path: string, problem: string): Change {
  return { kind: 'set', path, text: null, problem };
}

function whatIs(path: string): string {
  return isNotePath(path) ? 'note' : 'file';
}

function closedFolder(folder: string): string {
  return `The folder “${folder}” may not be read: what it holds is not reported, and links to it seem broken.`;
}

function misreadName(path: string): string {
  return `The name “${path}” is not UTF-8, so nobody can open it by that: it is not reported, and links to it seem broken.`;
}
