/** Numbers that grow note by note, each with the notes behind it. */
import { ownCopy } from '../../vault/names';
import type { HealthCount, HealthNote } from './form';

interface Counted {
  readonly name: string | null;
  count: number;
  /** Side by side: of very many notes objects would be many. */
  readonly paths: string[];
  readonly counts: number[];
}

/** By key, in the order in which they came. */
export class Tally {
  private readonly all = new Map<string, Counted>();

  /** A number that is told even where it is zero. */
  expect(key: string, name: string): void {
    this.counted(key, name);
  }

  /**
   * `count` of it are in the note; `shown` is told beside the note where that is something else. All that is added of
   * one note is added before the next.
   */
  add(key: string, name: string | null, path: string, count = 1, shown = count): void {
    const counted = this.counted(key, name);
    counted.count += count;
    const last = counted.paths.length - 1;
    if (counted.paths[last] === path) counted.counts[last] = (counted.counts[last] ?? 0) + shown;
    else {
      counted.paths.push(path);
      counted.counts.push(shown);
    }
  }

  counts(): HealthCount[] {
    return Array.from(this.all, ([key, { name, count, paths }]) => {
      return { key, name, count, notes: paths.length };
    });
  }

  /** Those with most of it first, then by path; `undefined` where there is no such number. */
  notes(key: string): HealthNote[] | undefined {
    const counted = this.all.get(key);
    const notes = counted?.paths.map((path, at) => ({ path, count: counted.counts[at] ?? 0 }));
    return notes?.sort((a, b) => b.count - a.count || (a.path < b.path ? -1 : 1));
  }

  private counted(key: string, name: string | null): Counted {
    const known = this.all.get(key);
    if (known !== undefined) return known;
    const own = name === null ? null : ownCopy(name);
    const made: Counted = { name: own, count: 0, paths: [], counts: [] };
    this.all.set(ownCopy(key), made);
    return made;
  }
}
