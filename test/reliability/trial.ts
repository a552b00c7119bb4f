/** What is put before Claimwright on purpose, and what came of it: a line of a table in `docs/reliability.md`. */
export interface Trial {
  /** What is put before it, in a few words. */
  readonly input: string;
  /** Who has to bear it. */
  readonly through: 'core' | 'command line' | 'server' | 'server and command line';
  /** Why it cannot be tried here, as a sentence; tried where it is missing. */
  skip?(): string | null;
  /**
   * Says what came of it, in words that are the same at each run: they stand in the document, and the tests compare
   * them. Throws where a promise is broken.
   */
  run(): Promise<string>;
}

/** Trials that belong together: a section of the document. */
export interface TrialGroup {
  /** In small letters: `npm run reliability -- --only NAME` runs these alone. */
  readonly name: string;
  /** What is promised, in a sentence or two. */
  readonly promise: string;
  readonly trials: readonly Trial[];
}
