/** The words that a field takes, each with what it means and how often the vault uses it. */
import type { FieldType } from '../../schema/NoteType';
import type { Vault } from '../../vault/Vault';
import type { Asked } from '../../vault/Vocabulary';

export interface DescribedWord {
  readonly word: string;
  readonly meaning: string | null;
  /** In how many notes of the type it stands. */
  readonly notes: number;
}

export interface FieldWords {
  /** In the order of the schema; then, or where the vault decides, the most used first. */
  readonly words: readonly DescribedWord[];
  /** How many there are besides. */
  readonly more: number;
}

/** None for a field that takes any text. `asked` chooses among the words of the vault; at most `most` words in all. */
export function wordsOf(
  vault: Vault,
  typeName: string,
  field: FieldType,
  asked: Asked = {},
): FieldWords {
  const { vocabulary } = vault;
  const { kind, name } = field;
  if (name === 'type') {
    const types = vault.config.schema.types.map(each => ({
      word: each.name,
      meaning: each.meaning,
      notes: vocabulary.notesOf(each.name),
    }));
    return first(types, asked.most, types.length);
  }
  if (kind !== 'choice' && kind !== 'domain' && kind !== 'agent' && kind !== 'tag')
    return { words: [], more: 0 };
  const counted = (word: string, meaning: string | null): DescribedWord => {
    return { word, meaning, notes: vocabulary.notesWithValue(typeName, name, word) };
  };
  const described = field.values.map(each => counted(each.name, each.meaning));
  const names = new Set(described.map(each => each.word));
  const known = kind === 'domain' || kind === 'agent' ? vocabulary.known(kind) : [];
  const listed = known.filter(word => !names.has(word)).map(word => counted(word, null));
  const all = [...described, ...listed.sort((a, b) => b.notes - a.notes)];
  if (kind !== 'tag' && field.open !== true) return first(all, asked.most, all.length);
  for (const each of listed) names.add(each.word);
  const { fits = () => true } = asked;
  const wanted = { ...asked, fits: (word: string) => !names.has(word) && fits(word) };
  const used = vocabulary.valuesOf(typeName, name, wanted);
  const total =
    vocabulary.distinctValues(typeName, name) + all.filter(each => each.notes === 0).length;
  return first([...all, ...used.map(each => ({ ...each, meaning: null }))], asked.most, total);
}

function first(words: DescribedWord[], most = words.length, total = 0): FieldWords {
  const shown = words.slice(0, most);
  return { words: shown, more: Math.max(total - shown.length, 0) };
}
