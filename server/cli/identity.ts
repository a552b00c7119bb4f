/** What makes a finding the same one tomorrow: not where it stands nor how it is worded, but what it is about. */
import { createHash } from 'node:crypto';
import type { Found } from './findings';

export interface Identity {
  /** Path from the vault's root, with `/`. */
  readonly file: string;
  readonly code: string;
  /** Empty where the text tells what it is about. */
  readonly field: string;
  /** What the finding's span covers; of a long one the beginning and a hash. */
  readonly text: string;
}

/** Characters of the text that are kept, so that people can read a baseline. */
const KEPT = 80;

export function identityOf({ file, code, field, text }: Found): Identity {
  return { file, code, field, text: shortened(text.normalize('NFC')) };
}

/** One string for each identity; of two findings of one file with the same, one cannot be told from the other. */
export function keyOf({ file, code, field, text }: Identity): string {
  return [file, code, field, text].join('\0');
}

/** `length` hexadecimal digits. */
export function digest(text: string, length: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}

function shortened(text: string): string {
  // A character takes at most two code units.
  if (text.length <= KEPT) return text;
  const characters = [...text.slice(0, 2 * KEPT + 2)];
  if (characters.length <= KEPT && text.length <= 2 * KEPT) return text;
  return `${characters.slice(0, KEPT).join('')}… ${digest(text, 12)}`;
}
