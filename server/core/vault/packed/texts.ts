/** The texts of one note, each once and read on its own. */
import { asciiText } from '../../text/asciiText';
import { ByteReader, ByteWriter, DamagedNote } from './bytes';
import { COMMON_TEXTS, commonText, OWN_TEXTS } from './commonTexts';
import { charactersOf, ESCAPE } from './letterPairs';

export class TextWriter {
  /** The length of each text in bytes. */
  readonly lengths = new ByteWriter();
  readonly pool = new ByteWriter();
  private readonly texts: string[] = [];
  /** By a rough hash the last text of that hash, and by text the one before it of the same hash, each plus 1. */
  private readonly last = new Uint32Array(HASHES);
  private readonly before: number[] = [];

  clear(): void {
    this.lengths.clear();
    this.pool.clear();
    this.texts.length = 0;
    this.before.length = 0;
    this.last.fill(0);
  }

  /** The number under which the text can be read. */
  numberOf(text: string): number {
    const common = commonText(text);
    if (common !== undefined) return common;
    const hash = roughHash(text);
    const last = this.last[hash] as number;
    for (let at = last, left = MOST_COMPARED; at > 0 && left > 0; left--) {
      if (this.texts[at - 1] === text) return OWN_TEXTS + at - 1;
      at = this.before[at - 1] as number;
    }
    this.last[hash] = this.texts.push(text);
    this.before.push(last);
    const before = this.pool.length;
    this.pool.text(text);
    this.lengths.number(this.pool.length - before);
    return OWN_TEXTS + this.texts.length - 1;
  }
}

const HASHES = 256;
/** What is not among the last so many of its hash is written once more. */
const MOST_COMPARED = 16;

/** A map would look at every character of every text, of which nearly all are asked for once. */
function roughHash(text: string): number {
  const { length } = text;
  const code =
    length * 31 +
    text.charCodeAt(0) * 7 +
    text.charCodeAt(length >> 1) * 13 +
    text.charCodeAt(length - 1);
  return code % HASHES;
}

export class TextReader {
  /** All texts behind each other, but for those with escapes. */
  private all = '';
  /** Where each text ends in `all`; empty until one is asked for. */
  private ends: readonly number[] = [];
  private readonly escaped = new Map<number, string>();
  /** Of one that is asked for few texts: where each ends in the bytes, as far as their lengths were read. */
  private readonly stops: number[] = [];
  private next: ByteReader | undefined;

  /** `few`: each text is read by itself, without those before it. `lengths` is where the lengths begin, `pool` where they end and the texts begin, to the end of the bytes. */
  constructor(
    private readonly bytes: Uint8Array,
    private readonly lengths: number,
    private readonly pool: number,
    private readonly few = false,
  ) {}

  text(number: number): string {
    if (number < OWN_TEXTS) {
      const common = COMMON_TEXTS[number];
      if (common === undefined) throw new DamagedNote('no such text');
      return common;
    }
    if (this.few) return this.single(number - OWN_TEXTS);
    // To decode them all at once costs little more than a few of them.
    if (this.ends.length === 0) this.decode();
    const own = number - OWN_TEXTS;
    const end = this.ends[own];
    if (end === undefined) throw new DamagedNote('no such text');
    const start = own === 0 ? 0 : (this.ends[own - 1] ?? 0);
    return start === end ? (this.escaped.get(own) ?? '') : this.all.slice(start, end);
  }

  private single(own: number): string {
    const { bytes, pool, stops } = this;
    this.next ??= new ByteReader(bytes, this.lengths);
    while (stops.length <= own && this.next.at < pool)
      stops.push((stops.at(-1) ?? pool) + this.next.number());
    const end = stops[own];
    if (end === undefined || end > bytes.length) throw new DamagedNote('no such text');
    const start = own === 0 ? pool : (stops[own - 1] ?? pool);
    if (room.length <= 2 * (end - start)) room = new Uint8Array(4 * (end - start) + 2);
    const to = fill(bytes, start, end, 0);
    return to < 0 ? withEscapes(bytes, start, end) : asciiText(room, to);
  }

  /** Throws `DamagedNote` where the texts are not as long together as their lengths tell. */
  check(): void {
    if (this.ends.length === 0) this.decode();
  }

  private decode(): void {
    const { bytes, pool, escaped } = this;
    const reader = new ByteReader(bytes, this.lengths);
    const ends: number[] = [];
    if (room.length <= 2 * (bytes.length - pool))
      room = new Uint8Array(4 * (bytes.length - pool) + 2);
    let at = pool;
    let to = 0;
    while (reader.at < pool) {
      const end = at + reader.number();
      if (end > bytes.length) break;
      const next = fill(bytes, at, end, to);
      if (next >= 0) to = next;
      else escaped.set(ends.length, withEscapes(bytes, at, end));
      ends.push(to);
      at = end;
    }
    if (at !== bytes.length || reader.at !== pool) throw new DamagedNote('texts are missing');
    this.all = asciiText(room, to);
    this.ends = ends;
    // A note of megabytes should not hold that much for ever.
    if (room.length > MOST_KEPT) room = new Uint8Array(0);
  }
}

const MOST_KEPT = 1 << 20;
let room = new Uint8Array(0);

/** Fills the room from `to` on with the characters of a text; returns where they end, -1 where an escape is among them. */
function fill(bytes: Uint8Array, start: number, end: number, to: number): number {
  let next = to;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte === ESCAPE) return -1;
    const characters = charactersOf(byte);
    room[next] = characters;
    room[next + 1] = characters >> 8;
    next += 1 + (byte >> 7);
  }
  return next;
}

/** As many as a call can take on every engine. */
const MOST_ARGUMENTS = 4096;

function withEscapes(bytes: Uint8Array, start: number, end: number): string {
  const reader = new ByteReader(bytes, start);
  let text = '';
  let codes: number[] = [];
  while (reader.at < end) {
    const byte = reader.byte();
    const characters = charactersOf(byte);
    if (byte > 127) codes.push(characters & 127, characters >> 8);
    else codes.push(byte === ESCAPE ? reader.number() : byte);
    if (codes.length < MOST_ARGUMENTS - 1) continue;
    text += String.fromCharCode.apply(null, codes);
    codes = [];
  }
  if (reader.at > end) throw new DamagedNote('a text ends within a character');
  return text + String.fromCharCode.apply(null, codes);
}
