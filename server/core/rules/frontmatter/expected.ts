/** What the schema expects of a note's fields: shared by the rules about front matter. */

import type { FieldType } from '../../schema/NoteType';
import {
  type Field,
  type Frontmatter,
  fieldOf,
  isYaml,
  textOf,
  type Value,
} from '../../text/frontmatter';
import type { Place } from '../rule';

/** The field itself, or the name under which an older note carries the same thing. */
export function fieldFor(frontmatter: Frontmatter, type: FieldType): Field | undefined {
  const today = fieldOf(frontmatter, type.name);
  if (today !== undefined && !isEmpty(today)) return today;
  if (type.legacy.length === 0) return today;
  const names = [type.name, ...type.legacy];
  const written = names.map(name => fieldOf(frontmatter, name));
  return written.find(field => field !== undefined && !isEmpty(field)) ?? written.find(Boolean);
}

/** Whether nothing is said: no value, `null`, an empty string or an empty list. */
export function isEmpty(field: Field): boolean {
  return field.kind !== 'map' && field.values.every(isBlank);
}

function isBlank(value: Value): boolean {
  return value.data === null || value.text.trim() === '';
}

/** The front matter where all of it could be read; else `null`, as what seems to be missing may only be unread. */
export function readable({ note }: Place): Frontmatter | null {
  const { frontmatter } = note;
  return frontmatter !== null && frontmatter.problems.length === 0 && isYaml(frontmatter)
    ? frontmatter
    : null;
}

/** The sub-type that the note says it has. */
export function subtypeOf({ type, note }: Place): string | undefined {
  return type?.subtype === undefined ? undefined : textOf(note.frontmatter, type.subtype);
}

/** A field of the note with what the schema says of it. */
export interface TypedField {
  readonly field: Field;
  readonly type: FieldType;
  /** Whether it stands under the name that older notes carry. */
  readonly old: boolean;
}

/** Nearly every rule asks for them. */
const answers = new WeakMap<Place, readonly TypedField[]>();

/** The fields that the schema knows, those under the names of older notes included, each once. */
export function typedFields(place: Place): readonly TypedField[] {
  const known = answers.get(place);
  if (known !== undefined) return known;
  const typed = findTyped(place);
  answers.set(place, typed);
  return typed;
}

function findTyped({ type, note }: Place): TypedField[] {
  if (type === undefined) return [];
  const seen = new Set<string>();
  const typed: TypedField[] = [];
  for (const field of note.frontmatter?.fields ?? []) {
    if (seen.has(field.name)) continue;
    seen.add(field.name);
    const meant = type.fieldMeant(field.name);
    if (meant === undefined) continue;
    typed.push({ field, type: meant, old: type.field(field.name) === undefined });
  }
  return typed;
}

/** The values of a field that are no blanks, and those of maps in it left out. */
export function saidBy(field: Field): readonly Value[] {
  if (field.kind === 'map') return [];
  return field.values.filter(value => value.under === undefined && !isBlank(value));
}

/** The name with its article, as in “an entity”. */
export function withArticle(name: string): string {
  return `${/^[aeiou]/iu.test(name) ? 'an' : 'a'} ${name}`;
}
