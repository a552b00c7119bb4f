/** Shows that very many notes changed on the disk, until they are read and checked; who cancels it wants them not checked. */
import type { Connection } from 'vscode-languageserver';

/** Fewer are read and checked before anybody could cancel it. */
const MANY = 500;
/** Milliseconds between two reports. */
const REPORT_EVERY = 100;

type Progress = Awaited<ReturnType<Connection['window']['createWorkDoneProgress']>>;

export class Storm {
  /** `null` while there is no storm. */
  private progress: Promise<Progress | null> | null = null;
  private notes = 0;
  private most = 0;
  private last = 0;
  private reading = false;

  constructor(
    private readonly window: Connection['window'],
    /** How many notes are to be checked. */
    private readonly unchecked: () => number,
    private readonly cancelled: () => void,
  ) {}

  /** Whether files are taken over at this moment. */
  get isReading(): boolean {
    return this.reading;
  }

  /** Takes over files; `work` tells of how many, as it goes on. */
  async read<Result>(work: (taken: (files: number) => void) => Promise<Result>): Promise<Result> {
    this.reading = true;
    try {
      return await work(files => this.taken(files));
    } finally {
      this.reading = false;
      this.checked();
    }
  }

  private taken(files: number): void {
    this.notes += files;
    if (this.notes < MANY) return;
    this.progress ??= this.begin();
    this.report(progress => progress.report(`${this.notes} notes`));
  }

  /** Some notes were checked, or will not be. */
  checked(): void {
    if (this.reading) return;
    const left = this.unchecked();
    if (left === 0) {
      void this.progress?.then(progress => progress?.done());
      this.progress = null;
      this.notes = 0;
      this.most = 0;
    }
    if (this.progress === null) return;
    this.most = Math.max(this.most, left);
    const percentage = Math.round(100 * (1 - left / this.most));
    this.report(progress => progress.report(percentage, `${left} notes to check`));
  }

  private async begin(): Promise<Progress | null> {
    // A client may refuse to show it.
    const progress = await this.window.createWorkDoneProgress().catch(() => null);
    progress?.begin('Claimwright', 0, 'Reading changed notes', true);
    progress?.token.onCancellationRequested(() => this.cancelled());
    return progress;
  }

  private report(told: (progress: Progress) => void): void {
    if (performance.now() - this.last < REPORT_EVERY) return;
    this.last = performance.now();
    void this.progress?.then(progress => progress !== null && told(progress));
  }
}
