/** The words that the value of a field can be, best first. */
import { isDate } from '../rules/dates';
import type { FieldType } from '../schema/NoteType';
import { baseOf } from '../vault/names';
import type { Usage } from '../vault/Vocabulary';
import type { CompletionKind, Documentation } from './Completions';
import { wordsOf } from './fieldWords';
import type { ValueContext } from './frontmatterContext';
import { type NotePlace, notesCounted } from './notePlace';

export interface SuggestedWord {
  readonly word: string;
  readonly kind: CompletionKind;
  readonly detail: string;
  /** In how many notes it stands, this one counted. */
  readonly notes?: number;
  readonly meaning: string | null;
  readonly documentation?: Documentation;
  /** Whether YAML reads it as something other than text, as is meant. */
  readonly typed?: boolean;
  readonly preselected?: boolean;
}

const MOST = 100;
/** Fields of which every note has another value. */
const UNIQUE = new Set(['title', 'name', 'description', 'aliases', 'alias']);

export function suggestedWords(
  place: NotePlace,
  field: FieldType | undefined,
  { field: name, others, typed }: ValueContext,
): SuggestedWord[] {
  const words = field?.name === 'type' ? types(place) : fieldWords(place, field, name);
  const taken = new Set(others);
  const half = typed.trim();
  // The half-typed word stands in this note, and is no word of the vault for that.
  const isHalf = ({ word, notes }: SuggestedWord) =>
    word === half && notes === 1 && !field?.values.some(value => value.name === half);
  const free = words.filter(each => !taken.has(each.word) && !isHalf(each));
  if (free.length <= MOST) return free;
  const wanted = half.toLowerCase();
  return free.filter(({ word }) => word.toLowerCase().includes(wanted)).slice(0, MOST);
}

function types({ vault, folderType }: NotePlace): SuggestedWord[] {
  const { types: all } = vault.config.schema;
  const sorted = [...all].sort((a, b) => Number(b === folderType) - Number(a === folderType));
  return sorted.map(type => {
    const required = type.fields.filter(field => field.required).map(({ name }) => name);
    const needs = required.length === 0 ? [] : [`Needs ${required.join(', ')}.`];
    const stands = type.folders.length === 0 ? [] : [`Stands in ${type.folders.join(', ')}.`];
    return {
      word: type.name,
      kind: 'type' as const,
      detail:
        type === folderType ? 'this folder' : notesCounted(vault.vocabulary.notesOf(type.name)),
      meaning: type.meaning,
      documentation: { paragraphs: [type.meaning, ...stands, ...needs].filter(Boolean) },
      ...(type === folderType ? { preselected: true } : {}),
    };
  });
}

function fieldWords(place: NotePlace, field: FieldType | undefined, name: string): SuggestedWord[] {
  switch (field?.kind) {
    case 'date':
      return dates(place, field);
    case 'boolean':
      return ['true', 'false'].map(word => ({ ...plainWord(word, 0), typed: true }));
    case 'domain':
    case 'agent':
      return ownWords(place, field.kind);
    case 'tag':
      return place.vault.vocabulary.used('tag').map(counted);
    case 'choice':
      return wordsOf(place.vault, place.typeName, field).map(({ word, meaning, notes }) => ({
        ...plainWord(word, notes),
        meaning,
      }));
    case 'url':
    case 'map':
    case 'relation':
      return [];
    default: {
      const typed = field?.kind === 'number';
      return usedWords(place, name).map(each => ({ ...counted(each), typed }));
    }
  }
}

/** What several notes say, where what they say comes again at all. */
function usedWords({ vault, typeName }: NotePlace, name: string): Usage[] {
  if (UNIQUE.has(name)) return [];
  return vault.vocabulary.valuesOf(typeName, name).filter(({ notes }) => notes > 1);
}

/** Those of the folder first, then the known ones, then those that notes use all the same. */
function ownWords({ vault, folderWords }: NotePlace, kind: 'domain' | 'agent'): SuggestedWord[] {
  const used = vault.vocabulary.used(kind);
  const counts = new Map(used.map(({ word, notes }) => [word, notes]));
  const known = vault.vocabulary
    .known(kind)
    .sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  const own = folderWords[kind];
  const repeated = used.filter(({ notes }) => notes > 1).map(({ word }) => word);
  const words = new Set([...(own === undefined ? [] : [own]), ...known, ...repeated]);
  return [...words].map(word => ({
    ...plainWord(word, counts.get(word) ?? 0),
    ...(word === own ? { detail: 'this folder' } : {}),
  }));
}

function dates({ path, today, said }: NotePlace, field: FieldType): SuggestedWord[] {
  const words = new Map<string, string>();
  const add = (word: string | undefined, detail: string) => {
    if (word !== undefined && isDate(word) && !words.has(word)) words.set(word, detail);
  };
  const named = /^\d{4}-\d\d-\d\d(?=\b)/u.exec(baseOf(path))?.[0];
  if (field.name === 'date') add(named, 'in the file name');
  add(today, 'today');
  add(dayBefore(today), 'yesterday');
  if (field.after !== undefined) add(said.get(field.after), `as ${field.after}`);
  if (field.name !== 'date') add(named, 'in the file name');
  return [...words].map(([word, detail]) => ({
    word,
    kind: 'date',
    detail,
    meaning: null,
    typed: true,
  }));
}

function dayBefore(day: string): string | undefined {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) ? undefined : new Date(time - 86_400_000).toISOString().slice(0, 10);
}

function counted({ word, notes }: Usage): SuggestedWord {
  return plainWord(word, notes);
}

function plainWord(word: string, notes: number): SuggestedWord {
  return { word, kind: 'word', detail: notesCounted(notes), notes, meaning: null };
}
