/** Blocks of the cache: what was written is read, and of damaged bytes nothing is trusted. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { Block, HEADER_BYTES } from '../../../server/cache/block';
import { CacheFile } from '../../../server/cache/CacheFile';
import { HASH_BYTES } from '../../../server/cache/noteFile';
import { target } from '../Target';

const bytes = (most: number) =>
  fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: most }).map(all => [...all]);

const note = fc.record({
  path: fc.string({ unit: 'grapheme', maxLength: 12 }),
  size: fc.nat(),
  modified: fc.double({ noNaN: true, noDefaultInfinity: true }),
  packed: bytes(20),
});

/** Bytes that are changed, where the file is cut off, and numbers put into the header with checksums that fit. */
const damage = fc.record({
  flips: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), { maxLength: 3 }),
  cut: fc.option(fc.nat()),
  header: fc.array(fc.tuple(fc.constantFrom(28, 32, 36), fc.nat({ max: 0xffffffff })), {
    maxLength: 2,
  }),
});

const KEY = Buffer.alloc(20, 1);

interface Stored {
  readonly path: string;
  readonly size: number;
  readonly modified: number;
  readonly packed: readonly number[];
}

type Damage = typeof damage extends fc.Arbitrary<infer Each> ? Each : never;

let folder: string | null = null;

/** Reads them back as a start does; throws where it takes what was not written. */
export function assertBlock(notes: readonly Stored[], damage: Damage): void {
  const block = new Block();
  for (const { path, size, modified, packed } of notes) {
    const state = { path, size, modified, changed: modified, checked: modified };
    block.add({ ...state, hash: Buffer.alloc(HASH_BYTES, size) }, Uint8Array.from(packed));
  }
  const written = block.encode(KEY);
  assert.deepEqual(readBack(written), notes.map(told));
  const read = readBack(damagedBy(damage, written));
  // Numbers of a header with the right checksum are believed, so long as all of the rest agrees with them.
  if (damage.header.length > 0) return;
  const known = notes.map(note => JSON.stringify(told(note)));
  for (const note of read)
    assert.ok(known.includes(JSON.stringify(note)), 'damaged bytes were taken for a note');
}

function told({ path, size, modified, packed }: Stored) {
  return { path: Buffer.from(path).toString(), size, modified, packed: [...packed] };
}

function damagedBy({ flips, cut, header }: Damage, written: Buffer): Buffer {
  const bytes = Buffer.from(written);
  for (const [place, number] of header) bytes.writeUInt32LE(number, place);
  if (header.length > 0)
    bytes.writeUInt32LE(crc32(bytes.subarray(0, HEADER_BYTES - 4)), HEADER_BYTES - 4);
  for (const [place, mask] of flips) {
    const at = place % bytes.length;
    bytes[at] = (bytes[at] ?? 0) ^ mask;
  }
  return cut === null ? bytes : bytes.subarray(0, cut % (bytes.length + 1));
}

/** What a start takes over of such a file. */
function readBack(bytes: Buffer) {
  folder ??= mkdtempSync(join(tmpdir(), 'claimwright-fuzz-cache-'));
  const path = join(folder, 'notes.cache');
  writeFileSync(path, bytes);
  const file = new CacheFile(path, KEY);
  const notes = [...file.blocks()].flat();
  return notes.flatMap(note => {
    const packed = file.packed(note);
    const { path, size, modified } = note;
    return packed === null ? [] : [{ path, size, modified, packed: [...packed] }];
  });
}

export const cache = target({
  name: 'cache',
  feeds:
    'blocks of the cache file with bytes changed, ends cut off, and false numbers under checksums that fit',
  holds:
    'what was written is read back; nothing throws, and damaged bytes are never taken for notes',
  weight: 60,
  input: fc.tuple(fc.array(note, { maxLength: 5 }), damage),
  check: ([notes, each]) => assertBlock(notes, each),
  close() {
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
    folder = null;
  },
});
