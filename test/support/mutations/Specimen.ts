/** A valid note that faults are put into, and the ways to point into its front matter. */
import type { FieldType, NoteType } from '../../../server/core/schema/NoteType';
import type { Field, Frontmatter } from '../../../server/core/text/frontmatter';
import type { Span, TextEdit } from '../../../server/core/text/span';
import type { Vault } from '../../../server/core/vault/Vault';

export interface Specimen {
  readonly path: string;
  readonly text: string;
  readonly type: NoteType;
  readonly frontmatter: Frontmatter;
  readonly vault: Vault;
  /** Numbers from 0 to 1, the same in every run. */
  readonly next: () => number;
}

export interface KnownField {
  readonly field: Field;
  readonly type: FieldType;
}

export function oneOf<T>({ next }: Pick<Specimen, 'next'>, items: readonly T[]): T | undefined {
  return items[Math.floor(next() * items.length)];
}

/** The fields that the schema knows under these names. */
export function knownFields({ frontmatter, type }: Specimen): KnownField[] {
  return frontmatter.fields.flatMap(field => {
    const known = type.field(field.name);
    return known === undefined ? [] : [{ field, type: known }];
  });
}

/** Fields with one value on the line of their key, known or not. */
export function lineFields({ frontmatter, text }: Specimen): Field[] {
  return frontmatter.fields.filter(
    field =>
      field.kind === 'scalar' &&
      field.values.length === 1 &&
      text[field.key.start] === field.name[0] &&
      ['plain', 'single', 'double'].includes(field.values[0]?.style ?? '') &&
      !text.slice(field.span.start, field.span.end).includes('\n'),
  );
}

/** One of the known fields with one value, on the line of its key, that fits. */
export function someScalar(
  specimen: Specimen,
  fits: (type: FieldType, field: Field) => boolean,
): KnownField | undefined {
  const scalars = new Set(lineFields(specimen));
  return oneOf(
    specimen,
    knownFields(specimen).filter(({ field, type }) => scalars.has(field) && fits(type, field)),
  );
}

/** One of the fields that hold words of any sort, in that style. */
export function someText(
  specimen: Specimen,
  style: 'plain' | 'single' | 'double',
): Field | undefined {
  const fits = (type: FieldType, { values }: Field) =>
    type.kind === 'text' && type.list !== true && values[0]?.style === style;
  return someScalar(specimen, fits)?.field;
}

/** Where the value stands, quotes included; of an empty field behind its colon. */
export function valueSpan(field: Field): Span {
  const first = field.values[0];
  const last = field.values.at(-1);
  if (field.kind === 'scalar' && first !== undefined && last !== undefined)
    return { start: first.span.start, end: last.span.end };
  return { start: field.key.end + 1, end: Math.max(field.key.end + 1, field.span.end) };
}

/** Another value for a field, in place of all that stands behind its colon. */
export function withValue(field: Field, written: string): TextEdit {
  return { span: { start: field.key.end, end: valueSpan(field).end }, newText: `: ${written}` };
}

/** The whole lines around a span, the last line end included. */
export function linesAround(text: string, { start, end }: Span): Span {
  const newline = text.indexOf('\n', end);
  return {
    start: start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1,
    end: newline < 0 ? text.length : newline + 1,
  };
}

export function lineEndOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** A line of its own behind the lines of a field. */
export function lineBelow({ text }: Specimen, field: Field, line: string): TextEdit {
  const { end } = linesAround(text, field.span);
  const newText = line.replaceAll('\n', lineEndOf(text)) + lineEndOf(text);
  return { span: { start: end, end }, newText };
}

/** Takes a field away with its lines. */
export function withoutField({ text }: Specimen, field: Field): TextEdit {
  return { span: linesAround(text, field.span), newText: '' };
}

/** Sets a field of one value, whether it is there or not. */
export function withField(specimen: Specimen, name: string, written: string): TextEdit | null {
  const { fields } = specimen.frontmatter;
  const there = fields.find(field => field.name === name);
  if (there !== undefined) return withValue(there, written);
  const last = fields.at(-1);
  return last === undefined ? null : lineBelow(specimen, last, `${name}: ${written}`);
}
