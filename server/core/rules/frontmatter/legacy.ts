/** Names and words that older notes carry, and what is written today. */

import type { FieldType } from '../../schema/NoteType';
import { enumeration } from '../../text/enumeration';
import { type Field, fieldOf } from '../../text/frontmatter';
import type { Span } from '../../text/span';
import { wordEdit } from '../../text/yamlText';
import type { Fix, Place, Rule } from '../rule';
import { fieldFor, isEmpty, readable, saidBy, typedFields } from './expected';
import { renamed } from './frontmatterText';

export const legacy: Rule = {
  code: 'frontmatter/legacy',
  severity: 'hint',
  alone: true,
  summary: 'A type, field or word that older notes carry and that has another name today.',
  docs:
    'Claimwright reads the old name as the new one, and nobody has to change old notes. The fix writes the name of today; it is ' +
    'never applied unasked, as programs of your own may still read the old one.',
  check(place) {
    return old(place).map(({ span, message }) => ({ span, message }));
  },
  fix(place, finding) {
    return old(place).find(each => each.span.start === finding.span.start)?.fix ?? [];
  },
};

interface Old {
  readonly span: Span;
  readonly message: string;
  readonly fix: Fix[];
}

function old(place: Place): Old[] {
  if (place.type === undefined || readable(place) === null) return [];
  return [...oldType(place), ...oldFields(place), ...oldWords(place)];
}

function oldType({ type, note }: Place): Old[] {
  const value = fieldOf(note.frontmatter, 'type')?.values[0];
  if (type === undefined || value === undefined) return [];
  if (value.text.trim().toLowerCase() === type.name.toLowerCase()) return [];
  const edits = [wordEdit(value, type.name)];
  const fix = [{ title: `Change the type to \`${type.name}\``, safe: false, edits }];
  return [
    { span: value.inner, message: `\`${value.text}\` is called \`${type.name}\` today.`, fix },
  ];
}

function oldFields(place: Place): Old[] {
  const { type, note } = place;
  const frontmatter = note.frontmatter;
  if (type === undefined || frontmatter === null) return [];
  return frontmatter.fields.flatMap(field => {
    const today = type.fieldsOnceNamed(field.name);
    if (today.length === 0 || type.field(field.name) !== undefined) return [];
    // What another field says already is no longer meant by it.
    const free = today.filter(each => [undefined, field].includes(fieldFor(frontmatter, each)));
    const names = enumeration((free.length > 0 ? free : today).map(each => `\`${each.name}\``));
    const target = targetOf(field, free);
    const message =
      free.length === 0
        ? `${names} says this already; \`${field.name}\` is its older name.`
        : `\`${field.name}\` is called ${target === undefined ? names : `\`${target.name}\``} today.`;
    // A list under an old name may be one value today: the author has to choose.
    const fits = target !== undefined && (field.kind !== 'list' || target.list === true);
    if (!fits) return [{ span: field.key, message, fix: [] }];
    const title = `Rename \`${field.name}\` to \`${target.name}\``;
    const fix = [{ title, safe: false, edits: [renamed(field, target.name)] }];
    return [{ span: field.key, message, fix }];
  });
}

/** Where one name stood for several fields, the value tells which: an address is a `url`, other words are none. */
export function targetOf(field: Field, free: readonly FieldType[]): FieldType | undefined {
  if (isEmpty(field)) return free[0];
  const isAddress = /^\S+:\/\//u.test(field.values[0]?.text.trim() ?? '');
  if (free.length === 1) return free[0]?.kind === 'url' && !isAddress ? undefined : free[0];
  const fitting = free.filter(each => (each.kind === 'url') === isAddress);
  return fitting.length === 1 ? fitting[0] : undefined;
}

function oldWords(place: Place): Old[] {
  return typedFields(place).flatMap(({ field, type }) =>
    saidBy(field).flatMap(value => {
      const today =
        type.replaced !== undefined && Object.hasOwn(type.replaced, value.text)
          ? type.replaced[value.text]
          : undefined;
      if (today === undefined) return [];
      const edits = [wordEdit(value, today)];
      const fix = [{ title: `Change to \`${today}\``, safe: false, edits }];
      return [
        { span: value.inner, message: `\`${value.text}\` is called \`${today}\` today.`, fix },
      ];
    }),
  );
}
