/** What the notes of a vault rest on and say of each other, kept exact as links and what they lead to change. */
import type { Backlog, Backlogs } from './Backlog';
import { Circles } from './Circles';
import { Relations } from './Relations';
import { foundationsIn, type Relation } from './relationsIn';

export class Argument {
  /** As far as it was taken in. */
  circles = new Circles();
  private said = new Relations();
  private readonly backlog: Backlog;
  private begun = false;

  /** `relationsOf` tells what a note says now, nothing for one that is gone. */
  constructor(
    backlogs: Backlogs,
    private readonly relationsOf: (path: string) => readonly Relation[],
  ) {
    this.backlog = backlogs.add(paths => this.update(paths, null));
  }

  get settledCircles(): Circles {
    this.backlog.settleIfDue();
    return this.circles;
  }

  get relations(): Relations {
    this.backlog.settleIfDue();
    return this.said;
  }

  /** Whether it has read any note: until then all that say something of others wait, whatever these are called by then. */
  get hasBegun(): boolean {
    return this.begun;
  }

  /** These notes will be read when it is asked for. */
  readLater(paths: Iterable<string>): void {
    for (const path of paths) this.backlog.add(path);
  }

  /**
   * Reads what these notes say. Returns the notes of which something else is to be told, `restated` being those that
   * say something else of themselves; `null` where nobody asks.
   */
  update(paths: Iterable<string>, restated: ReadonlySet<string> | null): ReadonlySet<string> {
    this.begun = true;
    const said = Array.from(paths, (path): readonly [string, readonly Relation[]] => {
      this.backlog.delete(path);
      return [path, this.relationsOf(path)];
    });
    const circles = this.circles.update(said.map(([path, all]) => [path, foundationsIn(all)]));
    if (restated !== null) return new Set([...circles, ...this.said.update(said, restated)]);
    this.said.replace(said);
    return circles;
  }

  /** Reads all notes again. */
  renew(notes: Iterable<string>): void {
    this.circles = new Circles();
    this.said = new Relations();
    this.readLater(notes);
  }
}
