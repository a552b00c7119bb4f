/** Mistyped keys: which known field a key that no type has was meant for. */

import type { FieldType, NoteType } from '../../schema/NoteType';
import type { Schema } from '../../schema/Schema';
import type { Field } from '../../text/frontmatter';
import { nearest } from '../../text/nearest';
import type { Note } from '../../text/parseNote';
import type { Place } from '../rule';
import { isDate } from './dates';
import { readable, subtypeOf } from './expected';

/** Fields that any note may have: what Obsidian and others read, and `type` itself. */
const COMMON = new Set([
  'type',
  'title',
  'aliases',
  'alias',
  'tags',
  'cssclass',
  'cssclasses',
  'publish',
  'permalink',
  'id',
]);

/** A key that the note's type does not have, and the one field, not yet in the note, that it was probably meant for. */
export interface UnknownField {
  readonly field: Field;
  readonly meant: FieldType | undefined;
}

/** Nobody mistypes so many; each guess compares with every field of the type. */
const MOST_GUESSES = 20;

/** The last answer for a note: rules and their fixes ask again and again. */
const answers = new WeakMap<Note, { schema: Schema; unknown: readonly UnknownField[] }>();

/** Keys that the note's type does not have, each once. */
export function unknownFields(place: Place): readonly UnknownField[] {
  const { note } = place;
  const { schema } = place.vault.config;
  const known = answers.get(note);
  if (known?.schema === schema) return known.unknown;
  const unknown = findUnknown(place);
  answers.set(note, { schema, unknown });
  return unknown;
}

function findUnknown(place: Place): UnknownField[] {
  const { type } = place;
  const frontmatter = readable(place);
  if (type === undefined || frontmatter === null) return [];
  const written = new Set<string>();
  const unknown: Field[] = [];
  for (const field of frontmatter.fields) {
    if (!written.has(field.name) && !isKnown(type, field.name)) unknown.push(field);
    written.add(field.name);
  }
  if (unknown.length === 0) return [];
  const subtype = subtypeOf(place);
  const fields = type.fields.filter(field => !field.name.endsWith('*') && type.has(field, subtype));
  const names = fields.map(field => field.name);
  return unknown.map((field, index) => {
    const meant = index < MOST_GUESSES ? meantName(place, field.name, names) : null;
    return { field, meant: meant === null || written.has(meant) ? undefined : type.field(meant) };
  });
}

function isKnown(type: NoteType, name: string): boolean {
  return (
    COMMON.has(name) || type.field(name) !== undefined || type.fieldsOnceNamed(name).length > 0
  );
}

function meantName({ vault }: Place, name: string, names: readonly string[]): string | null {
  // A field of another type is no slip: `related` is two letters from `created`.
  const isElsewhere = vault.config.schema.types.some(each => each.field(name) !== undefined);
  if (name.length < 3 || isElsewhere) return null;
  return nearest(name.replace(/[\s-]+/gu, '_'), names, name.length < 8 ? 1 : 2);
}

/** Whether a key that looks like the field can be nothing else: long enough, and with a value that fits. */
export function isSlipFor(
  { vault }: Place,
  { name, kind, values }: Field,
  type: FieldType,
): boolean {
  const [value] = values;
  // An empty field that is required would only be the next finding.
  if (value === undefined) return type.required !== true;
  if ((kind === 'list') !== (type.list === true)) return false;
  if (name.toLowerCase() === type.name) return true;
  if (type.name === 'type') return vault.config.schema.type(value.text) !== undefined;
  if (type.list === true) return true;
  switch (type.kind) {
    case 'date':
      return isDate(value.text.trim());
    case 'choice':
      return type.open === true || type.values.some(each => each.name === value.text);
    case 'number':
      return typeof value.data === 'number';
    case 'boolean':
      return typeof value.data === 'boolean';
    case 'url':
      return value.text.includes('://');
    default:
      // In a short name one letter is much: `game` is no slip for `name`.
      return type.name.length > 4;
  }
}

/** The mistyped key that stands for a field which is missing. A note without a type has only that to miss. */
export function slipFor(place: Place, field: FieldType): Field | undefined {
  if (place.type !== undefined)
    return unknownFields(place).find(each => each.meant?.name === field.name)?.field;
  const fields = readable(place)?.fields ?? [];
  return fields.find(({ name }) => name.length > 2 && nearest(name, [field.name]) !== null);
}
