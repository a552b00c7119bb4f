/** What a command of the command line is: what its help says, which options it takes, and what it does. */
import type { Paint } from './paint';

export interface Option {
  readonly type: 'string' | 'boolean';
  readonly multiple?: boolean;
  readonly short?: string;
  /** What help calls the value of a `string`. */
  readonly value?: string;
  readonly help: string;
}

/** By long name; only what the command line set. */
export type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

export interface Request {
  readonly values: Values;
  readonly operands: readonly string[];
  readonly paint: Paint;
  /** The day as the user's clock has it, `YYYY-MM-DD`. */
  readonly today: string;
  /** Tells the user a sentence beside the output. */
  tell(sentence: string): void;
}

export interface Outcome {
  /** All that goes to standard output. */
  readonly output: string;
  /** 1 where findings of severity error are reported or left, 2 where not all of it could be done. */
  readonly status: 0 | 1 | 2;
}

/** What stands in a JSON document, by name; one that is not always there ends in `?`. */
export type Members = Readonly<Record<string, string>>;

export interface Command {
  /** Its line in the list of commands. */
  readonly summary: string;
  /** The operands as help writes them, for example `[VAULT] [GLOB…]`. */
  readonly operands: string;
  /** What help says between the usage and the options. */
  readonly description: string;
  readonly options: Readonly<Record<string, Option>>;
  /** What `--json` writes, and with which options it is another document. */
  readonly json: readonly { readonly with: string; readonly members: Members }[];
  run(request: Request): Outcome;
}

/** Something the user has to mend; its message is a sentence for them. Ends with status 2. */
export class Failure extends Error {}

/** The command line is wrong, so help is worth a hint. */
export class UsageError extends Failure {}
