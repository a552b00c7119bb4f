/** Does work when nothing changed for a while, or changes have gone on for long; never twice at once. */
export class Quiet {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private since = 0;
  private running = false;
  private again = false;

  constructor(
    /** Milliseconds without a change. */
    private readonly quiet: number,
    /** Milliseconds after which changes without a pause are taken up all the same. */
    private readonly patience: number,
    private readonly work: () => Promise<void>,
  ) {}

  /** Something changed. */
  wake(): void {
    this.again = true;
    if (this.running) return;
    const now = performance.now();
    if (this.timer === undefined) this.since = now;
    else clearTimeout(this.timer);
    const wait = Math.max(0, Math.min(this.quiet, this.since + this.patience - now));
    this.timer = setTimeout(() => void this.run(), wait);
  }

  /** Begins without waiting, unless it is about to be done anyway. */
  start(): void {
    if (!this.running && this.timer === undefined) void this.run();
  }

  private async run(): Promise<void> {
    this.timer = undefined;
    this.running = true;
    this.again = false;
    try {
      await this.work();
    } finally {
      this.running = false;
    }
    if (this.again) this.wake();
  }
}
