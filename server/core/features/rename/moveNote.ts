/** Moves one note, and has it say a title that its file name need not tell any more. */

import { type Arranged, rearrange } from '../../authoring/edits/rearrange';
import type { ReadText } from '../../authoring/edits/VaultEdit';
import type { Note } from '../../text/parseNote';
import type { TextEdit } from '../../text/span';
import { wordEdit } from '../../text/yamlText';
import { names } from '../../vault/fileName';
import type { Vault } from '../../vault/Vault';
import { insertedTitle } from './insertedTitle';
import { refusal, titlesIn } from './renameNote';

/** `to` is a path; `title` is `null` where what the note says of itself stays. */
export function moveNote(
  vault: Vault,
  note: Note,
  to: string,
  title: string | null,
  read: ReadText,
): Arranged {
  const refused = refusal(vault, note.path, to);
  if (refused !== null) return refused;
  const moves = new Map(to === note.path ? [] : [[note.path, to]]);
  const edits = title === null ? [] : retitled(vault, note, title, read);
  if (edits === null) return { refused: 'This note has no place for its whole title.' };
  return rearrange(vault, moves, new Map(edits.length === 0 ? [] : [[note.path, edits]]), read);
}

/** Whether the note says its title itself, and not by its file name alone. */
export function saysTitle(note: Note): boolean {
  const { field, heading } = titlesIn(note);
  return field !== null || heading !== null;
}

/** The titles that said what the file name says, or for want of these the one that readers see. */
function retitled(vault: Vault, note: Note, title: string, read: ReadText): TextEdit[] | null {
  const { file, field, heading } = titlesIn(note);
  if (field === null && heading === null) {
    const inserted = insertedTitle(vault, note, title, read);
    return inserted && [inserted];
  }
  const agrees = (part: { readonly text: string } | null) =>
    part !== null && names(file, part.text);
  const none = !agrees(field) && !agrees(heading);
  const edits: TextEdit[] = [];
  if (field !== null && (agrees(field) || none)) edits.push(wordEdit(field, title));
  if (heading !== null && (agrees(heading) || (none && field === null)))
    edits.push({ span: heading.content, newText: title });
  const text = read(note.path);
  return edits.filter(({ span, newText }) => text?.slice(span.start, span.end) !== newText);
}
