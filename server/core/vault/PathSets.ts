/** Sets of strings by key; a set of one, as nearly all are, is kept without a set around it. */
export class PathSets {
  private readonly sets = new Map<string, string | Set<string>>();

  get(key: string): readonly string[] {
    const set = this.sets.get(key);
    return set === undefined ? [] : typeof set === 'string' ? [set] : [...set];
  }

  /** The same without a copy of the set. */
  *each(key: string): Generator<string> {
    const set = this.sets.get(key);
    if (typeof set === 'string') yield set;
    else if (set !== undefined) yield* set;
  }

  has(key: string, path: string): boolean {
    const set = this.sets.get(key);
    return typeof set === 'object' ? set.has(path) : set === path;
  }

  /** How many paths stand under the key. */
  count(key: string): number {
    const set = this.sets.get(key);
    return set === undefined ? 0 : typeof set === 'string' ? 1 : set.size;
  }

  keys(): Iterable<string> {
    return this.sets.keys();
  }

  /** Whether the key had nothing before. */
  add(key: string, path: string): boolean {
    const set = this.sets.get(key);
    if (set === undefined) this.sets.set(key, path);
    else if (typeof set !== 'string') set.add(path);
    else if (set !== path) this.sets.set(key, new Set([set, path]));
    return set === undefined;
  }

  /** Whether the key has nothing left; an empty set is no entry. */
  remove(key: string, path: string): boolean {
    const set = this.sets.get(key);
    if (typeof set === 'object') {
      set.delete(path);
      if (set.size > 0) return false;
    } else if (set !== path) return set === undefined;
    this.sets.delete(key);
    return true;
  }
}
