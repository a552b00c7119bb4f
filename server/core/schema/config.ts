/** What a vault's settings say, ready to be asked; without a file of settings what is usual. */
import { builtinSchema } from './builtin';
import { defaultMessage, type MessageFormat } from './messageForm';
import type { Schema } from './Schema';

/** `error` fails a check, `warning` should be mended, `information` may be, `hint` is only shown in the editor. */
export const severities = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof severities)[number];

export interface Config {
  readonly schema: Schema;
  /** Domains and agents besides those that folders show. Where any is listed, no others are allowed. */
  readonly domains: readonly string[];
  readonly agents: readonly string[];
  /** Severities by rule code or family of rules. */
  readonly severity: ReadonlyMap<string, Severity | 'off'>;
  /** How commit messages are written. */
  readonly message: MessageFormat;
  /** Whether nothing is reported of a note. Links to it work all the same. */
  excludes(path: string): boolean;
}

export const defaultConfig: Config = {
  schema: builtinSchema,
  domains: [],
  agents: [],
  severity: new Map(),
  message: defaultMessage,
  excludes: () => false,
};
