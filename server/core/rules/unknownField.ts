/** A field that notes of this type do not have. */
import { subtypeOf, withArticle } from './expected';
import { isSlipFor, meantField, unknownFields } from './fieldSlips';
import { renamed } from './frontmatterText';
import type { Place, Rule } from './rule';

export const unknownField: Rule = {
  code: 'frontmatter/unknown-field',
  severity: 'hint',
  summary: 'A field that notes of this type do not have.',
  docs:
    'Nothing reads a field under a name that nobody knows. A mistyped name is mended; a field of your own is described once in ' +
    '`.claimwright.yaml`, and then it is completed and checked like any other.',
  check(place) {
    const { type } = place;
    return unknown(place).map(field => {
      const meant = meantField(place, field)?.name;
      const did = meant === undefined ? '.' : `; did you mean \`${meant}\`?`;
      const message = `\`${field.name}\` is no field of ${withArticle(type?.name ?? '')}${did}`;
      return { span: field.key, message, field: field.name };
    });
  },
  fix(place, finding) {
    const field = unknown(place).find(each => each.name === finding.field);
    const meant = field === undefined ? undefined : meantField(place, field);
    if (field === undefined || meant === undefined) return [];
    const edits = [renamed(field, meant.name)];
    const safe = isSlipFor(place, field, meant);
    return [{ title: `Rename \`${field.name}\` to \`${meant.name}\``, safe, edits }];
  },
};

/** Without the keys that a missing required field was meant by, which are reported as that. */
function unknown(place: Place) {
  const required = (field: ReturnType<typeof meantField>) => {
    const subtype = subtypeOf(place);
    return field?.required === true && place.type?.has(field, subtype) === true;
  };
  return unknownFields(place).filter(field => !required(meantField(place, field)));
}
