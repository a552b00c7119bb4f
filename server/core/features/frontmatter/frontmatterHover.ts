/** What a key or a value of front matter means, and how the vault uses it. */
import { typedFields } from '../../rules/frontmatter/expected';
import { type Place, placeOf } from '../../rules/rule';
import type { FieldKind } from '../../schema/form';
import type { FieldType, NoteType } from '../../schema/NoteType';
import { typeField } from '../../schema/typeField';
import { type Field, textOf, type Value } from '../../text/frontmatter';
import { type Span, touches } from '../../text/span';
import type { Vault } from '../../vault/Vault';
import { type DescribedWord, wordsOf } from './fieldWords';
import { type TimeApart, timeApart } from './timeApart';

export interface KeyHover {
  readonly kind: 'key';
  readonly name: string;
  /** As it is known today, or as the note says it; empty where it says none. */
  readonly typeName: string;
  /** Whether anything describes that type. */
  readonly typeKnown: boolean;
  /** `null` where no field of the type has this name, today or once. */
  readonly field: FieldType | null;
  /** What an older name is called today; several where one name stood for them all. */
  readonly today: readonly FieldType[];
  /** The sub-types that have it, where not all do. */
  readonly onlyOf: readonly string[];
  /** The words it takes, or those in use where the vault decides. */
  readonly words: readonly DescribedWord[];
  /** How many words there are besides. */
  readonly more: number;
  /** How many notes of this type have it, by whatever name, and how many there are. */
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

/** More words are not read. */
const MOST_WORDS = 16;
/** Kinds of field whose words mean something. */
const WORDS: ReadonlySet<FieldKind> = new Set(['choice', 'domain', 'agent', 'tag']);

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
  const field = name === 'type' ? typeField : (type?.field(name) ?? null);
  const shown = field ?? type?.fieldMeant(name);
  return {
    kind: 'key',
    name,
    typeName: counted,
    typeKnown: type !== undefined,
    field,
    today: field === null ? (type?.fieldsOnceNamed(name) ?? []) : [],
    onlyOf: shown?.for === undefined || type === undefined ? [] : type.subtypesWith(shown),
    ...(shown === undefined
      ? { words: [], more: 0 }
      : wordsOf(vault, counted, shown, { most: MOST_WORDS })),
    notes: vocabulary.notesWithField(counted, name),
    of: vocabulary.notesOf(counted),
  };
}

function valueHover(place: Place, field: Field, value: Value): FrontmatterHover['about'] | null {
  const { vault, today } = place;
  const written = value.text.trim();
  if (written === '') return null;
  if (field.name === 'type') return typeHover(vault, written);
  if (place.type === undefined) return unknownTypeHover(place, field);
  const type = typedFields(place).find(each => each.field.name === field.name)?.type;
  switch (type?.kind) {
    case 'date': {
      const apart = timeApart(written.replace(/(?<=^[\d-]{4,10})[T ]\d\d:\d\d.*$/u, ''), today);
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

function typeHover(vault: Vault, written: string): TypeHover {
  const type = vault.config.schema.type(written) ?? null;
  return { kind: 'type', written, type, notes: vault.vocabulary.notesOf(type?.name ?? written) };
}

/** Why nothing is told of a word that would mean something in a note of a known type. */
function unknownTypeHover({ vault, note }: Place, { name }: Field): TypeHover | null {
  const written = textOf(note.frontmatter, 'type')?.trim() ?? '';
  const meant = vault.config.schema.types.map(type => type.fieldMeant(name)?.kind);
  const isWord = meant.some(kind => kind !== undefined && WORDS.has(kind));
  return written !== '' && isWord ? typeHover(vault, written) : null;
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
        ? vocabulary.notesWithValue(type?.name ?? '', name, word)
        : vocabulary.notesWith(own, word),
  };
}
