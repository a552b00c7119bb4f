/** What the front matter of a type must look like, as zod schemas: to validate notes elsewhere, and for JSON Schema. */
import * as z from 'zod';
import { configForm } from './configForm';
import type { FieldType, NoteType } from './NoteType';

/** Parsed YAML has `null` for an empty value. */
const blank = [z.null(), z.literal('')];
/** Words that look like a number or a truth value are one to YAML. */
const words = [z.string().regex(/\S/), z.number(), z.boolean()];
const dates = [
  z.iso.date(),
  z.string().regex(/^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/),
  z.string().regex(/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/),
  z.int().min(1000).max(9999),
];

/** The schema of a whole field that says something: one value or a list of them. */
export function valueSchema(field: FieldType): z.ZodType {
  return anyOf(alternatives(field));
}

function alternatives(field: FieldType): readonly z.ZodType[] {
  const isList = field.list === true && field.kind !== 'any' && field.kind !== 'map';
  return isList ? [z.array(anyOf(valuesOf(field)))] : valuesOf(field);
}

function valuesOf(field: FieldType): readonly z.ZodType[] {
  switch (field.kind) {
    case 'choice':
      return choices(field);
    case 'date':
      return dates;
    case 'number':
      return [z.number()];
    case 'boolean':
      return [z.boolean()];
    case 'url':
      return [z.url()];
    case 'map':
      return [z.record(z.string(), z.unknown())];
    case 'any':
      return [z.unknown()];
    default:
      return words;
  }
}

function anyOf(schemas: readonly z.ZodType[]): z.ZodType {
  const [only, ...more] = schemas;
  return only !== undefined && more.length === 0 ? only : z.union(schemas);
}

function choices({ values, open }: FieldType): readonly z.ZodType[] {
  const [first, ...more] = values.flatMap(value => asYamlReads(value.name));
  if (first === undefined) return words;
  const choice = z.literal([first, ...more]);
  return open === true ? [choice, ...words] : [choice];
}

function asYamlReads(word: string): (string | number | boolean)[] {
  if (word === 'true' || word === 'false') return [word, word === 'true'];
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/u.test(word) ? [word, Number(word)] : [word];
}

/**
 * The schema of the parsed front matter under the names of today. Other fields may stand beside these; what only
 * some sub-types need, or only some states, it does not ask for.
 */
export function noteSchema(type: NoteType): z.ZodType {
  const fields = type.fields.filter(field => !field.name.endsWith('*') && field.name !== 'type');
  const shape = Object.fromEntries(fields.map(field => [field.name, fieldSchema(field)]));
  const name = z.literal(type.name).describe('What sort of note it is.');
  return z.looseObject({ type: name, ...shape }).describe(type.meaning);
}

function fieldSchema(field: FieldType): z.ZodType {
  const required = field.required === true && field.for === undefined;
  const schema = required
    ? valueSchema(field)
    : anyOf([...alternatives(field), ...blank]).optional();
  return schema.describe(described(field));
}

/** The meaning, with that of each word it takes. */
function described({ meaning, values }: FieldType): string {
  const explained = values.filter(value => value.meaning !== null);
  return [meaning, ...explained.map(value => `- ${value.name}: ${value.meaning}`)].join('\n');
}

/** JSON Schema of the front matter of a type, as editors and validators of YAML read it. */
export function noteJsonSchema(type: NoteType): object {
  const title = `Front matter of a note of type ${type.name}`;
  return { title, ...z.toJSONSchema(noteSchema(type), { target: 'draft-7' }) };
}

/** JSON Schema of `.claimwright.yaml`. */
export function configJsonSchema(): object {
  const schema = z.toJSONSchema(configForm, { target: 'draft-7', io: 'input' });
  return { title: 'Settings of a claim vault', ...schema };
}
