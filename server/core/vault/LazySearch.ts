/** A search index that is built when it is first asked, and from then on costs what changed since it was asked last. */
import { SearchIndex } from './search';

export class LazySearch {
  readonly #index = new SearchIndex();
  /** `null` until somebody asks: who only reads and checks a vault does not pay for it. */
  #changed: Set<string> | null = null;

  /** `namesOf` tells what an id is found by, `null` where it is not to be found at all. */
  constructor(
    private readonly all: () => Iterable<string>,
    private readonly namesOf: (id: string) => readonly string[] | null,
  ) {}

  /** Whether anybody has asked yet; before that, changes mean nothing. */
  get asked(): boolean {
    return this.#changed !== null;
  }

  /** To be told of each id that came, went, or has other names. */
  change(id: string): void {
    this.#changed?.add(id);
  }

  /** Brings the index up to date, one id a step; it may be left before the end and taken up again. */
  *settle(): Generator<string> {
    this.#changed ??= new Set(this.all());
    for (const id of this.#changed) {
      this.#changed.delete(id);
      const names = this.namesOf(id);
      if (names === null) this.#index.delete(id);
      else this.#index.set(id, names);
      yield id;
    }
  }

  /** All that can be found. */
  ids(): Iterable<string> {
    this.update();
    return this.#index.ids();
  }

  /** At most `limit` ids, best first. */
  find(query: string, limit: number): string[] {
    this.update();
    return this.#index.roughly(query, limit).map(hit => hit.id);
  }

  /** The same of few, all that have all the words among them; the rest is for the asking to leave out. */
  findNarrowly(query: string, limit: number): string[] {
    this.update();
    return this.#index.narrowly(query, limit).map(hit => hit.id);
  }

  private update(): void {
    for (const _ of this.settle());
  }
}
