/** Of notes that are to be written, one for each file: a symbolic link inside the vault leads to another note. */
import { realpathSync } from 'node:fs';
import { join } from 'node:path';

/** Where several paths lead to one file, the file's own path stays, from which its links count. */
export function onePerFile<Note extends { readonly path: string }>(
  root: string,
  notes: readonly Note[],
): Note[] {
  const places = new Map(notes.map(({ path }) => [path, placeOf(join(root, path))]));
  const vault = placeOf(root);
  const isOwn = ({ path }: Note) => places.get(path) === join(vault, path);
  const byPlace = new Map<string | undefined, Note>();
  for (const note of notes) {
    const place = places.get(note.path);
    if (!byPlace.has(place) || isOwn(note)) byPlace.set(place, note);
  }
  return notes.filter(note => byPlace.get(places.get(note.path)) === note);
}

/** What is gone leads nowhere else. */
function placeOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
