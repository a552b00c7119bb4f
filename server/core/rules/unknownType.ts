/** A type that nobody knows. */

import type { Schema } from '../schema/Schema';
import { fieldOf } from '../text/frontmatter';
import { nearest } from '../text/nearest';
import { insideQuotes } from '../text/yamlText';
import { isEmpty } from './expected';
import type { Fix, Place, Rule } from './rule';

export const unknownType: Rule = {
  code: 'frontmatter/unknown-type',
  severity: 'warning',
  summary: 'A `type:` that is none of the known ones; a hint where it is no slip.',
  docs:
    'The type decides which fields a note needs and where it appears. A mistyped one hides the note from every check. ' +
    'Types that older notes carry are known; others are only pointed out. A type of your own is described in `.claimwright.yaml`.',
  check(place) {
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
    const value = unknown(place);
    if (value === undefined) return [];
    const { schema } = place.vault.config;
    const meant = nearest(value.text, namesIn(schema));
    const folder = schema.typeOfPath(place.path)?.name;
    const fixes: Fix[] = [];
    for (const name of new Set([meant, folder])) {
      if (name === null || name === undefined) continue;
      const edits = [{ span: value.inner, newText: insideQuotes(name, value.style) }];
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
