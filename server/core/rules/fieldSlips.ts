/** Mistyped keys: which known field a key that no type has was meant for. */

import type { FieldType, NoteType } from '../schema/NoteType';
import type { Field } from '../text/frontmatter';
import { nearest } from '../text/nearest';
import { isDate } from './dates';
import { readable, subtypeOf } from './expected';
import type { Place } from './rule';

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

/** Keys that the note's type does not have, each once. */
export function unknownFields(place: Place): Field[] {
  const { type } = place;
  const frontmatter = readable(place);
  if (type === undefined || frontmatter === null) return [];
  const seen = new Set<string>();
  return frontmatter.fields.filter(({ name }) => {
    if (seen.has(name)) return false;
    seen.add(name);
    return !isKnown(type, name);
  });
}

function isKnown(type: NoteType, name: string): boolean {
  return (
    COMMON.has(name) || type.field(name) !== undefined || type.fieldsOnceNamed(name).length > 0
  );
}

/** The one field of the type, not yet in the note, that the key was probably meant for. */
export function meantField(place: Place, { name }: Field): FieldType | undefined {
  const { type, note, vault } = place;
  // A field of another type is no slip: `related` is two letters from `created`.
  const isElsewhere = vault.config.schema.types.some(each => each.field(name) !== undefined);
  if (type === undefined || name.length < 3 || isElsewhere) return undefined;
  const written = new Set(note.frontmatter?.fields.map(field => field.name));
  const subtype = subtypeOf(place);
  const fields = type.fields.filter(field => !field.name.endsWith('*') && type.has(field, subtype));
  const words = fields.map(field => field.name);
  const meant = nearest(name.replace(/[\s-]+/gu, '_'), words, name.length < 8 ? 1 : 2);
  return meant === null || written.has(meant) ? undefined : type.field(meant);
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
    return unknownFields(place).find(each => meantField(place, each)?.name === field.name);
  const fields = readable(place)?.fields ?? [];
  return fields.find(({ name }) => name.length > 2 && nearest(name, [field.name]) !== null);
}
