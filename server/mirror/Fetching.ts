/** Keeps a mirror as the file system is that it mirrors: first whole folders, then what changes in them. */
import { vaultMarker } from '../core/vault/marker';
import { isNotePath } from '../core/vault/names';
import type { Fetch, FetchedChange } from '../lsp/port';
import type { FileAnswer, FolderAnswer } from '../lsp/protocol';
import { inTurns } from './inTurns';
import { isHeld, type Mirror, nameOf, parentOf } from './Mirror';

/** Who can read, file by file. Never fails. */
export interface FileReader {
  folder(path: string): Promise<FolderAnswer>;
  file(path: string): Promise<FileAnswer>;
}

export interface Progress {
  /** `false` where it was called off. */
  report(read: number, files: number): boolean;
  done(): void;
}

/** Fewer files are read before anybody could see how far that is. */
const MANY = 50;

export class Fetching implements Fetch {
  private readonly roots = new Set<string>();

  constructor(
    private readonly mirror: Mirror,
    private readonly reader: FileReader,
    private readonly begin: () => Promise<Progress>,
  ) {}

  async folders(wanted: ReadonlySet<string>): Promise<readonly string[]> {
    for (const root of this.roots) {
      if (wanted.has(root)) continue;
      this.roots.delete(root);
      // What lies in another folder of the workspace stays a part of that.
      if (![...wanted].some(other => root.startsWith(`${other}/`))) this.mirror.remove(root);
    }
    const givenUp: string[] = [];
    for (const root of [...wanted].sort()) {
      if (this.mirror.knows(root)) continue;
      const progress = await this.begin();
      const whole = await this.readAll(await this.list([root]), progress);
      progress.done();
      if (whole) this.roots.add(root);
      else {
        this.mirror.remove(root);
        givenUp.push(root);
      }
    }
    return givenUp;
  }

  async changes(changes: readonly FetchedChange[]): Promise<void> {
    const byFolder = new Map<string, Map<string, boolean>>();
    for (const { path, created } of changes) {
      const top = this.topUnknown(path);
      if (top === null || !isHeld(nameOf(top))) continue;
      const folder = parentOf(top);
      const named = byFolder.get(folder) ?? new Map<string, boolean>();
      byFolder.set(folder, named.set(top, created || named.get(top) === true));
    }
    const changed = (await inTurns([...byFolder], each => this.look(...each))).flat();
    const isFile = (path: string) => !this.mirror.isFolder(path);
    const inside = await this.list(changed.filter(path => !isFile(path)));
    const files = [...changed.filter(isFile), ...inside].filter(isWanted);
    if (files.length < MANY) return void (await this.readAll(files));
    const progress = await this.begin();
    await this.readAll(files, progress);
    progress.done();
  }

  /** Of a folder that came with all that is in it, nobody may tell more than some of that. */
  private topUnknown(path: string): string | null {
    for (let at = path; at !== ''; at = parentOf(at))
      if (this.mirror.knows(parentOf(at))) return at;
    return null;
  }

  /** Takes over which of these stand in the folder, each with whether it is new. Returns those to be read. */
  private async look(folder: string, named: ReadonlyMap<string, boolean>): Promise<string[]> {
    const answer = await this.reader.folder(folder);
    if ('failed' in answer) {
      if (answer.failed === 'gone') this.mirror.remove(folder);
      return [];
    }
    const entries = new Map(answer.entries.map(entry => [`${folder}/${entry.name}`, entry]));
    const changed: string[] = [];
    for (const [path, created] of named) {
      const entry = entries.get(path);
      const isFolder = entry?.kind === 'folder' && !entry.linked;
      // A folder changes with each file in it, and these are told, too.
      if (isFolder && !created && this.mirror.knows(path)) continue;
      this.mirror.remove(path);
      if (entry === undefined) continue;
      this.mirror.setEntry(folder, entry);
      changed.push(path);
    }
    return changed;
  }

  /** Lists folders with all that is in them. Returns the files to be read. */
  private async list(folders: readonly string[]): Promise<string[]> {
    const files: string[] = [];
    for (let next = folders; next.length > 0; ) {
      const found = await inTurns(next, async folder => {
        const answer = await this.reader.folder(folder);
        const entries = 'entries' in answer ? answer.entries : [];
        const isClosed = 'failed' in answer && answer.failed !== 'gone';
        this.mirror.setFolder(folder, isClosed ? null : entries);
        const held = entries.filter(({ name }) => isHeld(name));
        const pathsOf = (kind: string) =>
          held.filter(each => each.kind === kind).map(({ name }) => `${folder}/${name}`);
        files.push(...pathsOf('file').filter(isWanted));
        return pathsOf('folder').filter(path => this.mirror.isFolder(path));
      });
      next = found.flat();
    }
    return files;
  }

  /** Returns whether it came to the end. */
  private async readAll(files: readonly string[], progress?: Progress): Promise<boolean> {
    let [read, goesOn] = [0, true];
    await inTurns(files, async path => {
      if (!goesOn) return;
      this.mirror.setContent(path, await this.reader.file(path));
      goesOn = progress?.report(++read, files.length) ?? true;
    });
    return goesOn;
  }
}

/** Whether a vault wants to know more of it than that it is there. */
function isWanted(path: string): boolean {
  return isNotePath(path) || nameOf(path) === vaultMarker;
}
