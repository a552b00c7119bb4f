/** What is fuzzed: inputs that have the structure of real ones, and what must hold of each. */
import type fc from 'fast-check';

export interface Target<Input = unknown> {
  /** `npm run fuzz -- --only NAME` runs it alone. */
  readonly name: string;
  /** What it is fed with, and what must hold, in a few words each: columns of the table in the document. */
  readonly feeds: string;
  readonly holds: string;
  /** How many of each thousand cases it gets: fewer where one costs more. */
  readonly weight: number;
  /** Plain data, as JSON has it, so that a case can be kept in a file. */
  readonly input: fc.Arbitrary<Input>;
  /** Throws, at once or later, where what must hold does not. */
  check(input: Input): unknown;
  /** Ends what the cases share. Throws where that is not as it must be. */
  close?(): void | Promise<void>;
}

/** Forgets the type of the input, so that targets stand in one table. */
export function target<Input>(fuzzed: Target<Input>): Target {
  return fuzzed as Target;
}
