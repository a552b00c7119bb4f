/** Numbers as bytes, seven bits a byte, so that small ones, as nearly all are, take one. */

import { ESCAPE, pairByte } from './letterPairs';

/** What bytes say that no note can be packed as: they were cut or changed. */
export class DamagedNote extends Error {
  override readonly name = 'DamagedNote';
}

/** Grows as it is written to; made once and cleared, as notes are packed by the thousand. */
export class ByteWriter {
  private bytes = new Uint8Array(1024);
  private end = 0;

  get length(): number {
    return this.end;
  }

  clear(): void {
    // One note of many megabytes should not hold that much for ever.
    if (this.bytes.length > 1 << 20) this.bytes = new Uint8Array(1024);
    this.end = 0;
  }

  /** Below 256. */
  byte(value: number): void {
    this.reserve(1);
    this.bytes[this.end++] = value;
  }

  /** Below 2 ** 32. */
  number(value: number): void {
    this.reserve(5);
    let rest = value;
    while (rest > 127) {
      this.bytes[this.end++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.bytes[this.end++] = rest;
  }

  /** Of 31 bits, the sign included. */
  signed(value: number): void {
    this.number(((value << 1) ^ (value >> 31)) >>> 0);
  }

  /** A text without its length. */
  text(text: string): void {
    this.reserve(text.length);
    const { length } = text;
    for (let at = 0; at < length; at++) {
      const code = text.charCodeAt(at);
      if (code > 127 || code === ESCAPE) {
        this.byte(ESCAPE);
        this.number(code);
        this.reserve(length - at);
        continue;
      }
      const next = at + 1 < length ? text.charCodeAt(at + 1) : 128;
      const pair = next > 127 ? 0 : pairByte(code, next);
      this.bytes[this.end++] = pair === 0 ? code : pair;
      if (pair !== 0) at++;
    }
  }

  float(value: number): void {
    this.reserve(8);
    new DataView(this.bytes.buffer).setFloat64(this.end, value);
    this.end += 8;
  }

  copyTo(target: Uint8Array, at: number): number {
    target.set(this.bytes.subarray(0, this.end), at);
    return at + this.end;
  }

  private reserve(count: number): void {
    if (this.end + count <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.end + count));
    grown.set(this.bytes);
    this.bytes = grown;
  }
}

/** Reads what `ByteWriter` wrote; throws `DamagedNote` at the end of the bytes. */
export class ByteReader {
  constructor(
    private readonly bytes: Uint8Array,
    public at: number,
  ) {}

  byte(): number {
    const byte = this.bytes[this.at++];
    if (byte === undefined) throw new DamagedNote('bytes are missing');
    return byte;
  }

  number(): number {
    let byte = this.byte();
    if (byte < 128) return byte;
    let value = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = this.byte();
      value |= (byte & 127) << shift;
    }
    return value >>> 0;
  }

  signed(): number {
    const value = this.number();
    return (value >>> 1) ^ -(value & 1);
  }

  /** How many follow: no more than there are bytes, so that damaged ones make nobody reserve much. */
  count(): number {
    const count = this.number();
    if (count > this.bytes.length) throw new DamagedNote('more is announced than there is');
    return count;
  }

  float(): number {
    const { bytes, at } = this;
    if (at + 8 > bytes.length) throw new DamagedNote('bytes are missing');
    this.at += 8;
    return new DataView(bytes.buffer, bytes.byteOffset + at, 8).getFloat64(0);
  }
}
