/** Files of a file system that cannot be read at once: what was fetched of it is held in memory, and read from there. */
import { vaultMarker } from '../core/vault/marker';
import { isNotePath } from '../core/vault/names';
import type { Change } from '../core/vault/Vault';
import {
  changeOf,
  type Folders,
  filesIn,
  forbidden,
  isInside,
  isLeftOut,
  tooLarge,
  unread,
  vaultRootsIn,
} from '../fileRules';
import type { FileSystem } from '../lsp/port';
import type { FileAnswer, FolderEntry } from '../lsp/protocol';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export class Mirror implements Omit<FileSystem, 'fetch'> {
  readonly scheme = null;
  /** What each folder holds, by name. */
  private readonly folders = new Map<string, Map<string, FolderEntry>>();
  /** Folders that may not be listed. */
  private readonly closed = new Set<string>();
  /** Of the files of which a vault wants to know more than that they are there. */
  private readonly contents = new Map<string, FileAnswer>();
  private readonly listing: Folders<FolderEntry> = {
    entriesOf: (folder, closed) => {
      if (this.closed.has(folder)) closed?.();
      return [...(this.folders.get(folder)?.values() ?? [])];
    },
    // A linked one was not looked into, and holds nothing.
    kindOf: entry => entry.kind,
    isFolder: path => this.isFolder(path),
  };

  /** Whether the folder was listed, if in vain. */
  knows(folder: string): boolean {
    return this.folders.has(folder);
  }

  /** What it holds from now on; `null` where it may not be listed. */
  setFolder(folder: string, entries: readonly FolderEntry[] | null): void {
    const held = (entries ?? []).filter(({ name }) => isHeld(name));
    this.folders.set(folder, new Map(held.map(entry => [entry.name, entry])));
    if (entries === null) this.closed.add(folder);
    else this.closed.delete(folder);
  }

  /** One of those that a known folder holds. */
  setEntry(folder: string, entry: FolderEntry): void {
    if (isHeld(entry.name)) this.folders.get(folder)?.set(entry.name, entry);
  }

  setContent(path: string, content: FileAnswer): void {
    this.contents.set(path, content);
  }

  /** With all that is in it. */
  remove(path: string): void {
    this.folders.get(parentOf(path))?.delete(nameOf(path));
    this.contents.delete(path);
    for (const name of this.folders.get(path)?.keys() ?? []) this.remove(`${path}/${name}`);
    this.folders.delete(path);
    this.closed.delete(path);
  }

  vaultRoots(folder: string): Iterable<string | null> {
    return vaultRootsIn(this.listing, folder);
  }

  listFiles(
    root: string,
    folder = '',
    tell: (sentence: string) => void = () => {},
  ): Iterable<string> {
    return filesIn(this.listing, root, folder, tell);
  }

  isFolder(path: string): boolean {
    const entry = this.entryOf(path);
    return entry === undefined ? this.folders.has(path) : entry.kind === 'folder' && !entry.linked;
  }

  isReached(root: string, path: string): boolean {
    return foldersTo(path).every(folder => this.isFolder(`${root}/${folder}`));
  }

  /** Nobody can tell where a link leads, so nothing is written through one. */
  staysInside(root: string, path: string): boolean {
    const isLinked = (part: string) => this.entryOf(`${root}/${part}`)?.linked === true;
    return isInside(path) && ![...foldersTo(path), path].some(isLinked);
  }

  readChange(root: string, path: string): Change {
    if (isNotePath(path)) return this.readText(root, path);
    return this.hasFile(root, path) ? { kind: 'set', path, text: null } : { kind: 'remove', path };
  }

  readText(root: string, path: string): Change {
    const content = this.contents.get(`${root}/${path}`) ?? { failed: 'unread' };
    if (!this.hasFile(root, path)) return { kind: 'remove', path };
    if ('bytes' in content) return changeOf(content.bytes, path, textIn);
    if ('tooMany' in content) return tooLarge(content.tooMany, path);
    if (content.failed === 'gone') return { kind: 'remove', path };
    return content.failed === 'forbidden' ? forbidden(path) : unread(path);
  }

  private hasFile(root: string, path: string): boolean {
    return isInside(path) && this.entryOf(`${root}/${path}`)?.kind === 'file';
  }

  private entryOf(path: string): FolderEntry | undefined {
    return this.folders.get(parentOf(path))?.get(nameOf(path));
  }
}

/** Whether anything is held of it: vaults leave the rest out. */
export function isHeld(name: string): boolean {
  return name === vaultMarker || !isLeftOut(name);
}

export function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function foldersTo(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join('/'));
}

function textIn(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}
