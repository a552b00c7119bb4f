/** What the schema expects of a note's fields: shared by the rules about front matter. */
import { type Field, type Frontmatter, fieldOf, textOf } from '../text/frontmatter';
import type { Note } from '../text/parseNote';
import { type FieldType, type NoteType, noteType } from '../vault/schema';

/** The type that a note says it has; `undefined` where it says none or an unknown one. */
export function typeOf(note: Note): NoteType | undefined {
  const written = textOf(note.frontmatter, 'type');
  return written === undefined ? undefined : noteType(written);
}

/** The field itself, or the name under which an older note carries the same thing. */
export function fieldFor(frontmatter: Frontmatter, type: FieldType): Field | undefined {
  const names = [type.name, ...(type.oldNames ?? [])];
  const written = names.map(name => fieldOf(frontmatter, name));
  return written.find(field => field !== undefined && !isEmpty(field)) ?? written.find(Boolean);
}

/** Whether nothing is said: no value, `null`, an empty string or an empty list. */
export function isEmpty(field: Field): boolean {
  return field.values.every(value => value.data === null || value.text.trim() === '');
}
