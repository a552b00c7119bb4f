/** Very many short lists of numbers in one memory: an array object for each would cost more than what it holds. */

/** Rooms of blocks by size: at most a third of a new block is empty. */
const ROOMS = [0, 1, 2, 3];
while (ROOMS.length < 64) ROOMS.push((ROOMS.at(-2) ?? 0) * 2);

/** Lists go by numbers from 0 on, and each is empty until something is put into it. */
export class NumberLists {
  #memory = new Uint32Array(1024);
  #used = 0;
  #starts = new Uint32Array(64);
  #lengths = new Uint32Array(64);
  /** By list the size of its block, as `ROOMS` counts sizes; 0 where it has none. */
  #sizes = new Uint8Array(64);
  /** By size: where blocks stand that lists have grown out of. */
  readonly #free: number[][] = [];

  /** All lists; what stands where is told by `start` and `end`, until the next list is changed. */
  get memory(): Uint32Array {
    return this.#memory;
  }

  start(list: number): number {
    return this.#starts[list] ?? 0;
  }

  end(list: number): number {
    return this.start(list) + this.length(list);
  }

  length(list: number): number {
    return this.#lengths[list] ?? 0;
  }

  push(list: number, value: number): void {
    const length = this.length(list);
    this.#reserve(list, length + 1);
    this.#memory[this.start(list) + length] = value;
    this.#lengths[list] = length + 1;
  }

  /** Replaces what the list holds. */
  fill(list: number, values: readonly number[]): void {
    this.clear(list);
    if (values.length === 0) return;
    this.#reserve(list, values.length);
    this.#memory.set(values, this.start(list));
    this.#lengths[list] = values.length;
  }

  clear(list: number): void {
    const size = this.#sizes[list] ?? 0;
    if (size === 0) return;
    this.#release(size, this.start(list));
    this.#sizes[list] = 0;
    this.#lengths[list] = 0;
  }

  /** Keeps the order. */
  filter(list: number, isKept: (value: number) => boolean): void {
    const [memory, start, end] = [this.#memory, this.start(list), this.end(list)];
    let to = start;
    for (let at = start; at < end; at++) {
      const value = memory[at] ?? 0;
      if (isKept(value)) memory[to++] = value;
    }
    this.#shrink(list, to - start);
  }

  /** Takes out a value that stands in the list once, and does not keep the order. */
  remove(list: number, value: number): void {
    const [memory, start, end] = [this.#memory, this.start(list), this.end(list)];
    let at = start;
    while (at < end && memory[at] !== value) at++;
    if (at === end) return;
    memory[at] = memory[end - 1] ?? 0;
    this.#shrink(list, end - 1 - start);
  }

  #shrink(list: number, length: number): void {
    if (length === 0) this.clear(list);
    else if (length * 4 > (ROOMS[this.#sizes[list] ?? 0] ?? 0)) this.#lengths[list] = length;
    else {
      const start = this.start(list);
      this.fill(list, Array.from(this.#memory.subarray(start, start + length)));
    }
  }

  #reserve(list: number, length: number): void {
    const had = this.#sizes[list] ?? 0;
    if (had > 0 && (ROOMS[had] ?? 0) >= length) return;
    if (list >= this.#starts.length) {
      this.#starts = grown(this.#starts, list + 1);
      this.#lengths = grown(this.#lengths, list + 1);
      const sizes = new Uint8Array(this.#starts.length);
      sizes.set(this.#sizes);
      this.#sizes = sizes;
    }
    let size = had + 1;
    while ((ROOMS[size] ?? length) < length) size++;
    const room = ROOMS[size] ?? length;
    const before = this.start(list);
    const start = this.#free[size]?.pop() ?? this.#append(room);
    if (had > 0) {
      this.#memory.copyWithin(start, before, before + this.length(list));
      this.#release(had, before);
    }
    this.#starts[list] = start;
    this.#sizes[list] = size;
  }

  #append(room: number): number {
    const start = this.#used;
    this.#used += room;
    if (this.#used > this.#memory.length) this.#memory = grown(this.#memory, this.#used);
    return start;
  }

  #release(size: number, start: number): void {
    const free = this.#free[size];
    if (free === undefined) this.#free[size] = [start];
    else free.push(start);
  }
}

/** A longer copy, with room for at least so many. */
export function grown(numbers: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const longer = new Uint32Array(Math.max(length, Math.ceil(numbers.length * 1.5)));
  longer.set(numbers);
  return longer;
}
