/**
 * What parsing the notes of one vault yielded, kept in a file: a start takes over the notes that did not change unread.
 * Nothing hangs on it: whatever is damaged, of another program or not to be read or written is as if it were not there.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { isNotePath } from '../core/vault/names';
import type { Change, PackedChange } from '../core/vault/Vault';
import { decoded, readChange } from '../disk';
import { Block, type KnownFile, type StoredNote } from './block';
import { CacheFile } from './CacheFile';
import { markUsed, notesFile } from './cacheFiles';
import {
  contentHash,
  isSettled,
  type NoteFile,
  readNoteFile,
  sameState,
  stateOf,
  TICK,
} from './noteFile';
import { writeNotes } from './writeNotes';

/** How many times as many notes as are there the file may hold before it is written anew. */
const SLACK = 1.5;

export class NoteCache {
  private readonly file: CacheFile;
  private readonly stored = new Map<string, StoredNote>();
  /** How many notes the file holds, those included that later ones replace. */
  private records = 0;
  /** Those of `stored` that are as they were. */
  private readonly kept = new Set<StoredNote>();
  private readonly fresh: Block[] = [];
  /** Files whose notes were not heard of yet. */
  private readonly parsed = new Map<string, KnownFile>();
  private failure: string | null = null;

  constructor(
    /** Of this vault's cache. */
    private readonly folder: string,
    private readonly root: string,
    /** Of another key, what parsing yields may differ: by the program that parses, and by the vault's settings. */
    private readonly key: Uint8Array,
    /** Milliseconds in which files that differ may bear the same time. */
    private readonly tick = TICK,
  ) {
    this.file = new CacheFile(join(folder, notesFile), key);
  }

  /** How many notes were taken over unread. */
  get recalled(): number {
    return this.kept.size;
  }

  /** How many others can be taken over next time. */
  get renewed(): number {
    return this.fresh.reduce((sum, block) => sum + block.notes, 0);
  }

  /** Why it could not be written, where it could not. */
  get fault(): string | null {
    return this.failure;
  }

  /** Reads which notes it has, in steps of milliseconds: before all else. */
  *recall(): Generator<void> {
    for (const notes of this.file.blocks()) {
      for (const note of notes) this.stored.set(note.path, note);
      this.records += notes.length;
      yield;
    }
    if (this.records > 0) markUsed(join(this.folder, notesFile));
  }

  /** What the vault should know of a file now. Never throws. */
  change(path: string): Change | PackedChange {
    this.parsed.delete(path);
    if (!isNotePath(path)) return readChange(this.root, path);
    const file = `${this.root}/${path}`;
    const known = this.stored.get(path);
    if (known !== undefined && isSettled(known, known.checked, this.tick)) {
      const state = stateOf(file);
      const packed = state !== null && sameState(state, known) ? this.file.packed(known) : null;
      if (packed !== null) {
        this.kept.add(known);
        return { kind: 'set', path, packed };
      }
    }
    return this.changeIn(path, readNoteFile(file), known);
  }

  private changeIn(
    path: string,
    file: NoteFile | null,
    known: StoredNote | undefined,
  ): Change | PackedChange {
    if (file === null) return readChange(this.root, path);
    const { bytes, ...state } = file;
    const now = { ...state, path, hash: contentHash(bytes) };
    if (known !== undefined && known.size === now.size && now.hash.equals(known.hash)) {
      const packed = this.file.packed(known);
      if (packed !== null) {
        // The block in which it stands is not kept for it.
        this.add(now, Uint8Array.from(packed));
        return { kind: 'set', path, packed };
      }
    }
    const change = decoded(bytes, path);
    if (change.kind === 'set' && change.text !== null) this.parsed.set(path, now);
    return change;
  }

  /** Hears what the vault made of the file, before that changes: `Vault.packed`. */
  keep(path: string, packed: Uint8Array | null): void {
    const parsed = this.parsed.get(path);
    this.parsed.delete(path);
    if (parsed !== undefined && packed !== null) this.add(parsed, packed);
  }

  private add(note: KnownFile, packed: Uint8Array): void {
    const last = this.fresh.at(-1);
    const block = last === undefined || last.isFull ? new Block() : last;
    if (block !== last) this.fresh.push(block);
    block.add(note, packed);
  }

  /** Writes what is new, in steps of milliseconds: after all else. Never throws. */
  *save(): Generator<void> {
    const { renewed, recalled, records } = this;
    const isBloated = records + renewed > SLACK * (recalled + renewed);
    const old = isBloated ? null : this.file.sound;
    if (renewed === 0 && (old !== null || records === 0)) return;
    try {
      yield* writeNotes(this.folder, this.blocks(old === null), old);
    } catch (error) {
      this.failure = (error as NodeJS.ErrnoException).code ?? String(error);
    }
  }

  private *blocks(all: boolean): Generator<Buffer> {
    for (const block of this.fresh) yield block.encode(this.key);
    if (!all) return;
    let block = new Block();
    for (const note of this.kept) {
      const packed = this.file.packed(note);
      if (packed === null) continue;
      block.add(note, packed);
      if (!block.isFull) continue;
      yield block.encode(this.key);
      block = new Block();
    }
    if (block.notes > 0) yield block.encode(this.key);
  }

  /** For a cache that turns out not to hold what it says: nothing of it is believed any more. Never throws. */
  discard(): void {
    for (const each of [this.stored, this.kept, this.parsed]) each.clear();
    this.file.distrust();
    try {
      rmSync(join(this.folder, notesFile), { force: true });
    } catch {
      // Then the next start finds out as well.
    }
  }
}
