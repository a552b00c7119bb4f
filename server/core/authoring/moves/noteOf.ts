/** The note that a move is about, where it can be read and changed. */
import type { NoteType } from '../../schema/NoteType';
import { textOf } from '../../text/frontmatter';
import type { Note } from '../../text/parseNote';
import { displayTitle } from '../../vault/noteNames';
import { frontmatterFault } from '../edits/fieldEdit';
import type { Author, RefusedMove } from './Author';

export interface AuthoredNote {
  readonly note: Note;
  readonly text: string;
  /** What the note says that it is; `undefined` where it says nothing known. */
  readonly type: NoteType | undefined;
}

/** The author's own note, or another one at `path`. */
export function noteOf(
  { vault, read, path: own }: Author,
  path: string | null = own,
): AuthoredNote | RefusedMove {
  if (path === null) return { refused: 'Open the note that this is about.' };
  const note = vault.note(path);
  const text = read(path);
  if (note === undefined || text === null)
    return { refused: `“${path}” is no note of this vault.` };
  const written = textOf(note.frontmatter, 'type');
  return {
    note,
    text,
    type: written === undefined ? undefined : vault.config.schema.type(written),
  };
}

/** The same where its front matter can be changed. */
export function fieldsOf(author: Author, path?: string): AuthoredNote | RefusedMove {
  const found = noteOf(author, path);
  if (isRefusedMove(found)) return found;
  const fault = frontmatterFault(found.note.frontmatter);
  return fault === null ? found : faulty(found.note, fault);
}

/** `fault` is the end of a sentence about the note. */
export function faulty(note: Note, fault: string): RefusedMove {
  return { refused: `“${displayTitle(note)}” ${fault}.` };
}

export function isRefusedMove<Found extends object>(
  found: Found | RefusedMove,
): found is RefusedMove {
  return 'refused' in found;
}
