/** Writes the page of note types and their fields from the schema. */
import { builtinSchema } from '../server/core/schema/builtin';
import type { FieldType, NoteType } from '../server/core/schema/NoteType';

export function typePage(): string {
  const parts = [
    '# Note types',
    'What the front matter of each type of note says. A vault adds types, fields and words of its own in `.claimwright.yaml`. ' +
      'Older names are read, and a fix renames them. JSON Schema for other tools: one file a type in [schema](schema).',
    builtinSchema.types.map(({ name }) => `[${name}](#${name})`).join(' · '),
    ...builtinSchema.types.map(typeSection),
  ];
  return `${parts.join('\n\n')}\n`;
}

function typeSection(type: NoteType): string {
  const needs = type.requires.map(({ when, any, because }) => {
    const states = Object.entries(when).map(
      ([field, words]) => `\`${field}\` is ${listed(words, 'or')}`,
    );
    return `- Where ${states.join(' and ')}: ${because} It is said by ${listed(any, 'or')}.`;
  });
  const parts = [
    `## ${type.name}`,
    type.meaning,
    type.folders.length > 0 && `Folders: ${listed(type.folders, 'and')}.`,
    type.legacy.length > 0 && `Older names: ${listed(type.legacy, 'and')}.`,
    type.subtype !== undefined &&
      `\`${type.subtype}\` tells sub-types apart; fields that only some of them have say so.`,
    fieldTable(type),
    needs.join('\n'),
  ];
  return parts.filter(Boolean).join('\n\n');
}

function fieldTable(type: NoteType): string {
  const rows = type.fields.map(field =>
    [`\`${field.name}\``, kind(field), needed(field), meaning(field), words(field), older(field)]
      .map(cell => cell.replaceAll('|', '\\|'))
      .join(' | '),
  );
  return [
    '| field | kind | needed | meaning | words | older names |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows.map(row => `| ${row} |`),
  ].join('\n');
}

function kind({ kind: one, list, to, prose }: FieldType): string {
  const what =
    one === 'relation'
      ? `${to === undefined ? 'note' : listed(to, 'or')}${prose === true ? '; or words' : ''}`
      : one;
  return list === true ? `list: ${what}` : what;
}

function needed({ required, usual }: FieldType): string {
  return required === true ? 'required' : usual === true ? 'usual' : '';
}

function meaning(field: FieldType): string {
  const after = field.after === undefined ? '' : ` Not before \`${field.after}\`.`;
  const only = field.for === undefined ? '' : ` Only of ${listed(field.for, 'and')}.`;
  return field.meaning + after + only;
}

function words({ values, open, initial }: FieldType): string {
  const all = values.map(value => {
    const first = value.name === initial ? ' (in a new note)' : '';
    return `\`${value.name}\`${first}${value.meaning === null ? '' : `: ${value.meaning}`}`;
  });
  if (open === true) all.push('or another word');
  const plainWords = values.every(value => value.meaning === null) && initial === undefined;
  return all.join(plainWords ? ', ' : '<br>');
}

function older({ legacy, replaced = {} }: FieldType): string {
  const names = legacy.map(name => `\`${name}\``);
  const values = Object.entries(replaced).map(([old, now]) => `\`${old}\` for \`${now}\``);
  return [...names, ...values].join(', ');
}

function listed(names: readonly string[], last: 'and' | 'or'): string {
  const all = names.map(name => `\`${name}\``);
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} ${last} ${all.at(-1)}`;
}
