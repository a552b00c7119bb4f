/** Claims by what makes two of them the same one. */
import type { Schema } from '../schema/Schema';
import { textOf } from '../text/frontmatter';
import type { Note } from '../text/parseNote';
import { claimKeys } from './claimKeys';
import { PathSets } from './PathSets';

/** Claims of one key are told apart up to so many; a vault with more of them was made by a machine. */
export const MOST_SAME = 20;

export class ClaimIndex {
  private readonly paths = new PathSets();

  replace(schema: Schema, path: string, before: Note | null, after: Note | null): void {
    for (const key of keysOf(schema, before)) this.paths.remove(key, path);
    for (const key of keysOf(schema, after)) this.paths.add(key, path);
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
  touched(schema: Schema, before: Note | null, after: Note | null): string[] {
    const [had, has] = [keysOf(schema, before), keysOf(schema, after)];
    const changed = [
      ...had.filter(key => !has.includes(key)),
      ...has.filter(key => !had.includes(key)),
    ];
    // One more or fewer of very many makes no difference to them.
    return changed.flatMap(key =>
      this.paths.count(key) > MOST_SAME + 2 ? [] : this.paths.get(key),
    );
  }
}

function keysOf(schema: Schema, note: Note | null): readonly string[] {
  const type = note === null ? undefined : textOf(note.frontmatter, 'type');
  const isClaim = type !== undefined && schema.type(type)?.name === 'claim';
  return note !== null && isClaim ? claimKeys(note) : [];
}
