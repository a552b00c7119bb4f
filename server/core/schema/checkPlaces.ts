/** The names and folders of a vault's own note types: each may belong to one type only. */
import { builtinTypes } from './builtin';
import { drop, type Findings, partsOf, textOf } from './configParts';
import type { Entries } from './configTree';
import type { TypeForm } from './form';
import type { OwnType } from './ownType';
import { folderFault, tidied } from './pathPatterns';

/** Types are told apart without case, and each name leads to one type. */
export function checkNames(
  tree: Entries,
  forms: Readonly<Record<string, TypeForm>>,
  found: Findings,
): void {
  const taken = new Map(Object.keys(builtinTypes).map(name => [name, name]));
  const once = new Map(
    Object.entries(builtinTypes).flatMap(([name, form]) =>
      (form.legacy ?? []).map(old => [old.toLowerCase(), name] as const),
    ),
  );
  for (const part of partsOf(tree, ['types'])) {
    const { name, key } = part.entry ?? { name: '', key: part.value.span };
    const other = taken.get(name.toLowerCase());
    if (other !== undefined && other !== name) {
      found.tell(
        key,
        `There is a type \`${other}\`; names differ by more than case.`,
        'error',
        other,
      );
      drop(part);
      continue;
    }
    taken.set(name.toLowerCase(), name);
    const legacyOf = once.get(name.toLowerCase());
    if (legacyOf !== undefined)
      found.tell(
        key,
        `Older notes of type \`${legacyOf}\` say \`${name}\`; they are of this type now.`,
        'warning',
      );
  }
  for (const { entry } of partsOf(tree, ['types'])) {
    if (entry === null) continue;
    for (const part of partsOf(tree, ['types', entry.name, 'legacy'])) {
      const old = textOf(part).toLowerCase();
      const holder = taken.get(old) ?? once.get(old);
      if (holder !== undefined && Object.hasOwn(forms, holder))
        found.refuse(part, `\`${textOf(part)}\` is a name of the type \`${holder}\` already.`);
      else once.set(old, entry.name);
    }
  }
}

/** Names of the types that have a folder, in their order, by folder. */
type FolderHolders = ReadonlyMap<string, readonly string[]>;

export function folderHolders(forms: Readonly<Record<string, TypeForm>>): FolderHolders {
  const holders = new Map<string, string[]>();
  for (const [name, { folders = [] }] of Object.entries(forms))
    for (const folder of new Set(folders.map(tidied))) {
      const names = holders.get(folder);
      if (names === undefined) holders.set(folder, [name]);
      else names.push(name);
    }
  return holders;
}

export function checkFolders(
  { tree, path, type }: OwnType,
  holders: FolderHolders,
  found: Findings,
): void {
  for (const part of partsOf(tree, [...path, 'folders'])) {
    const written = textOf(part);
    const fault = folderFault(written);
    const other = holders.get(tidied(written))?.find(name => name !== type.name);
    if (fault !== null) found.refuse(part, fault);
    else if (other !== undefined)
      found.tell(part.value.span, `This folder is of the type \`${other}\` already.`, 'warning');
  }
}
