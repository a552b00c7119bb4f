/** What of a vault would differ if files stood elsewhere and notes had other texts. */
import { type Entry, entryOf, movedEntry } from './entry';

export interface Imagined {
  /** What is there now, by path. */
  readonly before: ReadonlyMap<string, Entry>;
  readonly after: ReadonlyMap<string, Entry>;
}

/**
 * Both by the paths of now; all moves at once, so that files may change places. A text where nothing is makes a note.
 * `entryAt` tells what is at a path.
 */
export function imagined(
  entryAt: (path: string) => Entry | undefined,
  moves: ReadonlyMap<string, string>,
  texts: ReadonlyMap<string, string>,
  relations: ReadonlySet<string>,
): Imagined {
  const before = new Map<string, Entry>();
  const after = new Map<string, Entry>();
  for (const path of new Set([...moves.keys(), ...texts.keys()])) {
    const entry = entryAt(path);
    const text = texts.get(path);
    if (entry === undefined) {
      if (text !== undefined) after.set(path, entryOf({ kind: 'set', path, text }, relations));
      continue;
    }
    const to = moves.get(path) ?? path;
    const there = entryAt(to);
    if (there !== undefined) before.set(to, there);
    before.set(path, entry);
    const moved =
      text === undefined
        ? movedEntry(entry, to)
        : entryOf({ kind: 'set', path: to, text }, relations);
    after.set(to, moved);
  }
  return { before, after };
}
