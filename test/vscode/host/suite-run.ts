/** What a host needs to know to run a suite. */
export interface SuiteRun {
  readonly extensionPath: string;
  /** A module that exports `run(): Promise<void>`. */
  readonly suitePath: string;
  readonly folder: string;
  /** What the tests see in `process.env`. */
  readonly env: Readonly<Record<string, string>>;
  /** Ends the run, which then counts as failed. */
  readonly signal: AbortSignal;
}
