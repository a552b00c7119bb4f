/** Claims by what makes two of them the same one. */
import type { Schema } from '../schema/Schema';
import { textOf } from '../text/frontmatter';
import type { Note } from '../text/parseNote';
import { type Called, calledBy, claimKeys } from './claimKeys';
import { type AlikeTitle, type Like, LikenessIndex } from './likeness/LikenessIndex';
import { sameSaid } from './likeness/said';
import { PathSets } from './PathSets';

/** Claims of one key are told apart up to so many; a vault with more of them was made by a machine. */
export const MOST_SAME = 20;
/** The same of claims that are like one: the titles of more were made from one template. */
export const MOST_ALIKE = 20;

export class ClaimIndex {
  private readonly paths = new PathSets();
  private readonly likeness = new LikenessIndex(MOST_ALIKE);
  /** The notes read last, as each is asked for several times at each change. */
  private recent: readonly (readonly [Schema, Note, Called | null])[] = [];

  replace(schema: Schema, path: string, before: Note | null, after: Note | null): void {
    const [was, is] = [this.read(schema, before), this.read(schema, after)];
    if (!sameKeys(keysOf(was), keysOf(is))) {
      for (const key of keysOf(was)) this.paths.remove(key, path);
      for (const key of keysOf(is)) this.paths.add(key, path);
    }
    if (sameSaid(was?.said ?? null, is?.said ?? null)) return;
    if (is === null) this.likeness.delete(path);
    else this.likeness.set(path, is.said);
  }

  /** Other claims that may say the same as this one in other words, the likest first; none for one given up, and `null` for one of very many. */
  alike(path: string): AlikeTitle[] | null {
    return this.likeness.alike(path);
  }

  /** At most `limit` claims that a title, whole or half typed, may say again, the likest first. */
  likeTitle(title: string, limit: number): Like[] {
    return this.likeness.typed(title, limit);
  }

  /** The claims that are the same as this one; `null` where there are more than `MOST_SAME` others. */
  same(note: Note): string[] | null {
    const others = new Set<string>();
    for (const key of claimKeys(note)) {
      if (this.paths.count(key) > MOST_SAME + 1) return null;
      for (const each of this.paths.each(key)) if (each !== note.path) others.add(each);
    }
    return [...others].sort();
  }

  /** Of a claim whose keys changed: the others of which something else is told now. */
  touched(schema: Schema, path: string, before: Note | null, after: Note | null): string[] {
    const [was, is] = [this.read(schema, before), this.read(schema, after)];
    const [had, has] = [keysOf(was), keysOf(is)];
    const changed = [
      ...had.filter(key => !has.includes(key)),
      ...has.filter(key => !had.includes(key)),
    ];
    // One more or fewer of very many makes no difference to them.
    const same = changed.flatMap(key =>
      this.paths.count(key) > MOST_SAME + 2 ? [] : this.paths.get(key),
    );
    const [said, says] = [was?.said ?? null, is?.said ?? null];
    if (sameSaid(said, says)) return same;
    const states = [...(said ? [had] : []), ...(says ? [has] : [])];
    const alike = [...this.likeness.touched(path, said, says)].filter(
      each => !states.every(keys => this.isOneOfMany(keys, each)),
    );
    return [...same, ...alike];
  }

  /** Of very many claims that are the same none is told that another is like it. */
  private isOneOfMany(keys: readonly string[], path: string): boolean {
    return keys.some(key => this.paths.count(key) > MOST_SAME + 2 && this.paths.has(key, path));
  }

  private read(schema: Schema, note: Note | null): Called | null {
    if (note === null || !isClaim(schema, note)) return null;
    const known = this.recent.find(([by, of]) => by === schema && of === note);
    if (known !== undefined) return known[2];
    const called = calledBy(note);
    this.recent = [[schema, note, called], ...this.recent.slice(0, 1)];
    return called;
  }
}

function keysOf(called: Called | null): readonly string[] {
  return called?.keys ?? [];
}

function sameKeys(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key, at) => key === b[at]);
}

function isClaim(schema: Schema, { frontmatter }: Note): boolean {
  const type = textOf(frontmatter, 'type');
  return type !== undefined && schema.type(type)?.name === 'claim';
}
