/** Options that commands share, and how their values are read. */
import { enumeration } from '../core/text/enumeration';
import { cacheOptions } from './cacheOptions';
import { type Option, UsageError, type Values } from './command';

/** Every command takes these. */
export const common = {
  ...cacheOptions,
  json: { type: 'boolean', help: 'the same as --format json: one document for programs' },
  color: {
    type: 'string',
    value: 'WHEN',
    help: 'auto (default: on a terminal, unless NO_COLOR is set), always or never',
  },
  help: { type: 'boolean', short: 'h', help: 'show this help' },
} as const satisfies Record<string, Option>;

export const formatOption: Option = {
  type: 'string',
  value: 'FORMAT',
  help: 'pretty (default) or json: one document, lines and characters zero-based',
};

export function formatOf(values: Values): 'pretty' | 'json' {
  return choiceOf(values, 'format', ['pretty', 'json'], 'pretty');
}

/** The value of an option that takes one of a few words. */
export function choiceOf<T extends string>(
  values: Values,
  name: string,
  choices: readonly T[],
  fallback: T,
): T {
  const value = values[name];
  if (value === undefined) return fallback;
  const chosen = choices.find(choice => choice === value);
  if (chosen !== undefined) return chosen;
  throw new UsageError(`--${name} takes ${enumeration(choices)}, not "${value}".`);
}

/** The values of an option that may be repeated. */
export function listOf(values: Values, name: string): string[] {
  const value = values[name];
  return Array.isArray(value) ? value.map(String) : [];
}
