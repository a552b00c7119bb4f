/** What is known of a claim, and the keys under which claims that say the same meet. */
import { type Saying, sayingOf } from './saying';

export interface Said {
  readonly names: readonly string[];
  /** The same for the same descriptions; `null` where there is none, or one too short to tell. */
  readonly description: string | null;
}

const known = new WeakMap<Said, readonly Saying[]>();

/** Of several names with the same words one is enough; a sentence shows its capitals and marks, a slug does not. */
export function sayingsOf(said: Said): readonly Saying[] {
  const before = known.get(said);
  if (before !== undefined) return before;
  const sayings = new Map<string, Saying>();
  for (const name of new Set(said.names)) {
    const saying = sayingOf(name);
    const key = saying.stems.join(' ');
    if (key !== '' && sayings.get(key)?.text.includes(' ') !== true) sayings.set(key, saying);
  }
  const all = [...sayings.values()];
  known.set(said, all);
  return all;
}

/** No word begins so. */
export function descriptionKey(description: string): string {
  return `"${description}`;
}

export function keysOf(said: Said | null): string[] {
  if (said === null) return [];
  const stems = sayingsOf(said).flatMap(saying => saying.stems);
  return said.description === null ? stems : [...stems, descriptionKey(said.description)];
}

export function sameSaid(a: Said | null, b: Said | null): boolean {
  if (a === null || b === null) return a === b;
  return a.description === b.description && a.names.join('\n') === b.names.join('\n');
}
