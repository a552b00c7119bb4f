/** Reads a cache file: first which notes it has, then these one by one, so that not all of it is in memory at once. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { HEADER_BYTES, headerIn, notesIn, type Part, type StoredNote } from './block';

/** Tells a file from the one that another writer put in its place, or wrote to. */
export interface FileId {
  readonly ino: number;
  readonly size: number;
}

/** Blocks at hand. Notes are asked for much as they were written. */
const MOST_RECENT = 8;

export class CacheFile {
  private id: FileId | null = null;
  private isSound = false;
  /** The last one used last. */
  private readonly recent = new Map<Part, Buffer>();

  constructor(
    private readonly path: string,
    private readonly key: Uint8Array,
  ) {}

  /** Its notes, block by block, up to the first that is damaged. Of two of one path the later counts. Never throws. */
  *blocks(): Generator<readonly StoredNote[]> {
    let handle: number;
    try {
      handle = openSync(this.path, 'r');
    } catch {
      return;
    }
    try {
      const { ino, size } = fstatSync(handle);
      this.id = { ino, size };
      for (let at = 0; at < size; ) {
        const header = this.headerAt(handle, at);
        if (header === null || header.end > size) return;
        const index = partOf(handle, header.index);
        const notes = index && notesIn(index, header);
        if (notes === null) return;
        yield notes;
        at = header.end;
      }
      this.isSound = true;
    } catch {
      // A folder, or a disk that fails.
    } finally {
      closeSync(handle);
    }
  }

  private headerAt(handle: number, at: number) {
    const bytes = Buffer.allocUnsafe(HEADER_BYTES);
    return fill(handle, bytes, at) ? headerIn(bytes, at, this.key) : null;
  }

  /** Which file it is; `null` where there is none, or not all of it is sound as far as it was read. */
  get sound(): FileId | null {
    return this.isSound ? this.id : null;
  }

  distrust(): void {
    this.isSound = false;
  }

  /** A note as it was packed, `null` where that is damaged or gone. */
  packed({ part, start, length }: StoredNote): Uint8Array | null {
    const bytes = this.recent.get(part) ?? this.read(part);
    if (bytes === null) {
      this.distrust();
      return null;
    }
    this.keep(part, bytes);
    return bytes.subarray(start, start + length);
  }

  private keep(part: Part, bytes: Buffer): void {
    this.recent.delete(part);
    this.recent.set(part, bytes);
    const [oldest] = this.recent.keys();
    if (oldest !== undefined && this.recent.size > MOST_RECENT) this.recent.delete(oldest);
  }

  private read(part: Part): Buffer | null {
    try {
      const handle = openSync(this.path, 'r');
      try {
        return fstatSync(handle).ino === this.id?.ino ? partOf(handle, part) : null;
      } finally {
        closeSync(handle);
      }
    } catch {
      return null;
    }
  }
}

/** `null` where it is damaged. */
function partOf(handle: number, { at, length, checksum }: Part): Buffer | null {
  const bytes = Buffer.allocUnsafeSlow(length);
  return fill(handle, bytes, at) && crc32(bytes) === checksum ? bytes : null;
}

/** Whether the file has as much from there on. */
function fill(handle: number, bytes: Buffer, at: number): boolean {
  return readSync(handle, bytes, 0, bytes.length, at) === bytes.length;
}
