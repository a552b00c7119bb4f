/** A field that notes of this type do not have. */

import type { Place, Rule } from '../rule';
import { subtypeOf, withArticle } from './expected';
import { isSlipFor, type UnknownField, unknownFields } from './fieldSlips';
import { renamed } from './frontmatterText';

export const unknownField: Rule = {
  code: 'frontmatter/unknown-field',
  severity: 'hint',
  alone: true,
  summary: 'A field that notes of this type do not have.',
  docs:
    'Nothing reads a field under a name that nobody knows. A mistyped name is mended; a field of your own is described once in ' +
    '`.claimwright.yaml`, and then it is completed and checked like any other.',
  check(place) {
    const type = withArticle(place.type?.name ?? '');
    return unknown(place).map(({ field, meant }) => {
      const did = meant === undefined ? '.' : `; did you mean \`${meant.name}\`?`;
      const message = `\`${field.name}\` is no field of ${type}${did}`;
      return { span: field.key, message, field: field.name };
    });
  },
  fix(place, finding) {
    const found = unknown(place).find(each => each.field.name === finding.field);
    if (found?.meant === undefined) return [];
    const { field, meant } = found;
    const title = `Rename \`${field.name}\` to \`${meant.name}\``;
    return [{ title, safe: isSlipFor(place, field, meant), edits: [renamed(field, meant.name)] }];
  },
};

/** Without the keys that a missing required field was meant by, which are reported as that. */
function unknown(place: Place): UnknownField[] {
  const subtype = subtypeOf(place);
  const { type } = place;
  return unknownFields(place).filter(
    ({ meant }) => meant?.required !== true || type?.has(meant, subtype) !== true,
  );
}
