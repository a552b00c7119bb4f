/** A growing list whose members die elsewhere: the dead are skipped, and swept once they are half. */
export interface Mortal {
  alive: boolean;
}

/** Adding and losing a member cost O(1) amortised, which a sorted list or a splice would not. */
export class Bag<T extends Mortal> {
  #items: T[] = [];
  #dead = 0;

  /** How many members are alive. */
  get size(): number {
    return this.#items.length - this.#dead;
  }

  /** May hold dead members. */
  get items(): readonly T[] {
    return this.#items;
  }

  add(item: T): void {
    this.#items.push(item);
  }

  /** To be called once for each member that died. */
  lost(): void {
    this.#dead++;
    if (this.#dead * 2 <= this.#items.length) return;
    this.#items = this.#items.filter(item => item.alive);
    this.#dead = 0;
  }
}

/** The bag under a key, made when it is missing. */
export function bagAt<T extends Mortal>(bags: Map<string, Bag<T>>, key: string): Bag<T> {
  let bag = bags.get(key);
  if (bag === undefined) {
    bag = new Bag();
    bags.set(key, bag);
  }
  return bag;
}

/** Tells the bags under these keys that one member died, and drops those it leaves empty. */
export function loseAt<T extends Mortal>(bags: Map<string, Bag<T>>, keys: Iterable<string>): void {
  for (const key of keys) {
    const bag = bags.get(key);
    bag?.lost();
    if (bag?.size === 0) bags.delete(key);
  }
}
