/** One vault as the server holds it: its index, the notes open in an editor, and whether it is complete. */
import { readConfigFile } from '../core/features/settings/configFile';
import type { Note } from '../core/text/parseNote';
import { vaultMarker } from '../core/vault/marker';
import { type Change, type Delta, Vault } from '../core/vault/Vault';
import type { FileSystem } from './port';
import { inSlices } from './slices';

/** Hears of each change; `before` is the note as it was, if one changed and was there. */
export type Changed = (vault: OpenVault, delta: Delta, before?: Note) => void;

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
  /** Folders that may not be listed. */
  readonly closed: string[] = [];
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

  /** Reads the whole vault. Returns whether it came to the end; `goesOn` is asked between slices. */
  async load(goesOn: (vault: OpenVault) => boolean): Promise<boolean> {
    try {
      this.complete = await this.readAll(goesOn);
    } finally {
      this.ended = true;
      this.endLoad();
    }
    if (this.complete) void inSlices(this.index.prepareCompletion(), () => {});
    return this.complete;
  }

  private async readAll(goesOn: (vault: OpenVault) => boolean): Promise<boolean> {
    const paths: string[] = [];
    const alive = () => goesOn(this);
    const listed = this.files.listFiles(this.root, '', folder => this.closed.push(folder));
    if (!(await inSlices(listed, path => paths.push(path), alive))) return false;
    this.remaining = paths.length;
    const read = (path: string) => {
      this.remaining--;
      this.refresh(path);
    };
    return inSlices(paths, read, alive);
  }

  /** Takes over what the disk says of a file; of an open note only whether it is there. */
  refresh(path: string): void {
    const change = this.files.readChange(this.root, path);
    const text = this.open.get(path);
    if (text === undefined) this.apply(change);
    else if (change.kind === 'set' && !this.index.has(path)) this.apply({ ...change, text });
  }

  /** Takes over a text from the editor. */
  edit(path: string, text: string): void {
    this.open.set(path, text);
    this.apply({ kind: 'set', path, text });
  }

  close(path: string): void {
    this.open.delete(path);
    this.refresh(path);
  }

  /** A file that is gone from the disk; an editor that still shows it counts again when it is edited. */
  remove(path: string): void {
    this.apply({ kind: 'remove', path });
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
    this.changed(this, { changed: new Set(), affected: new Set([vaultMarker]) });
  }

  private savedConfig(): Change {
    return this.files.readText(this.root, vaultMarker);
  }

  private apply(change: Change): void {
    const before = this.index.note(change.path);
    // All notes are checked when all are read.
    const delta = this.complete ? this.index.apply([change]) : this.index.load([change]);
    const count = (note: Note | undefined) => (note === undefined ? 0 : 1);
    this.notes += count(this.index.note(change.path)) - count(before);
    if (delta.changed.size > 0) this.changed(this, delta, before);
  }
}
