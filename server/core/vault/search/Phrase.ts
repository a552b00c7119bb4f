/** A query as a stretch of text: whether a name has it, word for word, the first perhaps cut off before and the last behind. */
import { countOf, lengthOf, type NameStore } from './NameStore';
import type { Postings } from './Postings';
import { type Pieces, plainOf } from './pieces';

/** Where a name has the phrase; its words do not tell by how many characters it begins behind the start. */
export type Place = 'nowhere' | 'inside' | 'start' | 'whole';

export class Phrase {
  /** What it is as a text. */
  readonly plain: string;
  readonly #first: string;
  readonly #last: string;
  /** The words in between, as they stand in names; `null` where one of them stands in none. */
  readonly #middle: readonly number[] | null;
  readonly #isOfWords: boolean;

  constructor(
    read: Pieces,
    private readonly postings: Postings,
  ) {
    const { pieces, joined } = read;
    this.plain = plainOf(read);
    this.#first = pieces[0] ?? '';
    this.#last = pieces.at(-1) ?? '';
    this.#isOfWords = joined === null;
    const middle = pieces.slice(1, -1).flatMap(piece => postings.list(piece) ?? []);
    this.#middle = middle.length === Math.max(0, pieces.length - 2) ? middle : null;
  }

  /** In the name whose head stands there. */
  in(names: NameStore, head: number): Place {
    if (this.#middle === null) return 'nowhere';
    const start = this.#isOfWords ? this.#startOfWords(names, head, this.#middle) : -1;
    const at = this.#isOfWords ? start : names.plainAt(head).indexOf(this.plain);
    if (at !== 0) return at < 0 ? 'nowhere' : 'inside';
    return lengthOf(names.memory[head] ?? 0) === this.plain.length ? 'whole' : 'start';
  }

  /** 0 where the name begins so, 1 where it goes on so, else -1. Spares making a text of the name. */
  #startOfWords({ memory }: NameStore, head: number, middle: readonly number[]): number {
    const [from, to] = [head + 1, head + countOf(memory[head])];
    const text = (at: number) => this.postings.key((memory[at] ?? 0) >> 1);
    const others = middle.length + 1;
    if (this.plain === this.#first) {
      if (text(from).startsWith(this.plain)) return 0;
      for (let at = from; at <= to; at++) if (text(at).includes(this.plain)) return 1;
      return -1;
    }
    for (let at = from; at + others <= to; at++) {
      let same = 0;
      while (same < middle.length && memory[at + 1 + same] === (middle[same] ?? 0) * 2) same++;
      if (same < middle.length) continue;
      // Odd is what goes on in the word before, where the phrase has a blank.
      if (((memory[at + others] ?? 0) & 1) === 1 || !text(at + others).startsWith(this.#last))
        continue;
      const first = text(at);
      if (first.endsWith(this.#first))
        return at === from && first.length === this.#first.length ? 0 : 1;
    }
    return -1;
  }
}
