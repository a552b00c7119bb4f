/** A type that nobody knows. */

import type { Schema } from '../../schema/Schema';
import { fieldOf, type Value } from '../../text/frontmatter';
import { nearest } from '../../text/nearest';
import { wordEdit } from '../../text/yamlText';
import type { Fix, Place, Rule } from '../rule';
import { isEmpty } from './expected';

export const unknownType: Rule = {
  code: 'frontmatter/unknown-type',
  severity: 'warning',
  alone: true,
  summary: 'A `type:` that is none of the known ones; a hint where it is no slip.',
  docs:
    'The type decides which fields a note needs and where it appears. A mistyped one hides the note from every check. ' +
    'Types that older notes carry are known; others are only pointed out. A type of your own is described in `.claimwright.yaml`.',
  check(place) {
    const capitals = inCapitals(place);
    if (capitals !== undefined) {
      const message = `\`${capitals.value.text}\` is written \`${capitals.name}\`.`;
      return [{ span: capitals.value.inner, message }];
    }
    const value = unknown(place);
    if (value === undefined) return [];
    const names = namesIn(place.vault.config.schema);
    const meant = nearest(value.text, names);
    if (meant !== null) {
      const message = `\`${value.text}\` is no type; did you mean \`${meant}\`?`;
      return [{ span: value.inner, message }];
    }
    const message = `\`${value.text}\` is none of the known types (${names.join(', ')}), so its fields are not checked.`;
    return [{ span: value.inner, message, severity: 'hint' }];
  },
  fix(place) {
    const capitals = inCapitals(place);
    if (capitals !== undefined) {
      const { value, name } = capitals;
      return [
        { title: `Change the type to \`${name}\``, safe: true, edits: [wordEdit(value, name)] },
      ];
    }
    const value = unknown(place);
    if (value === undefined) return [];
    const { schema } = place.vault.config;
    const meant = nearest(value.text, namesIn(schema));
    const folder = schema.typeOfPath(place.path)?.name;
    const fixes: Fix[] = [];
    for (const name of new Set([meant, folder])) {
      if (name === null || name === undefined) continue;
      const edits = [wordEdit(value, name)];
      fixes.push({ title: `Change the type to \`${name}\``, safe: name === meant, edits });
    }
    return fixes;
  },
};

function namesIn(schema: Schema): string[] {
  return schema.types.map(type => type.name);
}

function unknown({ note, type }: Place) {
  const field = fieldOf(note.frontmatter, 'type');
  const said = field !== undefined && field.kind === 'scalar' && !isEmpty(field);
  return said && type === undefined ? field.values[0] : undefined;
}

/** A known type, but for its capitals: other readers compare letter by letter. */
function inCapitals({ note, type }: Place): { value: Value; name: string } | undefined {
  const value = fieldOf(note.frontmatter, 'type')?.values[0];
  if (type === undefined || value === undefined) return undefined;
  const written = value.text.trim();
  const name = [type.name, ...type.legacy].find(
    each => each !== written && each.toLowerCase() === written.toLowerCase(),
  );
  return name === undefined || type.name === written ? undefined : { value, name };
}
