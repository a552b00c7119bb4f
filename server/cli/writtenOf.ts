/** Writes mended notes to the disk, each of them only where it is still what was mended. */
import type { FixedNote } from '../core/features/fixes/fixNote';
import { writeNote } from './writeNote';

/** Returns those that were written; `tell` hears of each that was not. */
export function writtenOf(
  root: string,
  notes: readonly FixedNote[],
  tell: (sentence: string) => void,
): FixedNote[] {
  return notes.filter(({ path, before, after }) => {
    const refused = writeNote(root, path, before, after);
    if (refused !== null) tell(`“${path}” ${refused}: it was left as it is.`);
    return refused === null;
  });
}
