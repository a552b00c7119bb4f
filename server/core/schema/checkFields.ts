/** What the form cannot say of the fields of a vault's own note types. */

import { drop, type Findings, type Path, partAt, partsOf } from './configParts';
import type { FieldKind } from './form';
import { listed } from './formProblems';
import type { FieldType } from './NoteType';
import { expectKnown, type OwnType } from './ownType';

/** What is said of a field only where it is of these kinds. */
const KINDS_OF: Readonly<Record<string, readonly FieldKind[]>> = {
  values: ['choice'],
  open: ['choice'],
  replaced: ['choice'],
  to: ['relation'],
  edge: ['relation'],
  prose: ['relation'],
  future: ['date'],
  after: ['date'],
};

/** Whether `key` may be said of a field of this kind. */
export function isFor(key: string, kind: FieldKind): boolean {
  return KINDS_OF[key]?.includes(kind) ?? true;
}

export function checkFields(own: OwnType, found: Findings): void {
  for (const part of partsOf(own.tree, [...own.path, 'fields'])) {
    const { name, key } = part.entry ?? { name: '', key: part.value.span };
    const field = own.type.fields.find(each => each.name === name);
    if (field === undefined) continue;
    if (name === 'type') {
      found.tell(key, 'Every note has the field `type`; it needs no description.', 'error');
      drop(part);
    } else if (/\*(?!$)|^\*/u.test(name)) {
      found.tell(key, '`*` can only end a name: `flagged_for_*`.', 'error');
      drop(part);
    } else checkField(own, field, found);
  }
}

function checkField(own: OwnType, field: FieldType, found: Findings): void {
  const { tree, type, types } = own;
  const path = [...own.path, 'fields', field.name];
  for (const { inside, entry, value } of partsOf(tree, path)) {
    const kinds = entry === null ? undefined : KINDS_OF[entry.name];
    if (entry === null || kinds === undefined || kinds.includes(field.kind)) continue;
    const article = /^[aeiou]/u.test(field.kind) ? 'an' : 'a';
    const message = `\`${entry.name}\` is for ${listed(kinds)} only; this is ${article} \`${field.kind}\` field.`;
    found.tell(entry.key, message, 'error');
    drop({ inside, entry, value });
  }
  const kind = partAt(tree, [...path, 'kind']);
  if (kind !== null && field.kind === 'choice' && field.values.length === 0 && field.open !== true)
    found.refuse(kind, 'A choice needs `values`.');
  expectKnown(partsOf(tree, [...path, 'to']), types, 'type', found);
  checkWords(own, field, found);
  const after = partAt(tree, [...path, 'after']);
  if (after !== null) {
    const others = type.fields.filter(each => each.name !== field.name);
    const dates = others.filter(each => each.kind === 'date').map(({ name }) => name);
    expectKnown([after], dates, 'date field', found);
  }
  checkFor(own, path, found);
}

function checkFor({ tree, type }: OwnType, path: Path, found: Findings): void {
  const named = partsOf(tree, [...path, 'for']);
  const subtypes = type.subtype === undefined ? undefined : type.field(type.subtype);
  const known = subtypes?.values.map(({ name }) => name) ?? [];
  if (subtypes === undefined) {
    for (const part of named)
      found.refuse(part, `\`${type.name}\` has no sub-types: \`subtype\` would name their field.`);
  } else if (subtypes.open !== true) expectKnown(named, known, 'sub-type', found);
  // With none left it would be nobody's field.
  const all = partAt(tree, [...path, 'for']);
  if (all !== null && partsOf(tree, [...path, 'for']).length === 0) drop(all);
}

/** Words that must be among the values of the field. */
function checkWords({ tree, path: own }: OwnType, field: FieldType, found: Findings): void {
  if (field.kind !== 'choice' || field.values.length === 0 || field.open === true) return;
  const path = [...own, 'fields', field.name];
  const values = field.values.map(({ name }) => name);
  const initial = partAt(tree, [...path, 'initial']);
  if (initial !== null) expectKnown([initial], values, 'value', found);
  expectKnown(partsOf(tree, [...path, 'replaced']), values, 'value', found);
  for (const { entry, inside, value } of partsOf(tree, [...path, 'replaced'])) {
    if (entry === null || !values.includes(entry.name)) continue;
    found.tell(entry.key, `\`${entry.name}\` is a value of today.`, 'error');
    drop({ inside, entry, value });
  }
}
