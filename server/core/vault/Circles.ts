/** The notes that rest on each other in circles, kept exact as what each of them rests on changes. */
import { strongComponents } from './strongComponents';

const none: readonly string[] = [];

export class Circles {
  private readonly below = new Map<string, readonly string[]>();
  /** How many notes rest on each. */
  private readonly above = new Map<string, number>();
  private readonly circles = new Map<string, ReadonlySet<string>>();

  /** All notes that this one rests on and that rest on it, itself included; `undefined` where there are none. */
  around(path: string): ReadonlySet<string> | undefined {
    return this.circles.get(path);
  }

  /** The notes that it rests on, in the order of its links, each once. */
  restsOn(path: string): readonly string[] {
    return this.below.get(path) ?? none;
  }

  /**
   * Takes over what notes rest on now, and returns the notes of all circles that came, changed or went. Where nothing
   * differs nothing is walked; else what lies below the notes that differ.
   */
  update(notes: Iterable<readonly [path: string, restsOn: readonly string[]]>): Set<string> {
    const roots = new Set<string>();
    const touched = new Set<string>();
    for (const [path, now] of notes) {
      if (!this.replace(path, now)) continue;
      roots.add(path);
      for (const member of this.circles.get(path) ?? none) touched.add(member);
    }
    for (const member of touched) {
      roots.add(member);
      this.circles.delete(member);
    }
    // A note on which none rests is in no circle.
    const inside = [...roots].filter(path => this.above.has(path) && this.below.has(path));
    for (const circle of strongComponents(inside, path => this.restsOn(path))) {
      for (const member of circle) {
        if (this.circles.get(member)?.size === circle.size) break;
        this.circles.set(member, circle);
        touched.add(member);
      }
    }
    return touched;
  }

  /** Whether it differs. */
  private replace(path: string, now: readonly string[]): boolean {
    const before = this.restsOn(path);
    if (before.length === now.length && before.every((each, at) => each === now[at])) return false;
    for (const each of before) this.count(each, -1);
    for (const each of now) this.count(each, 1);
    if (now.length === 0) this.below.delete(path);
    else this.below.set(path, now);
    return true;
  }

  private count(path: string, step: 1 | -1): void {
    const count = (this.above.get(path) ?? 0) + step;
    if (count === 0) this.above.delete(path);
    else this.above.set(path, count);
  }
}
