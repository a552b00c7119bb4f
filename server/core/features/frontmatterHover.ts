/** What a key or a value of front matter means, and how the vault uses it. */
import { typedFields } from '../rules/expected';
import { type Place, placeOf } from '../rules/rule';
import type { FieldType, NoteType } from '../schema/NoteType';
import { type Field, textOf, type Value } from '../text/frontmatter';
import { type Span, touches } from '../text/span';
import type { Vault } from '../vault/Vault';
import { type DescribedWord, typeField, wordsOf } from './fieldWords';
import { type TimeApart, timeApart } from './timeApart';

export interface KeyHover {
  readonly kind: 'key';
  readonly name: string;
  /** As the note says it; empty where it says none. */
  readonly typeName: string;
  /** `null` where no field of the type has this name, today or once. */
  readonly field: FieldType | null;
  /** What an older name is called today; several where one name stood for them all. */
  readonly today: readonly FieldType[];
  /** The words it takes, or those in use where the vault decides. */
  readonly words: readonly DescribedWord[];
  /** How many notes of this type have it, and how many there are. */
  readonly notes: number;
  readonly of: number;
}

export interface TypeHover {
  readonly kind: 'type';
  readonly written: string;
  readonly type: NoteType | null;
  /** How many notes are of this type. */
  readonly notes: number;
}

export interface WordHover {
  readonly kind: 'word';
  readonly field: FieldType;
  readonly word: string;
  /** `null` where nothing describes it. */
  readonly meaning: string | null;
  /** Whether the schema, the folders or the settings have it; any tag and any word of an open choice may be used. */
  readonly known: boolean;
  /** The word that is written today. */
  readonly replacedBy: string | null;
  /** What a note with this word needs. */
  readonly asks: readonly string[];
  /** In how many notes it stands; of a choice only notes of this type. */
  readonly notes: number;
}

export interface DateHover {
  readonly kind: 'date';
  readonly written: string;
  readonly apart: TimeApart;
}

export interface FrontmatterHover {
  /** The key, or the value without its quotes. */
  readonly span: Span;
  readonly about: KeyHover | TypeHover | WordHover | DateHover;
}

/** `null` where there is nothing to tell. `offset` is UTF-16, `today` is `YYYY-MM-DD`. */
export function frontmatterHover(
  vault: Vault,
  path: string,
  offset: number,
  today: string,
): FrontmatterHover | null {
  const block = vault.note(path)?.frontmatter;
  if (!block || offset > block.yaml.end) return null;
  const field = block.fields.find(each => touches(each.span, offset));
  const place = field && placeOf(vault, path, today);
  if (place === undefined || field === undefined) return null;
  if (touches(field.key, offset)) return { span: field.key, about: keyHover(place, field) };
  const value =
    field.kind === 'map'
      ? undefined
      : field.values.find(each => each.under === undefined && touches(each.span, offset));
  const about = value === undefined || value.data === null ? null : valueHover(place, field, value);
  return value === undefined || about === null ? null : { span: value.inner, about };
}

function keyHover({ vault, type, note }: Place, { name }: Field): KeyHover {
  const { vocabulary } = vault;
  const typeName = textOf(note.frontmatter, 'type') ?? '';
  const counted = type?.name ?? typeName;
  const field = name === 'type' ? typeField(vault.config.schema) : (type?.field(name) ?? null);
  const once = field === null ? (type?.fieldsOnceNamed(name) ?? []) : [];
  const [only] = once.length === 1 ? once : [];
  const shown = field ?? only;
  return {
    kind: 'key',
    name,
    typeName: counted,
    field,
    today: once,
    words: shown === undefined ? [] : wordsOf(vault, counted, shown),
    notes: vocabulary.fieldsOf(counted).find(each => each.word === name)?.notes ?? 0,
    of: vocabulary.notesOf(counted),
  };
}

function valueHover(place: Place, field: Field, value: Value): FrontmatterHover['about'] | null {
  const { vault, today } = place;
  const written = value.text.trim();
  if (written === '') return null;
  if (field.name === 'type') {
    const type = vault.config.schema.type(written) ?? null;
    return { kind: 'type', written, type, notes: vault.vocabulary.notesOf(type?.name ?? written) };
  }
  const type = typedFields(place).find(each => each.field.name === field.name)?.type;
  switch (type?.kind) {
    case 'date': {
      const apart = timeApart(written.replace(/[T ]\d\d:\d\d.*$/u, ''), today);
      return apart && { kind: 'date', written, apart };
    }
    case 'choice':
    case 'domain':
    case 'agent':
    case 'tag':
      return wordHover(place, type, written);
    default:
      return null;
  }
}

function wordHover({ vault, type }: Place, field: FieldType, word: string): WordHover {
  const { vocabulary } = vault;
  const { kind, name, replaced = {} } = field;
  const described = field.values.find(each => each.name === word);
  const own = kind === 'domain' || kind === 'agent' || kind === 'tag' ? kind : null;
  const requires = type?.requires.filter(({ when }) => Object.hasOwn(when, name)) ?? [];
  return {
    kind: 'word',
    field,
    word,
    meaning: described?.meaning ?? null,
    known:
      kind === 'tag' ||
      described !== undefined ||
      ((kind === 'domain' || kind === 'agent') && vocabulary.knows(kind, word)),
    replacedBy: (Object.hasOwn(replaced, word) ? replaced[word] : null) ?? null,
    asks: requires.filter(({ when }) => when[name]?.includes(word)).map(each => each.because),
    notes:
      own === null
        ? (vocabulary.valuesOf(type?.name ?? '', name).find(each => each.word === word)?.notes ?? 0)
        : vocabulary.notesWith(own, word),
  };
}
