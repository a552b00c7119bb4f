/** What the index holds of each note: its id, its kind, and its names as pieces. */
import { NumberLists } from './NumberLists';
import type { Postings } from './Postings';
import { newIn, type Pieces } from './pieces';

export interface Name extends Pieces {
  /** By piece the list of its notes. */
  readonly tokens: readonly number[];
  /** Whether it is the file name rather than a title, an alias or a heading. */
  readonly own: boolean;
}

/** Of a note: the list of its kind, and then, for each name, a head and its tokens. */
const KIND = 1;

export class NameStore {
  /** By note. A token is twice its list, and one more where it goes on in the word of the one before. */
  readonly #records = new NumberLists();
  readonly #ids: string[] = [];

  constructor(private readonly postings: Postings) {}

  get memory(): Uint32Array {
    return this.#records.memory;
  }

  /** Where the head of the note's first name stands in the memory. */
  first(note: number): number {
    return this.#records.start(note) + KIND;
  }

  /** Where its last name ends. */
  end(note: number): number {
    return this.#records.end(note);
  }

  id(note: number): string {
    return this.#ids[note] ?? '';
  }

  /** The list of its kind. */
  kind(note: number): number {
    return this.memory[this.#records.start(note)] ?? 0;
  }

  set(note: number, id: string, record: readonly number[]): void {
    this.#ids[note] = id;
    this.#records.fill(note, record);
  }

  has(note: number, record: readonly number[]): boolean {
    const { memory } = this;
    const start = this.#records.start(note);
    if (this.end(note) - start !== record.length) return false;
    return record.every((value, at) => memory[start + at] === value);
  }

  delete(note: number): void {
    this.#ids[note] = '';
    this.#records.clear(note);
  }

  /** Each list that the note's names are in, once. */
  tokensOf(note: number): Set<number> {
    const { memory } = this;
    const tokens = new Set<number>();
    for (let head = this.first(note); head < this.end(note); head += 1 + countOf(memory[head]))
      for (let at = head + 1; at <= head + countOf(memory[head]); at++)
        tokens.add((memory[at] ?? 0) >> 1);
    return tokens;
  }

  /** The name whose head stands there, as a phrase. Not much more than `length` of it will do. */
  plainAt(head: number, length = Number.POSITIVE_INFINITY): string {
    const { memory } = this;
    const to = head + countOf(memory[head]);
    let plain = '';
    for (let at = head + 1; at <= to && plain.length < length; at++) {
      const token = memory[at] ?? 0;
      if (at > head + 1 && (token & 1) === 0) plain += ' ';
      plain += newIn(this.postings.key(token >> 1));
    }
    return plain;
  }

  /** Where the head of each of the note's names stands. */
  heads(note: number): number[] {
    const { memory } = this;
    const heads: number[] = [];
    for (let head = this.first(note); head < this.end(note); head += 1 + countOf(memory[head]))
      heads.push(head);
    return heads;
  }
}

export function recordOf(kind: number, names: readonly Name[]): number[] {
  const record = [kind];
  for (const { tokens, joined, pieces, own } of names) {
    let length = -1;
    for (let at = 0; at < pieces.length; at++)
      length += newIn(pieces[at] ?? '').length + (joined?.[at] === true ? 0 : 1);
    record.push(length * 0x2000 + tokens.length * 2 + (own ? 1 : 0));
    for (let at = 0; at < tokens.length; at++)
      record.push((tokens[at] ?? 0) * 2 + (joined?.[at] === true ? 1 : 0));
  }
  return record;
}

/** How many tokens the name has that has this head. */
export function countOf(head = 0): number {
  return (head >> 1) & 0xfff;
}

/** The length of the phrase. */
export function lengthOf(head: number): number {
  return head >>> 13;
}

export function isOwn(head: number): boolean {
  return (head & 1) === 1;
}
