/**
 * A part of the cache file: some notes, with checksums over all of it. What is damaged, cut off or made by another
 * program is no block. Numbers are little-endian.
 *
 * header: magic (8 bytes), key (20), notes (u32), bytes of the index and of the packed notes (u32 each), their CRC-32
 * (u32 each), and that of the header up to here (u32);
 * index: a row for each note, then all paths in UTF-8;
 * row: bytes of the path and of the packed note (u32 each), size, time modified, time changed and time checked of the file
 * (f64 each), hash of its content (20);
 * then the packed notes.
 */
import { crc32 } from 'node:zlib';
import { type FileState, HASH_BYTES } from './noteFile';

const MAGIC = Buffer.from('CLMWRT\0\x01', 'latin1');
export const HEADER_BYTES = 52;
const CHECKED_BYTES = HEADER_BYTES - 4;
const ROW_BYTES = 40 + HASH_BYTES;
/** Notes and bytes above which the next block begins: what a reader or writer does in one step takes milliseconds. */
const MAX_NOTES = 1024;
const MAX_BYTES = 1024 * 1024;

/** A file as it was when its note was parsed. */
export interface KnownFile extends FileState {
  readonly path: string;
  /** When the file was looked at, in milliseconds since 1970. */
  readonly checked: number;
  readonly hash: Uint8Array;
}

/** A block in the making. */
export class Block {
  private rows = Buffer.allocUnsafe(64 * ROW_BYTES);
  private readonly paths: string[] = [];
  private readonly packed: Uint8Array[] = [];
  private bytes = 0;

  get isFull(): boolean {
    return this.paths.length >= MAX_NOTES || this.bytes >= MAX_BYTES;
  }

  get notes(): number {
    return this.paths.length;
  }

  add({ path, size, modified, changed, checked, hash }: KnownFile, packed: Uint8Array): void {
    const at = this.paths.length * ROW_BYTES;
    if (at === this.rows.length) this.rows = Buffer.concat([this.rows], 2 * at);
    const { rows } = this;
    rows.writeUInt32LE(Buffer.byteLength(path), at);
    rows.writeUInt32LE(packed.length, at + 4);
    rows.writeDoubleLE(size, at + 8);
    rows.writeDoubleLE(modified, at + 16);
    rows.writeDoubleLE(changed, at + 24);
    rows.writeDoubleLE(checked, at + 32);
    rows.set(hash, at + 40);
    this.paths.push(path);
    this.packed.push(packed);
    this.bytes += packed.length;
  }

  encode(key: Uint8Array): Buffer {
    const rows = this.rows.subarray(0, this.notes * ROW_BYTES);
    const paths = Buffer.from(this.paths.join(''));
    const header = Buffer.alloc(HEADER_BYTES);
    const block = Buffer.concat([header, rows, paths, ...this.packed]);
    const packed = HEADER_BYTES + rows.length + paths.length;
    block.set(MAGIC, 0);
    block.set(key, 8);
    block.writeUInt32LE(this.notes, 28);
    block.writeUInt32LE(packed - HEADER_BYTES, 32);
    block.writeUInt32LE(block.length - packed, 36);
    block.writeUInt32LE(crc32(block.subarray(HEADER_BYTES, packed)), 40);
    block.writeUInt32LE(crc32(block.subarray(packed)), 44);
    block.writeUInt32LE(crc32(block.subarray(0, CHECKED_BYTES)), CHECKED_BYTES);
    return block;
  }
}

/** Some bytes of a file. */
export interface Part {
  /** Where they begin. */
  readonly at: number;
  readonly length: number;
  readonly checksum: number;
}

export interface Header {
  readonly notes: number;
  readonly index: Part;
  readonly packed: Part;
  /** Where the next block begins. */
  readonly end: number;
}

/** `null` where it is no header, or one of another key. It stands at `at` in the file. */
export function headerIn(bytes: Buffer, at: number, key: Uint8Array): Header | null {
  const number = (place: number) => bytes.readUInt32LE(place);
  if (number(CHECKED_BYTES) !== crc32(bytes.subarray(0, CHECKED_BYTES))) return null;
  if (!bytes.subarray(0, 8).equals(MAGIC) || !bytes.subarray(8, 28).equals(key)) return null;
  const index = { at: at + HEADER_BYTES, length: number(32), checksum: number(40) };
  const packed = { at: index.at + index.length, length: number(36), checksum: number(44) };
  return { notes: number(28), index, packed, end: packed.at + packed.length };
}

/** The notes of a block, in order; `null` where they are not what the header tells. They keep the index. */
export function notesIn(index: Buffer, { notes, packed }: Header): StoredNote[] | null {
  let path = notes * ROW_BYTES;
  let start = 0;
  const found: StoredNote[] = [];
  for (let row = 0; row < notes * ROW_BYTES; row += ROW_BYTES) {
    if (path > index.length) return null;
    const end = path + index.readUInt32LE(row);
    const note = new StoredNote(index, row, index.toString('utf8', path, end), packed, start);
    found.push(note);
    path = end;
    start += note.length;
  }
  return path === index.length && start === packed.length ? found : null;
}

/** Reads its row when it is asked: most are asked only a little. */
export class StoredNote implements KnownFile {
  constructor(
    private readonly index: Buffer,
    private readonly row: number,
    readonly path: string,
    /** The packed notes of its block. */
    readonly part: Part,
    /** Where it begins among them. */
    readonly start: number,
  ) {}

  /** Bytes of the packed note. */
  get length(): number {
    return this.index.readUInt32LE(this.row + 4);
  }

  get size(): number {
    return this.index.readDoubleLE(this.row + 8);
  }

  get modified(): number {
    return this.index.readDoubleLE(this.row + 16);
  }

  get changed(): number {
    return this.index.readDoubleLE(this.row + 24);
  }

  get checked(): number {
    return this.index.readDoubleLE(this.row + 32);
  }

  get hash(): Buffer {
    return this.index.subarray(this.row + 40, this.row + ROW_BYTES);
  }
}
