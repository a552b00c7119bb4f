/** Lists of members by key. Members die: lists skip the dead, and are swept once half of a list is dead. */
import { grown, NumberLists } from './NumberLists';

/** So many dead members may lie about in any case before all lists are swept and their numbers are given out again. */
const FEW_DEAD = 1024;
const DEAD = 0xffffffff;

/** Members and keys go by numbers. To add a member to a list and to lose it there cost O(1) amortised. */
export class Postings {
  readonly #keys: string[] = [];
  readonly #lists = new Map<string, number>();
  readonly #members = new NumberLists();
  readonly #freeLists: number[] = [];
  readonly #freeMembers: number[] = [];
  #lost = new Uint32Array(64);
  #marks = new Uint32Array(64);
  #stamps = new Uint32Array(64);
  #stamp = 0;
  #given = 0;
  #dead: number[] = [];

  /** Scratch of a query, by list: zero between queries. */
  get marks(): Uint32Array {
    return this.#marks;
  }

  /** By member the last query that looked at it; more than any query's for a dead one. */
  get stamps(): Uint32Array {
    return this.#stamps;
  }

  /** All lists in one, the dead included; `start` and `end` tell where each stands. */
  get memory(): Uint32Array {
    return this.#members.memory;
  }

  start(list: number): number {
    return this.#members.start(list);
  }

  end(list: number): number {
    return this.#members.end(list);
  }

  /** How many members of the list are alive. */
  size(list: number): number {
    return this.#members.length(list) - (this.#lost[list] ?? 0);
  }

  /** The living members of a list, in the order in which they came. */
  *each(list: number): Generator<number> {
    const { memory } = this;
    for (let at = this.start(list), end = this.end(list); at < end; at++) {
      const member = memory[at] ?? 0;
      if (this.isAlive(member)) yield member;
    }
  }

  /** The number of a new query. */
  nextStamp(): number {
    return ++this.#stamp;
  }

  /** Numbers of lists are smaller than this. */
  get lists(): number {
    return this.#keys.length;
  }

  key(list: number): string {
    return this.#keys[list] ?? '';
  }

  list(key: string): number | undefined {
    return this.#lists.get(key);
  }

  /** An empty list under a key that has none. The key is kept, so it should be no slice of a long text. */
  open(key: string): number {
    const list = this.#freeLists.pop() ?? this.#keys.length;
    this.#lists.set(key, list);
    this.#keys[list] = key;
    if (list >= this.#lost.length) {
      this.#lost = grown(this.#lost, list + 1);
      this.#marks = grown(this.#marks, list + 1);
    }
    return list;
  }

  /** The number of a new member. It may have been that of one that died. */
  born(): number {
    const member = this.#freeMembers.pop() ?? this.#given++;
    if (member >= this.#stamps.length) this.#stamps = grown(this.#stamps, member + 1);
    this.#stamps[member] = 0;
    return member;
  }

  isAlive(member: number): boolean {
    return this.#stamps[member] !== DEAD;
  }

  /** To be followed by `lose` for each list that the member is in, and then by `bury`. */
  die(member: number): void {
    this.#stamps[member] = DEAD;
    this.#dead.push(member);
  }

  add(list: number, member: number): void {
    this.#members.push(list, member);
  }

  /** To be called once for each member of the list that died. Whether it was the last one: the key is gone then. */
  lose(list: number): boolean {
    const lost = (this.#lost[list] ?? 0) + 1;
    this.#lost[list] = lost;
    const length = this.#members.length(list);
    if (lost === length) {
      this.#members.clear(list);
      this.#lost[list] = 0;
      this.#lists.delete(this.key(list));
      this.#keys[list] = '';
      this.#freeLists.push(list);
      return true;
    }
    if (lost * 2 > length) this.#sweep(list);
    return false;
  }

  /** Gives the numbers of the dead free once they are many. Returns whether it did. */
  bury(): boolean {
    const alive = this.#given - this.#freeMembers.length - this.#dead.length;
    if (this.#dead.length < Math.max(FEW_DEAD, alive / 4)) return false;
    for (let list = 0; list < this.#keys.length; list++)
      if ((this.#lost[list] ?? 0) > 0) this.#sweep(list);
    for (const member of this.#dead) this.#freeMembers.push(member);
    this.#dead = [];
    return true;
  }

  #sweep(list: number): void {
    this.#members.filter(list, member => this.isAlive(member));
    this.#lost[list] = 0;
  }
}
