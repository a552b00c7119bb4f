/** A list where one value belongs, or one value where a list belongs. */

import type { FieldType } from '../../schema/NoteType';
import { typeField } from '../../schema/typeField';
import { type Field, fieldOf, parseFrontmatter } from '../../text/frontmatter';
import { applyEdits, type TextEdit } from '../../text/span';
import { yamlScalar } from '../../text/yamlText';
import type { Fix, FixPlace, Place, Report, Rule } from '../rule';
import { isEmpty, readable, saidBy, type TypedField, typedFields } from './expected';
import { holdsComment, lineEndOf } from './frontmatterText';

export const wrongKind: Rule = {
  code: 'frontmatter/wrong-kind',
  severity: 'error',
  alone: true,
  summary:
    'A list where one value belongs, one value where a list belongs, or fields of their own.',
  docs:
    'Programs that read a field expect one value, or a list, and stumble over the other. One value where a list belongs is only ' +
    'a warning, as people read it the same way; the fix makes it the one entry of a list.',
  check(place) {
    return wrongs(place).map(({ field, type }) => ({
      span: field.kind === 'scalar' ? (field.values[0]?.span ?? field.span) : field.key,
      field: field.name,
      ...said(field, type),
    }));
  },
  fix(place, finding) {
    const wrong = wrongs(place).find(({ field }) => field.name === finding.field);
    if (wrong === undefined) return [];
    const { field, type } = wrong;
    if (type.kind === 'map') return [];
    const fix =
      field.kind === 'scalar'
        ? asList(place, field, type)
        : (alone(place, field) ?? joined(place, field, type));
    return fix === null ? [] : [fix];
  },
};

function wrongs(place: Place): TypedField[] {
  // What broken YAML makes of a value is only an echo.
  if (readable(place) === null) return [];
  return [...typeItself(place), ...typedFields(place)].filter(({ field, type, old }) => {
    // Older notes had lists under some of the old names.
    if (old && field.kind === 'list') return false;
    if (type.kind === 'any' || field.kind === 'empty' || isEmpty(field)) return false;
    if (type.kind === 'map') return field.kind !== 'map';
    // An unquoted link is a list to YAML; another rule tells of it.
    if (field.values.some(value => value.style === 'nested')) return false;
    return type.list === true ? field.kind !== 'list' : field.kind !== 'scalar';
  });
}

/** Of a note whose type is a list, no other field can be told. */
function typeItself({ type, note }: Place): TypedField[] {
  const field = fieldOf(note.frontmatter, 'type');
  return field === undefined || type !== undefined ? [] : [{ field, type: typeField, old: false }];
}

function said(field: Field, type: FieldType): Pick<Report, 'message' | 'severity'> {
  const name = `\`${field.name}\``;
  if (type.kind === 'map') return { message: `${name} holds fields of its own.` };
  if (field.kind === 'map')
    return {
      message: `${name} holds ${type.list === true ? 'a list' : 'one value'}, not fields of its own.`,
    };
  if (field.kind === 'list') {
    const one = type.kind === 'choice' ? 'one word' : 'one value';
    return {
      message: `${name} takes ${one}, not a list.`,
      severity: type.kind === 'text' ? 'warning' : 'error',
    };
  }
  return { message: `${name} is a list; this is one value.`, severity: 'warning' };
}

/** The value becomes the one entry of a list, or several where tags stand behind commas. */
function asList(place: FixPlace, field: Field, type: FieldType): Fix | null {
  const [value] = field.values;
  if (value === undefined) return null;
  if (value.data === 0 || /^(?:none|n\/a|-)$/iu.test(value.text.trim())) {
    return {
      title: `Change to an empty list`,
      safe: true,
      edits: [{ span: value.span, newText: '[]' }],
    };
  }
  const words = value.text.split(',').map(word => word.trim());
  const several =
    words.length > 1 && words.every(word => /^[\p{L}\p{N}][\p{L}\p{N}_/-]*$/u.test(word));
  if ((type.kind === 'tag' || type.kind === 'domain') && several && value.style !== 'block') {
    const list = place.text.slice(value.inner.start, value.inner.end);
    const edits = [{ span: value.span, newText: `[${list}]` }];
    return { title: `Change to a list of ${words.length}`, safe: true, edits };
  }
  const between = place.text.slice(field.key.end, value.span.start);
  const gap = /^(["']?:)[ \t]+$/u.exec(between)?.[1];
  if (gap === undefined || value.style === 'block') return null;
  const span = { start: field.key.end + gap.length, end: value.span.start };
  const edits = [{ span, newText: `${lineEndOf(place.text)}  - ` }];
  if (typeof value.data === 'number' || !reads(place, edits, field.name, value.text)) return null;
  // What stands behind commas may be several entries.
  const closed = value.text.indexOf(']]');
  const mayBeMore =
    type.kind === 'relation'
      ? closed >= 0 && value.text.lastIndexOf('[[') > closed
      : value.text.includes(',');
  return { title: 'Change to a list with this entry', safe: !mayBeMore, edits };
}

/** Whether the field is a list of just this after the edit. */
function reads(
  { text }: FixPlace,
  edits: readonly TextEdit[],
  name: string,
  entry: string,
): boolean {
  const frontmatter = parseFrontmatter(applyEdits(text, edits));
  const field = frontmatter?.fields.find(each => each.name === name);
  return (
    frontmatter?.problems.length === 0 &&
    field?.kind === 'list' &&
    field.values.length === 1 &&
    field.values[0]?.text === entry
  );
}

/** A list of one entry becomes that entry. */
function alone({ text }: FixPlace, field: Field): Fix | null {
  const [value, more] = saidBy(field);
  if (field.kind !== 'list' || value === undefined || more !== undefined) return null;
  if (field.values.length > 1 || value.style === 'block' || value.style === 'nested') return null;
  const colon = text.indexOf(':', field.key.end) + 1;
  const gap = text.slice(colon, value.span.start);
  const behind = text.slice(value.span.end, field.span.end);
  // Nothing else may stand in the list, a comment least of all.
  if (!/^\s*(?:\[\s*|-\s+)$/u.test(gap) || !/^\s*\]?$/u.test(behind)) return null;
  const edits = [
    { span: { start: colon, end: value.span.start }, newText: ' ' },
    ...(behind === ''
      ? []
      : [{ span: { start: value.span.end, end: field.span.end }, newText: '' }]),
  ];
  return { title: 'Change to its one entry', safe: true, edits };
}

/** Words in a list become one text. */
function joined({ text }: FixPlace, field: Field, { kind }: FieldType): Fix | null {
  const said = field.values.map(value => value.text);
  if (field.kind !== 'list' || kind !== 'text' || said.some(each => each.includes('\n')))
    return null;
  if (field.values.some(each => each.under !== undefined) || holdsComment(text, field.span, field))
    return null;
  const start = text.indexOf(':', field.key.end) + 1;
  const newText = ` ${yamlScalar(said.join(', '))}`;
  const edits = [{ span: { start, end: field.span.end }, newText }];
  return { title: 'Join with commas', safe: false, edits };
}
