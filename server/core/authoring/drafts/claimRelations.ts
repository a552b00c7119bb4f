/** The relations of a claim to the notes that its source says it belongs with, as far as claims have such fields. */
import type { NoteType } from '../../schema/NoteType';
import type { Vault } from '../../vault/Vault';
import type { Connection } from './connections';
import type { Relation } from './relationSaid';
import { typeOf } from './typeOf';

/** Names of notes by field; `target` says how a link names one. */
export function claimRelations(
  vault: Vault,
  type: NoteType,
  connections: readonly Connection[],
  target: (path: string) => string,
): Partial<Record<Relation, string[]>> {
  const fields: Partial<Record<Relation, string[]>> = {};
  for (const each of connections) {
    const relation = fittingRelation(vault, type, each);
    if (relation === null) continue;
    const entries = fields[relation] ?? [];
    entries.push(target(each.path));
    fields[relation] = entries;
  }
  return fields;
}

/** The field, where claims have it and it may lead to such a note. */
export function fittingRelation(
  vault: Vault,
  type: NoteType,
  { path, relation }: Connection,
): Relation | null {
  const field = relation === null ? undefined : type.field(relation);
  const to = typeOf(vault, path)?.name;
  if (relation === null || field?.kind !== 'relation' || to === undefined) return null;
  return field.to === undefined || field.to.includes(to) ? relation : null;
}
