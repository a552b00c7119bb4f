/** The folders of a run on the disk: what stands in them, what stood there when the server last knew all, and what to tell it. */
import { createHash } from 'node:crypto';
import {
  type Dirent,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** `FileChangeType` of LSP: created, changed, deleted. */
export type Kind = 1 | 2 | 3;
export type Told = readonly [path: string, kind: Kind];

export class Disk {
  /** By path, what stood there when the server knew all; folders are told from files. */
  private known = new Map<string, string>();
  /** Paths of which the server was told something, true or not, or that it may have seen. */
  private readonly told = new Set<string>();
  private readonly first = new Map<string, Buffer>();
  private readonly firstFolders = new Set<string>();

  constructor(
    /** Holds all the folders of the workspace. */
    readonly root: string,
  ) {}

  /** What stands there now is what `restore` brings back. */
  keepAsFirst(): void {
    this.known = this.now();
    for (const [path, is] of this.known) {
      if (is.startsWith('file')) this.first.set(path, readFileSync(path));
      else this.firstFolders.add(path);
    }
  }

  /** As all was first: what came since is gone. */
  restore(): void {
    for (const [path, is] of this.now())
      if (!(is === 'folder' ? this.firstFolders : this.first).has(path)) this.remove(path);
    for (const folder of this.firstFolders) mkdirSync(folder, { recursive: true });
    for (const [path, bytes] of this.first) this.write(path, bytes);
  }

  /** A part of what was first, as a checkout does. */
  restoreSome(paths: readonly string[]): void {
    for (const path of paths) this.write(path, this.first.get(path) ?? '');
  }

  get firstPaths(): readonly string[] {
    return [...this.first.keys()];
  }

  /** By path, in words that differ where anything differs that a server could see. */
  now(below = this.root): Map<string, string> {
    const found = new Map<string, string>();
    const walk = (folder: string) => {
      for (const entry of entriesOf(folder)) {
        const path = join(folder, entry.name);
        found.set(path, signature(path, entry));
        if (entry.isDirectory() && entry.name !== '.git') walk(path);
      }
    };
    walk(below);
    return found;
  }

  files(): string[] {
    return [...this.now()].filter(([, is]) => is.startsWith('file')).map(([path]) => path);
  }

  folders(): string[] {
    return [...this.now()].filter(([, is]) => is === 'folder').map(([path]) => path);
  }

  notes(): string[] {
    return this.files().filter(path => path.endsWith('.md'));
  }

  /** `null` where no text can be read. */
  read(path: string): string | null {
    try {
      return statSync(path).isFile() ? readFileSync(path, 'utf8') : null;
    } catch {
      return null;
    }
  }

  /** Whatever stands in the way goes. A server that looked meanwhile has to hear of it, though all be as before in the end. */
  write(path: string, content: string | Uint8Array): void {
    this.told.add(path);
    this.clear(path);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }

  rename(from: string, to: string): void {
    this.goes(from);
    this.remove(to);
    this.clear(dirname(to), true);
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
  }

  remove(path: string): void {
    this.goes(path);
    rmSync(path, { recursive: true, force: true });
  }

  /** What is gone may be known to the server though it came only just now. */
  private goes(path: string): void {
    this.told.add(path);
    for (const each of this.now(path).keys()) this.told.add(each);
  }

  /** Has the folders above a path be folders, and the path itself no folder. */
  private clear(path: string, folder = false): void {
    const above: string[] = [];
    for (let at = dirname(path); at.length > this.root.length; at = dirname(at)) above.unshift(at);
    for (const at of folder ? [...above, path] : above) if (!isFolderOrNothing(at)) this.remove(at);
    if (!folder && lstatSync(path, { throwIfNoEntry: false })?.isFile() !== true) this.remove(path);
  }

  /** Remembers that something was said of a path, so that the truth has to follow. */
  tells(events: readonly Told[]): void {
    for (const [path] of events) this.told.add(path);
  }

  /** All that the server has to hear so that it knows the disk, in the order of the paths; from then on it does. */
  truth(): Told[] {
    const now = this.now();
    const events: Told[] = [];
    for (const path of [...new Set([...this.known.keys(), ...now.keys(), ...this.told])].sort()) {
      const [before, after] = [this.known.get(path), now.get(path)];
      if (before === after && !this.told.has(path)) continue;
      // A file in the place of a folder, or the other way round: one goes, and another comes.
      if (
        after === undefined ||
        (before !== undefined && (before === 'folder') !== (after === 'folder'))
      )
        events.push([path, 3]);
      if (after !== undefined)
        events.push([path, before === undefined || after === 'folder' ? 1 : 2]);
    }
    this.known = now;
    this.told.clear();
    return events;
  }
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function signature(path: string, entry: Dirent): string {
  if (entry.isDirectory()) return 'folder';
  if (entry.isSymbolicLink()) return `link to ${readlinkSync(path)}: ${contentOf(path)}`;
  return entry.isFile() ? `file ${contentOf(path)}` : 'other';
}

function contentOf(path: string): string {
  try {
    if (!statSync(path).isFile()) return 'no file';
    return createHash('md5').update(readFileSync(path)).digest('hex');
  } catch {
    return 'nothing';
  }
}

function isFolderOrNothing(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? true;
}
