/** What is known of a claim, and the keys under which claims that say the same meet. */
import { type Saying, sayingOf } from './saying';

export interface Said {
  readonly names: readonly string[];
  /** In a form in which two of them can be compared; `null` where there is none, or one too short to tell. */
  readonly description: string | null;
}

/** Of several names with the same words one is enough; a sentence shows its capitals and marks, a slug does not. */
export function sayingsOf(names: readonly string[]): Saying[] {
  const sayings = new Map<string, Saying>();
  for (const name of names) {
    const saying = sayingOf(name);
    const key = saying.stems.join(' ');
    const known = sayings.get(key);
    if (key !== '' && known?.text.includes(' ') !== true) sayings.set(key, saying);
  }
  return [...sayings.values()];
}

/** No word begins so. */
export function descriptionKey(description: string): string {
  return `"${description}`;
}

export function keysOf(said: Said | null): string[] {
  if (said === null) return [];
  const { names, description } = said;
  const stems = sayingsOf(names).flatMap(saying => saying.stems);
  return description === null ? stems : [...stems, descriptionKey(description)];
}

export function sameSaid(a: Said | null, b: Said | null): boolean {
  if (a === null || b === null) return a === b;
  return a.description === b.description && a.names.join('\n') === b.names.join('\n');
}
