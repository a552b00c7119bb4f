/** The texts of one note, each once and read on its own. */
import { ByteReader, ByteWriter, DamagedNote } from './bytes';
import { COMMON_TEXTS, commonText, OWN_TEXTS } from './commonTexts';
import { ESCAPE, firstOf, secondOf } from './letterPairs';

export class TextWriter {
  /** The length of each text in bytes. */
  readonly lengths = new ByteWriter();
  readonly pool = new ByteWriter();
  private readonly numbers = new Map<string, number>();

  clear(): void {
    this.lengths.clear();
    this.pool.clear();
    this.numbers.clear();
  }

  /** The number under which the text can be read. */
  numberOf(text: string): number {
    const common = commonText(text);
    if (common !== undefined) return common;
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const number = OWN_TEXTS + this.numbers.size;
    this.numbers.set(text, number);
    const before = this.pool.length;
    this.pool.text(text);
    this.lengths.number(this.pool.length - before);
    return number;
  }
}

export class TextReader {
  /** Where each text ends, as far as their lengths were read. */
  private readonly ends: number[] = [];
  private readonly read: (string | undefined)[] = [];
  private readonly reader: ByteReader;
  private end: number;

  /** `lengths` is where the lengths begin, `pool` where they end and the texts begin, to the end of the bytes. */
  constructor(
    private readonly bytes: Uint8Array,
    lengths: number,
    private readonly pool: number,
  ) {
    this.reader = new ByteReader(bytes, lengths);
    this.end = pool;
  }

  text(number: number): string {
    if (number < OWN_TEXTS) {
      const common = COMMON_TEXTS[number];
      if (common === undefined) throw new DamagedNote('no such text');
      return common;
    }
    const own = number - OWN_TEXTS;
    const known = this.read[own];
    if (known !== undefined) return known;
    if (this.ends.length <= own) this.readLengths(own);
    const text = decoded(this.bytes, this.ends[own - 1] ?? this.pool, this.ends[own] ?? this.pool);
    this.read[own] = text;
    return text;
  }

  /** Throws `DamagedNote` where the texts are not as long together as their lengths tell. */
  check(): void {
    while (this.reader.at < this.pool) this.readLengths(this.ends.length);
    if (this.end !== this.bytes.length) throw new DamagedNote('texts are missing');
  }

  /** Up to that of the text `own`. */
  private readLengths(own: number): void {
    const { ends, reader } = this;
    while (ends.length <= own) {
      if (reader.at >= this.pool) throw new DamagedNote('no such text');
      this.end += reader.number();
      ends.push(this.end);
    }
    if (this.end > this.bytes.length) throw new DamagedNote('texts are missing');
  }
}

/** As many as a call can take on every engine. */
const MOST_ARGUMENTS = 4096;

function decoded(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  let at = start;
  do {
    const next = Math.min(at + MOST_ARGUMENTS / 2, end);
    let count = 0;
    let escapes = false;
    for (let each = at; each < next; each++) {
      const byte = bytes[each] ?? 0;
      count += byte > 127 ? 2 : 1;
      escapes ||= byte === ESCAPE;
    }
    const [codes, stop] = escapes ? withEscapes(bytes, at, next, end) : [roomFor(count), next];
    if (!escapes) fill(codes, bytes, at, next);
    const part = String.fromCharCode.apply(null, codes);
    if (stop === end && at === start) return part;
    text += part;
    at = stop;
  } while (at < end);
  return text;
}

/** Pairs and single characters, no escapes. */
function fill(codes: number[], bytes: Uint8Array, at: number, next: number): void {
  for (let each = at, to = 0; each < next; each++) {
    const byte = bytes[each] ?? 0;
    if (byte > 127) {
      codes[to++] = firstOf(byte);
      codes[to++] = secondOf(byte);
    } else codes[to++] = byte;
  }
}

/** Longer texts are rare. */
const MOST_KEPT = 512;
const rooms: number[][] = [];

/**
 * An array of just that many numbers, the same one again and again: with one, `String.fromCharCode` is several times
 * faster than with bytes.
 */
function roomFor(count: number): number[] {
  const known = rooms[count];
  if (known !== undefined) return known;
  const room = Array.from({ length: count }, () => 0);
  if (count <= MOST_KEPT) rooms[count] = room;
  return room;
}

function withEscapes(
  bytes: Uint8Array,
  start: number,
  next: number,
  end: number,
): [number[], number] {
  const codes: number[] = [];
  const reader = new ByteReader(bytes, start);
  while (reader.at < next) {
    const byte = reader.byte();
    if (byte > 127) codes.push(firstOf(byte), secondOf(byte));
    else codes.push(byte === ESCAPE ? reader.number() : byte);
  }
  if (reader.at > end) throw new DamagedNote('a text ends within a character');
  return [codes, reader.at];
}
