/** How far a long step is: one line on a terminal, rewritten and in the end wiped; nothing anywhere else. */
const INTERVAL = 80;

export class Progress {
  private readonly out = process.stderr;
  private shown = 0;
  private done = 0;

  constructor(
    private readonly action: string,
    private readonly total: number,
  ) {}

  step(): void {
    this.done++;
    if (!this.out.isTTY) return;
    const now = Date.now();
    if (now - this.shown < INTERVAL) return;
    this.shown = now;
    this.out.write(`\r\u001b[K${this.action} ${this.done}/${this.total}`);
  }

  end(): void {
    if (this.shown > 0) this.out.write('\r\u001b[K');
  }
}
