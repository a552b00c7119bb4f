/** The files of a vault: every note as its bytes, and those looked at last as what they say. */
import type { Link } from '../text/links';
import { Entry } from './entry';
import { nameMark } from './packed/links';
import { PackedNote } from './packed/PackedNote';
import { packNote } from './packed/packNote';
import { Room } from './packed/Room';
import { standsFor } from './SlugIndex';

/** So many are kept as what they say, and fewer where these are large, in bytes of all of them. */
const MOST_RECENT = 1000;
const MOST_BYTES = 4 << 20;

export class Files {
  /** `null` for what is no note. */
  private readonly bytes = new Map<string, Uint8Array | null>();
  private readonly problems = new Map<string, string>();
  /** The last one used last. */
  private readonly recent = new Map<string, Entry>();
  private recentBytes = 0;
  private last: Entry | undefined;
  private readonly room = new Room();
  private marked: { slugs: readonly string[]; marks: ReadonlySet<number> } | undefined;
  /** What is imagined instead, `undefined` for what is imagined gone; `null` where nothing is imagined. */
  private imagined: ReadonlyMap<string, Entry | undefined> | null = null;

  get size(): number {
    return this.imagined === null ? this.bytes.size : [...this.paths()].length;
  }

  has(path: string): boolean {
    if (this.imagined?.has(path)) return this.imagined.get(path) !== undefined;
    return this.bytes.has(path);
  }

  *paths(): Generator<string> {
    const { imagined } = this;
    for (const path of this.bytes.keys()) if (!imagined?.has(path)) yield path;
    for (const [path, entry] of imagined ?? []) if (entry !== undefined) yield path;
  }

  get(path: string): Entry | undefined {
    if (this.imagined?.has(path)) return this.imagined.get(path);
    if (this.last?.path === path) return this.last;
    const known = this.recent.get(path);
    const entry = known ?? this.unpacked(path);
    if (entry === undefined) return undefined;
    if (known !== undefined) this.forget(path);
    this.keep(entry);
    return entry;
  }

  /** The same, but of the files used last it becomes none: for who goes through very many, and looks at each for a while. */
  look(path: string): Entry | undefined {
    if (this.imagined?.has(path)) return this.imagined.get(path);
    if (this.last?.path === path) return this.last;
    const entry = this.glance(path);
    if (entry !== undefined) this.last = entry;
    return entry;
  }

  /** The same for who looks once. */
  peek(path: string): Entry | undefined {
    return this.imagined?.has(path) ? this.imagined.get(path) : this.glance(path);
  }

  /** What is really there, for who goes through very many: what others look at stays at hand. */
  glance(path: string): Entry | undefined {
    return this.recent.get(path) ?? this.unpacked(path);
  }

  /** Why a note could not be read; `null` where it was. */
  problem(path: string): string | null {
    if (this.imagined?.has(path)) return this.imagined.get(path)?.problem ?? null;
    return this.problems.get(path) ?? null;
  }

  /** The bytes of a note. */
  packed(path: string): Uint8Array | null {
    return this.bytes.get(path) ?? null;
  }

  /** As `get`, but of `bulk`, many files that come at once, none is kept at hand. */
  set(entry: Entry, bulk: boolean, packed?: Uint8Array): void {
    const { path, note, problem } = entry;
    this.forget(path);
    if (problem === null) this.problems.delete(path);
    else this.problems.set(path, problem);
    const reserve = (size: number) => (bulk ? this.room.reserve(size) : new Uint8Array(size));
    if (note === null) this.bytes.set(path, null);
    else if (packed === undefined) this.bytes.set(path, packNote(note, entry.marks(), reserve));
    else {
      const own = reserve(packed.length);
      own.set(packed);
      this.bytes.set(path, own);
    }
    if (!bulk) this.keep(entry);
  }

  delete(path: string): void {
    this.forget(path);
    this.bytes.delete(path);
    this.problems.delete(path);
  }

  /** Runs `work` as if these files were others, `undefined` for one that is gone. */
  imagine<Result>(files: ReadonlyMap<string, Entry | undefined>, work: () => Result): Result {
    const before = this.imagined;
    this.imagined = new Map([...(before ?? []), ...files]);
    try {
      return work();
    } finally {
      this.imagined = before;
    }
  }

  /** The links of a note that may mean a file with one of these slugs: all that may, and few others. */
  linksLike(slugs: readonly string[], from: string): readonly Link[] {
    const entry = this.imagined?.get(from) ?? this.recent.get(from) ?? this.unpacked(from);
    if (entry === undefined || entry.note === null) return [];
    const { note } = entry;
    if (note instanceof PackedNote) return note.linksMarked(this.marksOf(slugs));
    const fits = entry.mentions.map(mention => slugs.some(slug => standsFor(mention, slug)));
    return note.links.filter((_, index) => {
      const mention = entry.mentionOf[index] ?? -1;
      return mention < 0 || fits[mention] === true;
    });
  }

  /** Very many notes are asked for the same slugs, one after the other. */
  private marksOf(slugs: readonly string[]): ReadonlySet<number> {
    if (this.marked?.slugs !== slugs) this.marked = { slugs, marks: new Set(slugs.map(nameMark)) };
    return this.marked.marks;
  }

  private unpacked(path: string): Entry | undefined {
    const bytes = this.bytes.get(path);
    if (bytes === undefined) return undefined;
    const note = bytes === null ? null : new PackedNote(path, bytes);
    return new Entry(path, note, this.problems.get(path) ?? null);
  }

  private keep(entry: Entry): void {
    const { path } = entry;
    this.last = entry;
    this.recent.set(path, entry);
    this.recentBytes += this.weight(path);
    for (const each of this.recent.keys()) {
      if (this.recent.size <= MOST_RECENT && this.recentBytes <= MOST_BYTES) return;
      if (each !== path) this.forget(each);
    }
  }

  private forget(path: string): void {
    if (this.last?.path === path) this.last = undefined;
    if (this.recent.delete(path)) this.recentBytes -= this.weight(path);
  }

  private weight(path: string): number {
    return this.bytes.get(path)?.length ?? 0;
  }
}
