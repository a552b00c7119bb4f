/** What a query notes on the tokens it matches: which of its words each is, and how well it fits. */
import type { Match } from './lexicon';

const NONE: readonly number[] = [];

export class Marks {
  /** Query word, weight, query word, weight … */
  readonly #marks: number[][] = [[]];
  readonly #marked: number[] = [];

  /** `places` tells by token where its marks stand, and is zero for all to begin with. */
  constructor(readonly places: Uint32Array) {}

  set(matches: readonly Match[], index: number, factor: number): void {
    for (const { token, weight } of matches) {
      const known = this.#marks[this.places[token] || -1];
      if (known === undefined) {
        this.places[token] = this.#marks.length;
        this.#marks.push([index, weight * factor]);
        this.#marked.push(token);
      } else known.push(index, weight * factor);
    }
  }

  /** Empty for a token that matches no word. */
  of(token: number): readonly number[] {
    return this.at(this.places[token] ?? 0);
  }

  /** Empty for place 0. */
  at(place: number): readonly number[] {
    return this.#marks[place] ?? NONE;
  }

  clear(): void {
    for (const token of this.#marked) this.places[token] = 0;
  }
}
