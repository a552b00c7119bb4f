/** The words that a field takes, each with what it means and how often the vault uses it. */
import type { FieldType } from '../schema/NoteType';
import type { Schema } from '../schema/Schema';
import type { Vault } from '../vault/Vault';

export interface DescribedWord {
  readonly word: string;
  readonly meaning: string | null;
  /** In how many notes of the type it stands. */
  readonly notes: number;
}

/** In the order of the schema; then, or where the vault decides, the most used first. Empty for a field that takes any text. */
export function wordsOf(vault: Vault, typeName: string, field: FieldType): DescribedWord[] {
  const { vocabulary } = vault;
  if (field.name === 'type') {
    return field.values.map(({ name, meaning }) => ({
      word: name,
      meaning,
      notes: vocabulary.notesOf(name),
    }));
  }
  const { kind } = field;
  if (kind !== 'choice' && kind !== 'domain' && kind !== 'agent' && kind !== 'tag') return [];
  const used = vocabulary.valuesOf(typeName, field.name);
  const counts = new Map(used.map(each => [each.word, each.notes]));
  const described = field.values.map(({ name, meaning }) => ({
    word: name,
    meaning,
    notes: counts.get(name) ?? 0,
  }));
  const known = kind === 'domain' || kind === 'agent' ? vocabulary.known(kind) : [];
  const isOwn = kind === 'tag' || field.open === true;
  const more = [
    ...used.filter(({ word }) => isOwn || known.includes(word)),
    ...known.filter(word => !counts.has(word)).map(word => ({ word, notes: 0 })),
  ];
  const names = new Set(described.map(each => each.word));
  return [
    ...described,
    ...more.filter(({ word }) => !names.has(word)).map(each => ({ ...each, meaning: null })),
  ];
}

/** The field that every type has: which type it is. */
export function typeField(schema: Schema): FieldType {
  return {
    name: 'type',
    kind: 'choice',
    required: true,
    meaning: 'What sort of note it is.',
    values: schema.types.map(({ name, meaning }) => ({ name, meaning })),
    legacy: [],
  };
}
