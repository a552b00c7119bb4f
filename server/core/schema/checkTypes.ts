/** What the form cannot say of a vault's own note types: names that must be known, or must not be taken. */
import { builtinTypes } from './builtin';
import { checkFields } from './checkFields';
import { checkFolders, checkNames, folderHolders } from './checkPlaces';
import { configForm } from './configForm';
import { drop, type Findings, type Part, partAt, partsOf } from './configParts';
import { dataOf, type Entries } from './configTree';
import type { TypeForm } from './form';
import { NoteType } from './NoteType';
import { expectKnown, expectKnownNames, type OwnType } from './ownType';
import { merged } from './Schema';

export function checkTypes(tree: Entries, found: Findings): void {
  checkNames(tree, allTypes(tree), found);
  const forms = allTypes(tree);
  const types = Object.keys(forms);
  const holders = folderHolders(forms);
  for (const { entry } of partsOf(tree, ['types'])) {
    const form = entry === null ? undefined : forms[entry.name];
    if (entry === null || form === undefined) continue;
    const own = {
      tree,
      path: ['types', entry.name],
      type: new NoteType(entry.name, form),
      types,
    };
    checkFolders(own, holders, found);
    checkFields(own, found);
    checkSubtypes(own, found);
    checkRequirements(own, found);
  }
}

function allTypes(tree: Entries): Record<string, TypeForm> {
  const read = configForm.safeParse(dataOf(tree));
  return merged(builtinTypes, read.data?.types ?? {});
}

function checkSubtypes({ tree, path, type }: OwnType, found: Findings): void {
  const names = type.fields.map(({ name }) => name);
  const subtype = partAt(tree, [...path, 'subtype']);
  if (subtype !== null) expectKnown([subtype], names, 'field', found);
  const parents = partsOf(tree, [...path, 'extends']);
  const field = type.subtype === undefined ? undefined : type.field(type.subtype);
  if (field === undefined) {
    for (const part of parents)
      found.refuse(part, '`subtype` has to name the field that tells sub-types apart.');
    return;
  }
  const known = field.values.map(({ name }) => name);
  if (known.length === 0 || field.open === true) return;
  expectKnownNames(parents, known, 'sub-type', found);
  expectKnown(partsOf(tree, [...path, 'extends']), known, 'sub-type', found);
}

function checkRequirements({ tree, path, type }: OwnType, found: Findings): void {
  const names = type.fields.map(({ name }) => name);
  for (const index of partsOf(tree, [...path, 'requires']).keys()) {
    const at = [...path, 'requires', index];
    expectKnownNames(partsOf(tree, [...at, 'when']), names, 'field', found);
    expectKnown(partsOf(tree, [...at, 'any']), names, 'field', found);
    for (const { entry } of partsOf(tree, [...at, 'when'])) {
      const field = entry === null ? undefined : type.field(entry.name);
      if (entry === null || field?.kind !== 'choice' || field.open === true) continue;
      const words = field.values.map(({ name }) => name);
      expectKnown(partsOf(tree, [...at, 'when', entry.name]), words, 'value', found);
    }
  }
  for (const part of partsOf(tree, [...path, 'requires'])) {
    // Without its conditions it would hold for every note, and without fields for none.
    if (isIdle(part)) drop(part);
  }
}

function isIdle({ value }: Part): boolean {
  if (value.kind !== 'entries') return true;
  return ['when', 'any'].some(key => partsOf(value, [key]).length === 0);
}
