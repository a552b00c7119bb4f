/** Keeps the best few of many without sorting them all. */
export interface Rated {
  readonly id: string;
  readonly score: number;
}

export class Top<T extends Rated> {
  readonly #limit: number;
  #kept: T[] = [];
  /** The worst of the last cut: nothing behind it can be among the best. */
  #bar: T | null = null;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** What scores less is not among the best. */
  get least(): number {
    return this.#bar?.score ?? 0;
  }

  add(item: T): void {
    if (this.#bar !== null && byScore(item, this.#bar) > 0) return;
    this.#kept.push(item);
    if (this.#kept.length >= this.#limit * 2) this.#cut();
  }

  /** Best first; equal scores by id, so that the order never depends on history. */
  best(): T[] {
    this.#cut();
    return this.#kept;
  }

  #cut(): void {
    this.#kept = this.#kept.sort(byScore).slice(0, this.#limit);
    if (this.#kept.length === this.#limit) this.#bar = this.#kept.at(-1) ?? null;
  }
}

export function byScore(a: Rated, b: Rated): number {
  return b.score - a.score || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
