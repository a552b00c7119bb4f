/** Claims by what makes two of them the same one. */
import type { Schema } from '../schema/Schema';
import { textOf } from '../text/frontmatter';
import type { Note } from '../text/parseNote';
import { claimKeys, saidBy } from './claimKeys';
import { type AlikeTitle, type Like, LikenessIndex } from './likeness/LikenessIndex';
import { type Said, sameSaid } from './likeness/said';
import { PathSets } from './PathSets';

/** Claims of one key are told apart up to so many; a vault with more of them was made by a machine. */
export const MOST_SAME = 20;
/** The same of claims that are like one: the titles of more were made from one template. */
export const MOST_ALIKE = 20;

export class ClaimIndex {
  private readonly paths = new PathSets();
  private readonly likeness = new LikenessIndex(MOST_ALIKE);

  replace(schema: Schema, path: string, before: Note | null, after: Note | null): void {
    for (const key of keysOf(schema, before)) this.paths.remove(key, path);
    for (const key of keysOf(schema, after)) this.paths.add(key, path);
    const said = saidIn(schema, after);
    if (sameSaid(saidIn(schema, before), said)) return;
    if (said === null) this.likeness.delete(path);
    else this.likeness.set(path, said);
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
    const [had, has] = [keysOf(schema, before), keysOf(schema, after)];
    const changed = [
      ...had.filter(key => !has.includes(key)),
      ...has.filter(key => !had.includes(key)),
    ];
    // One more or fewer of very many makes no difference to them.
    const same = changed.flatMap(key =>
      this.paths.count(key) > MOST_SAME + 2 ? [] : this.paths.get(key),
    );
    const [said, says] = [saidIn(schema, before), saidIn(schema, after)];
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
}

function keysOf(schema: Schema, note: Note | null): readonly string[] {
  return note !== null && isClaim(schema, note) ? claimKeys(note) : [];
}

function saidIn(schema: Schema, note: Note | null): Said | null {
  return note !== null && isClaim(schema, note) ? saidBy(note) : null;
}

function isClaim(schema: Schema, { frontmatter }: Note): boolean {
  const type = textOf(frontmatter, 'type');
  return type !== undefined && schema.type(type)?.name === 'claim';
}
