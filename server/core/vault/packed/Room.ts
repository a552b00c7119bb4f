/** Room for the bytes of many notes: one array for each would cost more than the bytes. */
const CHUNK = 1 << 20;
/** What takes more of a chunk would leave too much of it unused. */
const MOST = CHUNK / 16;

export class Room {
  private chunk = new Uint8Array(0);
  private used = 0;

  /** A part of a chunk that stays in memory as long as any of its parts does. */
  reserve(size: number): Uint8Array {
    if (size > MOST) return new Uint8Array(size);
    if (this.used + size > this.chunk.length) {
      this.chunk = new Uint8Array(CHUNK);
      this.used = 0;
    }
    this.used += size;
    return this.chunk.subarray(this.used - size, this.used);
  }
}
