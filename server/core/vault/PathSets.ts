/** Sets of strings by key: one string as it is, as nearly all are, a few as a list, and only many as a set. */

type Paths = string | readonly string[] | Set<string>;

/** A set costs several times what a list does; longer lists are slow to look through. */
const MOST_LISTED = 32;

const none: readonly string[] = [];

export class PathSets<Key extends string | number = string> {
  private readonly sets = new Map<Key, Paths>();

  /** They stay as they are while the sets change. */
  get(key: Key): readonly string[] {
    const paths = this.sets.get(key);
    if (paths === undefined) return none;
    if (typeof paths === 'string') return [paths];
    return isList(paths) ? paths : [...paths];
  }

  /** The same without a copy of a large set. */
  each(key: Key): Iterable<string> {
    const paths = this.sets.get(key);
    return paths === undefined ? none : typeof paths === 'string' ? [paths] : paths;
  }

  has(key: Key, path: string): boolean {
    const paths = this.sets.get(key);
    if (paths === undefined) return false;
    if (typeof paths === 'string') return paths === path;
    return isList(paths) ? paths.includes(path) : paths.has(path);
  }

  hasAny(key: Key): boolean {
    return this.sets.has(key);
  }

  /** How many paths stand under the key. */
  count(key: Key): number {
    const paths = this.sets.get(key);
    if (paths === undefined) return 0;
    if (typeof paths === 'string') return 1;
    return isList(paths) ? paths.length : paths.size;
  }

  keys(): Iterable<Key> {
    return this.sets.keys();
  }

  /** Whether the key had nothing before. */
  add(key: Key, path: string): boolean {
    const known = this.addToKnown(key, path);
    if (!known) this.addNew(key, path);
    return !known;
  }

  /** Under a key that has nothing; it is kept as it is. */
  addNew(key: Key, path: string): void {
    this.sets.set(key, path);
  }

  /** Returns `false`, and adds nothing, where the key has nothing yet. */
  addToKnown(key: Key, path: string): boolean {
    const paths = this.sets.get(key);
    if (paths === undefined) return false;
    if (typeof paths === 'string') {
      if (paths !== path) this.sets.set(key, [paths, path]);
    } else if (!isList(paths)) paths.add(path);
    else if (!paths.includes(path)) {
      const more = [...paths, path];
      this.sets.set(key, more.length > MOST_LISTED ? new Set(more) : more);
    }
    return true;
  }

  /** Whether the key has nothing left; an empty set is no entry. */
  remove(key: Key, path: string): boolean {
    const paths = this.sets.get(key);
    if (paths === undefined) return true;
    if (typeof paths === 'string') {
      if (paths === path) this.sets.delete(key);
      return paths === path;
    }
    this.sets.set(key, without(paths, path));
    return false;
  }
}

function isList(paths: readonly string[] | Set<string>): paths is readonly string[] {
  return Array.isArray(paths);
}

/** Of two paths or more. A set becomes a list again where it has shrunk a good deal. */
function without(paths: readonly string[] | Set<string>, path: string): Paths {
  if (!isList(paths)) {
    paths.delete(path);
    return paths.size > MOST_LISTED / 2 ? paths : [...paths];
  }
  const left = paths.filter(each => each !== path);
  return left.length === 1 ? (left[0] ?? left) : left;
}
