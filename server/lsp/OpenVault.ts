/** One vault as the server holds it: its index, the notes open in an editor, and whether it is complete. */
import { readConfigFile } from '../core/features/settings/configFile';
import type { Note } from '../core/text/parseNote';
import { vaultMarker } from '../core/vault/marker';
import { baseOf, foldName, isNotePath, nameOf, withoutExtension } from '../core/vault/names';
import { DamagedNote } from '../core/vault/packed/bytes';
import { type Change, type Delta, type PackedChange, Vault } from '../core/vault/Vault';
import type { FileSystem, ListedVault, NoteCache } from './port';
import { inSlices } from './slices';

/** Hears of changes; `before` are the notes that changed and were there, as they were. */
export type Changed = (vault: OpenVault, delta: Delta, before: ReadonlyMap<string, Note>) => void;

/** So many files at most are taken over at once: few enough that large notes take no longer than a slice or two. */
const BATCH = 4;

export class OpenVault {
  readonly index: Vault;
  /** Texts in an editor, by path; they count, whatever the disk says. Settings count when they are saved. */
  readonly open = new Map<string, string>();
  /** Until then a link may seem broken because its target was not read yet. */
  complete = false;
  /** Whether reading is over, complete or cancelled. */
  ended = false;
  /** Kept when it is. */
  readonly loaded: Promise<void>;
  private endLoad: () => void = () => {};
  /** What of it had to be left out, each in a sentence. */
  readonly leftOut: string[] = [];
  /** Files listed but not read yet. */
  remaining = 0;
  notes = 0;
  private saved: Change;

  constructor(
    /** Folder on the machine, without a closing separator. */
    readonly root: string,
    private readonly files: FileSystem,
    private readonly changed: Changed,
  ) {
    this.saved = this.savedConfig();
    this.index = new Vault(readConfigFile(this.saved).config);
    this.loaded = new Promise(resolve => {
      this.endLoad = resolve;
    });
  }

  /** Whether its root held the marker when its settings were read. */
  get isMarked(): boolean {
    return this.saved.kind === 'set';
  }

  /** Reads the whole vault. Returns whether it came to the end; `goesOn` is asked between slices. */
  async load(
    goesOn: (vault: OpenVault) => boolean,
    openCache: (vault: ListedVault) => NoteCache | null = () => null,
  ): Promise<boolean> {
    try {
      this.complete = await this.readAll(goesOn, openCache);
    } finally {
      this.ended = true;
      this.endLoad();
    }
    if (this.complete) void inSlices(this.index.prepareCompletion(), () => {});
    return this.complete;
  }

  private async readAll(
    goesOn: (vault: OpenVault) => boolean,
    openCache: (vault: ListedVault) => NoteCache | null,
  ): Promise<boolean> {
    const [linked, others]: [string[], string[]] = [[], []];
    const alive = () => goesOn(this);
    const listed = this.files.listFiles(this.root, '', sentence => this.leftOut.push(sentence));
    // Whoever reads an open note follows its links before all others.
    const wanted = this.namesInOpenNotes();
    const isLinked = (path: string) => wanted.size > 0 && wanted.has(foldName(nameOf(path)));
    const list = (path: string) => (isLinked(path) ? linked : others).push(path);
    if (!(await inSlices(listed, list, alive))) return false;
    this.remaining = linked.length + others.length;
    const notes = linked.length + others.filter(isNotePath).length;
    const relations = this.index.config.schema.relationFields;
    const cache = openCache({ root: this.root, relations, notes });
    if (cache !== null && !(await inSlices(cache.recall(), () => {}, alive))) return false;
    const read = (paths: readonly string[]) => {
      this.remaining -= paths.length;
      if (cache === null) this.readListed(paths);
      else this.recall(cache, paths);
    };
    const both = [linked, others].flatMap(paths => [...batches(paths)]);
    if (!(await inSlices(both, read, alive))) return false;
    return inSlices(this.index.settle(), () => {}, alive);
  }

  private namesInOpenNotes(): ReadonlySet<string> {
    const links = [...this.open.keys()].flatMap(path => this.index.note(path)?.links ?? []);
    return new Set(links.map(({ target }) => foldName(baseOf(withoutExtension(target.written)))));
  }

