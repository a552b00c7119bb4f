/** What indexes have still to take in: who loads a vault need not wait for what nobody has asked for yet. */

/** As many notes as take a few milliseconds. */
const AT_ONCE = 100;

/** Notes that one index lacks. */
export class Backlog {
  private readonly paths = new Set<string>();

  /** `take` brings a few notes into the index, as they are then. */
  constructor(
    private readonly backlogs: Backlogs,
    private readonly take: (paths: readonly string[]) => void,
  ) {}

  get size(): number {
    return this.paths.size;
  }

  add(path: string): void {
    this.paths.add(path);
  }

  /** Whether it was waiting. */
  delete(path: string): boolean {
    return this.paths.delete(path);
  }

  /** To be called before the index is asked. */
  settleIfDue(): void {
    if (!this.backlogs.early) this.settleNow();
  }

  /** Brings the index up to date, or at most about so many notes of it. */
  settleNow(most = Number.POSITIVE_INFINITY): void {
    for (let count = 0; count < most && this.paths.size > 0; ) count += this.takeSome().length;
  }

  /** The same in small steps. */
  *settle(): Generator<string> {
    while (this.paths.size > 0) yield* this.takeSome();
  }

  private takeSome(): readonly string[] {
    const some: string[] = [];
    for (const path of this.paths) if (some.push(path) === AT_ONCE) break;
    for (const path of some) this.paths.delete(path);
    this.take(some);
    return some;
  }
}

/** Those of one vault. */
export class Backlogs {
  /** Whether who asks is answered of what was taken in by then: else all of it is taken in first. */
  early = false;
  private readonly all: Backlog[] = [];

  add(take: (paths: readonly string[]) => void): Backlog {
    const backlog = new Backlog(this, take);
    this.all.push(backlog);
    return backlog;
  }

  /** How many notes wait, each counted once for every index that lacks it. */
  get size(): number {
    return this.all.reduce((sum, { size }) => sum + size, 0);
  }

  settleIfDue(): void {
    for (const each of this.all) each.settleIfDue();
  }

  *settle(): Generator<string> {
    while (this.size > 0) for (const each of this.all) yield* each.settle();
    this.early = false;
  }
}
