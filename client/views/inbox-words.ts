/** The words in which the inbox tells numbers, ages and what sources say. */
import type { InboxSource, InboxStatus } from '../../server/lsp/protocol';

export const statusNames: Readonly<Record<InboxStatus, string>> = {
  unprocessed: 'Waiting',
  processing: 'In Progress',
  processed: 'Done',
  'null-result': 'Null Results',
};

/** Empty where the day is not known. */
export function ageOf({ age }: InboxSource): string {
  if (age === null) return '';
  const { unit, count } = age;
  if (count === 0) return unit === 'day' ? 'today' : `this ${unit}`;
  return count > 0 ? counted(count, unit) : `in ${counted(-count, unit)}`;
}

export function counted(number: number, noun: string): string {
  return `${number.toLocaleString()} ${noun}${number === 1 ? '' : 's'}`;
}

export function joined(parts: readonly (string | null | false)[], between: string): string {
  return parts.filter(part => part !== null && part !== false && part !== '').join(between);
}

/** In one line, no longer than anybody reads. */
export function inLine(text: string, most = 300): string {
  const line = text
    .slice(0, 2 * most)
    .replace(/\s+/gu, ' ')
    .trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}

/**
 * For `appendText` of a tooltip, which escapes all but `<` and addresses: with the blanks that it keeps, VS Code would
 * make one link from an address to the end.
 */
export function unaddressed(text: string): string {
  return text.replace(/:(?=\/\/)|<|www(?=\.)/giu, '$&\u2060');
}