  /** As `refreshAll`, of one batch, for a vault that is read for the first time. */
  private recall(cache: NoteCache, paths: readonly string[]): void {
    // What an editor holds is not what the disk does.
    const [open, closed] = [
      paths.filter(each => this.open.has(each)),
      paths.filter(each => !this.open.has(each)),
    ];
    this.readListed(open);
    try {
      this.apply(closed.map(path => cache.change(path)));
    } catch (error) {
      if (!(error instanceof DamagedNote)) throw error;
      cache.discard();
      this.apply(closed.map(path => cache.change(path)));
    }
    for (const path of closed) cache.keep(path, this.index.packed(path));
  }

  refresh(path: string): void {
    this.refreshAll([path]);
  }

  /** Takes over what the disk says of files; of open notes only whether they are there. */
  refreshAll(paths: readonly string[]): void {
    const read = (path: string): Change | null =>
      this.open.has(path) || this.files.isReached(this.root, path)
        ? this.read(path)
        : { kind: 'remove', path };
    for (const batch of batches(paths)) this.apply(batch.flatMap(path => read(path) ?? []));
  }

  /** The same of files that were listed. */
  private readListed(paths: readonly string[]): void {
    for (const batch of batches(paths)) this.apply(batch.flatMap(path => this.read(path) ?? []));
  }

  private read(path: string): Change | null {
    const change = this.files.readChange(this.root, path);
    const text = this.open.get(path);
    if (text === undefined) return change;
    return change.kind === 'set' && !this.index.has(path) ? { ...change, text } : null;
  }

  /** Takes over a text from the editor. */
  edit(path: string, text: string): void {
    this.open.set(path, text);
    this.apply([{ kind: 'set', path, text }]);
  }

  close(path: string): void {
    this.open.delete(path);
    this.refresh(path);
  }

  /** Files that are gone from the disk; an editor that still shows one counts again when it is edited. */
  removeAll(paths: readonly string[]): void {
    for (const batch of batches(paths)) this.apply(batch.map(path => ({ kind: 'remove', path })));
  }

  /** Whether what is written there lies in the vault: an editor would write through a link that leads out. */
  staysInside(path: string): boolean {
    return this.files.staysInside(this.root, path);
  }

  /** The text of a note as its readers see it; `null` where it cannot be read. */
  text(path: string): string | null {
    const open = this.open.get(path);
    if (open !== undefined) return open;
    const change = this.files.readChange(this.root, path);
    return change.kind === 'set' ? change.text : null;
  }

  /** Settings as the editor or else the disk has them. */
  configFile(): Change {
    const text = this.open.get(vaultMarker);
    return text === undefined ? this.savedConfig() : { kind: 'set', path: vaultMarker, text };
  }

  /** Takes over the settings of the disk. `again`: every note has to be read again for them, by another vault. */
  configure(): 'same' | 'done' | 'again' {
    const now = this.savedConfig();
    if (JSON.stringify(now) === JSON.stringify(this.saved)) return 'same';
    // What cannot be read leaves the settings before it in force.
    const done = this.index.configure(readConfigFile(now, this.index.config).config);
    if (!done) return 'again';
    this.saved = now;
    return 'done';
  }

  /** Settings in the editor; `null` when they are closed. */
  editConfig(text: string | null): void {
    if (text === null) this.open.delete(vaultMarker);
    else this.open.set(vaultMarker, text);
    const touched = new Set([vaultMarker]);
    this.changed(this, { changed: touched, affected: touched }, new Map());
  }

  private savedConfig(): Change {
    return this.files.readText(this.root, vaultMarker);
  }

  private apply(changes: readonly (Change | PackedChange)[]): void {
    const before = new Map<string, Note>();
    for (const { path } of changes) {
      const note = before.has(path) ? undefined : this.index.note(path);
      if (note !== undefined) before.set(path, note);
    }
    // All notes are checked when all are read.
    const delta = this.complete ? this.index.apply(changes) : this.index.loadPart(changes);
    for (const path of delta.changed) {
      if (isNotePath(path) && this.index.has(path)) this.notes++;
      if (before.has(path)) this.notes--;
    }
    if (delta.changed.size > 0) this.changed(this, delta, before);
  }
}

function* batches(paths: readonly string[]): Generator<readonly string[]> {
  for (let at = 0; at < paths.length; at += BATCH) yield paths.slice(at, at + BATCH);
}
