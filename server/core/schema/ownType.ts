/** A note type of a vault's settings under examination, and how words that must be known are examined. */
import { nearest } from '../text/nearest';
import { drop, type Findings, type Part, type Path, textOf } from './configParts';
import type { Entries } from './configTree';
import type { NoteType } from './NoteType';

/** A type of the settings, with what the built-in type of its name says already. */
export interface OwnType {
  readonly tree: Entries;
  readonly path: Path;
  readonly type: NoteType;
  /** Names of all types. */
  readonly types: readonly string[];
}

/** Refuses words that are not among those known. */
export function expectKnown(
  parts: readonly Part[],
  known: readonly string[],
  what: string,
  found: Findings,
): void {
  for (const part of parts) {
    const word = textOf(part);
    if (known.includes(word)) continue;
    const meant = nearest(word, known);
    const asked = meant === null ? '' : ` Did you mean \`${meant}\`?`;
    found.refuse(part, `There is no ${what} \`${word}\`.${asked}`, meant);
  }
}

/** The same for the names of entries. */
export function expectKnownNames(
  parts: readonly Part[],
  known: readonly string[],
  what: string,
  found: Findings,
): void {
  for (const part of parts) {
    if (part.entry === null || known.includes(part.entry.name)) continue;
    const { name, key } = part.entry;
    const meant = nearest(name, known);
    const asked = meant === null ? '' : ` Did you mean \`${meant}\`?`;
    found.tell(key, `There is no ${what} \`${name}\`.${asked}`, 'error', meant);
    drop(part);
  }
}
