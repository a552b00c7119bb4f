/** A required field that is not there, or says nothing. */

import type { FieldType } from '../../schema/NoteType';
import { typeField } from '../../schema/typeField';
import type { Field } from '../../text/frontmatter';
import { type Frontmatter, fieldOf, textOf } from '../../text/frontmatter';
import type { Span } from '../../text/span';
import { quoted } from '../../text/yamlText';
import { folderOf } from '../../vault/names';
import type { Fix, FixPlace, Place, Report, Rule } from '../rule';
import { fieldFor, isEmpty, readable, subtypeOf, withArticle } from './expected';
import { isSlipFor, slipFor } from './fieldSlips';
import { insertedLine, renamed } from './frontmatterText';
import { targetOf } from './legacy';
import { sensibleValue } from './sensibleValue';

export const missingField: Rule = {
  code: 'frontmatter/missing-field',
  severity: 'error',
  alone: true,
  summary: 'A required field that is missing or empty.',
  docs:
    'Each type has fields without which the note cannot be found, weighed or traced: a claim its domain, description, confidence, ' +
    'source and date, a source its title, author, address, date, domain and status. The names that older notes use count as well. ' +
    'The fix puts the field where the schema has it, with what the folder, the file name and the day tell.',
  check(place) {
    const frontmatter = readable(place);
    if (frontmatter === null) return [];
    const reports: Report[] = [];
    for (const field of requiredFields(place)) {
      const written = saidAs(place, frontmatter, field);
      const about = { field: field.name };
      if (written === undefined) {
        const slip = slipFor(place, field);
        reports.push(
          slip === undefined
            ? { ...about, span: where(frontmatter), ...missing(place, field) }
            : { ...about, span: slip.key, message: mistyped(place, field, slip) },
        );
      } else if (isEmpty(written) && !(field.list === true && written.kind === 'list')) {
        const message = `\`${written.name}\` is empty. ${field.meaning}`;
        reports.push({ ...about, span: written.key, message });
      }
    }
    return reports;
  },
  fix(place, finding) {
    const { frontmatter } = place.note;
    const field = requiredFields(place).find(each => each.name === finding.field);
    if (frontmatter === null || field === undefined) return [];
    const written = saidAs(place, frontmatter, field);
    if (written !== undefined) return filledIn(place, field, written);
    const slip = slipFor(place, field);
    if (slip !== undefined) {
      const edits = [renamed(slip, field.name)];
      const safe = isSlipFor(place, slip, field);
      return [{ title: `Rename \`${slip.name}\` to \`${field.name}\``, safe, edits }];
    }
    const { written: value, sure } = valueFor(place, field);
    const line = `${field.name}: ${value}`;
    const edit = insertedLine(place.text, frontmatter, place.type, field.name, line);
    const title = value === EMPTY ? `Add \`${field.name}\`` : `Add \`${line}\``;
    return edit === null ? [] : [{ title, safe: sure, edits: [edit] }];
  },
};

const EMPTY = quoted('');

/**
 * The field, or an older name for it. Where one old name stood for several fields, it says all of them in a note of an
 * old type, and one of them in a note of today's.
 */
function saidAs(place: Place, frontmatter: Frontmatter, field: FieldType): Field | undefined {
  const { type, note } = place;
  const written = fieldFor(frontmatter, field);
  if (written === undefined || written.name === field.name || type === undefined) return written;
  const once = type.fieldsOnceNamed(written.name);
  if (once.length < 2 || textOf(note.frontmatter, 'type') !== type.name) return written;
  const free = once.filter(each => [undefined, written].includes(fieldFor(frontmatter, each)));
  return targetOf(written, free) === field ? written : undefined;
}

function filledIn(place: FixPlace, field: FieldType, written: Field): Fix[] {
  return [...commentAsValue(place, written), ...withSensible(place, field, written)];
}

/** `description: #4 of them` is a comment to YAML. */
function commentAsValue({ text }: FixPlace, { key }: Field): Fix[] {
  const newline = text.indexOf('\n', key.end);
  const behind = text.slice(key.end, newline < 0 ? text.length : newline);
  const [, gap = '', comment] = /^(["']?:[ \t]+)(#[^\s#](?:.*\S)?)\s*$/u.exec(behind) ?? [];
  if (comment === undefined) return [];
  const start = key.end + gap.length;
  const span = { start, end: start + comment.length };
  const edits = [{ span, newText: quoted(comment) }];
  return [{ title: 'Put the words behind `#` in quotes', safe: false, edits }];
}

function withSensible(place: FixPlace, field: FieldType, written: Field): Fix[] {
  const { written: value, sure } = valueFor(place, field);
  if (value === EMPTY) return [];
  // An empty value ends behind the blanks, where a comment may begin.
  const colon = place.text.indexOf(':', written.key.end) + 1;
  const end = written.kind === 'empty' ? colon : Math.max(written.span.end, colon);
  const span = { start: written.key.end, end };
  const edits = [{ span, newText: `: ${value}` }];
  return [{ title: `Fill in \`${written.name}: ${value}\``, safe: sure, edits }];
}

function valueFor(place: FixPlace, field: FieldType): { written: string; sure: boolean } {
  if (field !== typeField) return sensibleValue(place, field) ?? { written: EMPTY, sure: false };
  const { schema } = place.vault.config;
  const type = schema.typeOfPath(place.path);
  if (type === undefined) return { written: EMPTY, sure: false };
  const { frontmatter } = place.note;
  const has = (each: FieldType) => {
    const said = frontmatter === null ? undefined : fieldFor(frontmatter, each);
    return said?.name === each.name || type.fieldsOnceNamed(said?.name ?? '').length === 1;
  };
  // A note that lacks what the folder's notes have may be of another type.
  const sure = type.fields.every(each => each.required !== true || has(each));
  return { written: type.name, sure };
}

/** Of a note that says no type, the type is what is missing, if its folder has one. */
function requiredFields(place: Place): readonly FieldType[] {
  const { type, note, path, vault } = place;
  if (type !== undefined) {
    const subtype = subtypeOf(place);
    return type.fields.filter(field => field.required === true && type.has(field, subtype));
  }
  const written = fieldOf(note.frontmatter, 'type');
  const untyped = written === undefined || isEmpty(written);
  const expected = vault.config.schema.typeOfFolder(folderOf(path));
  return untyped && expected !== undefined ? [typeField] : [];
}

/** Notes older than the schema often have no type. */
function missing({ type }: Place, field: FieldType): Pick<Report, 'message' | 'severity'> {
  if (type === undefined) return { message: '`type` is missing.', severity: 'warning' };
  return {
    message: `\`${field.name}\` is missing: ${withArticle(type.name)} needs it. ${field.meaning}`,
  };
}

function mistyped({ type }: Place, field: FieldType, slip: Field): string {
  const needs = type === undefined ? '' : `: ${withArticle(type.name)} needs it`;
  return `\`${field.name}\` is missing${needs}. Did you mean it by \`${slip.name}\`?`;
}

/** The type's line where there is one, else the opening line. */
function where(frontmatter: Frontmatter): Span {
  const type = fieldOf(frontmatter, 'type');
  if (type !== undefined) return type.span;
  return { start: frontmatter.block.start, end: frontmatter.block.start + 3 };
}
