/** A `type:` that no schema describes. */
import { fieldOf } from '../text/frontmatter';
import { folderOf } from '../vault/names';
import { noteType, noteTypes, typeOfFolder } from '../vault/schema';
import { isEmpty } from './expected';
import { nearest } from './nearest';
import type { Fix, Place, Rule } from './rule';
import { insideQuotes } from './yamlText';

export const unknownType: Rule = {
  code: 'frontmatter/unknown-type',
  severity: 'warning',
  summary: 'A `type:` that is none of the known ones; a hint where it is no slip.',
  docs:
    'The type decides which fields a note needs and where it appears. A mistyped one hides the note from every check. ' +
    'Types that older notes carry are known; others are only pointed out.',
  check(place) {
    const value = written(place);
    if (value === undefined || noteType(value.text) !== undefined) return [];
    const meant = nearest(value.text, names);
    if (meant !== null) {
      return [
        { span: value.inner, message: `\`${value.text}\` is no type; did you mean \`${meant}\`?` },
      ];
    }
    const known = noteTypes.map(type => type.name).join(', ');
    const message = `\`${value.text}\` is none of the known types (${known}), so its fields are not checked.`;
    return [{ span: value.inner, message, severity: 'hint' }];
  },
  fix(place) {
    const value = written(place);
    if (value === undefined) return [];
    const meant = nearest(value.text, names);
    const folder = typeOfFolder(folderOf(place.path))?.name;
    const fixes: Fix[] = [];
    for (const name of new Set([meant, folder])) {
      if (name === null || name === undefined) continue;
      const edits = [{ span: value.inner, newText: insideQuotes(name, value.style) }];
      fixes.push({ title: `Change the type to \`${name}\``, safe: name === meant, edits });
    }
    return fixes;
  },
};

const names = noteTypes.map(type => type.name);

function written({ note }: Place) {
  const field = fieldOf(note.frontmatter, 'type');
  return field === undefined || field.kind !== 'scalar' || isEmpty(field)
    ? undefined
    : field.values[0];
}
