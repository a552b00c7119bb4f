/** The words that the value of a field can be, best first. */
import { isDate, withoutZeros } from '../../rules/frontmatter/dates';
import type { FieldType } from '../../schema/NoteType';
import { baseOf } from '../../vault/names';
import type { Asked, Usage } from '../../vault/Vocabulary';
import type { CompletionKind, Documentation } from '../completion/Completions';
import { wordsOf } from './fieldWords';
import type { ValueContext } from './frontmatterContext';
import { type NotePlace, notesCounted } from './notePlace';

export interface SuggestedWord {
  readonly word: string;
  readonly kind: CompletionKind;
  readonly detail: string;
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
  const taken = new Set(others);
  const suggested = (most: number, fits: (word: string) => boolean) => {
    // What is half-typed in this note is no word of the vault for that.
    const asked = { most, fits, without: place.note };
    const words = field?.name === 'type' ? types(place) : fieldWords(place, field, name, asked);
    return words.filter(({ word }) => fits(word));
  };
  const free = suggested(MOST + 1, word => !taken.has(word));
  if (free.length <= MOST) return free;
  const half = typed.trim().toLowerCase();
  const fits = (word: string) => !taken.has(word) && word.toLowerCase().includes(half);
  return suggested(MOST, fits).slice(0, MOST);
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

function fieldWords(
  place: NotePlace,
  field: FieldType | undefined,
  name: string,
  asked: Asked,
): SuggestedWord[] {
  switch (field?.kind) {
    case 'date':
      return dates(place, field);
    case 'boolean':
      return ['true', 'false'].map(word => ({ ...plainWord(word, 0), typed: true }));
    case 'domain':
    case 'agent':
      return ownWords(place, field.kind, asked);
    case 'tag':
      return place.vault.vocabulary.used('tag', asked).map(counted);
    case 'choice': {
      const { words } = wordsOf(place.vault, place.typeName, field, asked);
      return words.map(({ word, meaning, notes }) => ({ ...plainWord(word, notes), meaning }));
    }
    case 'url':
    case 'map':
    case 'relation':
      return [];
    default: {
      const typed = field?.kind === 'number';
      return usedWords(place, name, asked).map(each => ({ ...counted(each), typed }));
    }
  }
}

/** What several notes say, where what they say comes again at all. */
function usedWords({ vault, typeName }: NotePlace, name: string, asked: Asked): Usage[] {
  if (UNIQUE.has(name)) return [];
  return vault.vocabulary.valuesOf(typeName, name, { ...asked, least: 2 });
}

/** Those of the folder first, then the known ones, then those that notes use all the same. */
function ownWords(
  { vault, folderWords }: NotePlace,
  kind: 'domain' | 'agent',
  asked: Asked,
): SuggestedWord[] {
  const { vocabulary } = vault;
  const known = vocabulary
    .known(kind)
    .map(word => ({ word, notes: vocabulary.notesWith(kind, word) }));
  const own = folderWords[kind];
  const words = new Map<string, number>();
  if (own !== undefined) words.set(own, vocabulary.notesWith(kind, own));
  for (const { word, notes } of known.sort((a, b) => b.notes - a.notes)) words.set(word, notes);
  for (const { word, notes } of vocabulary.used(kind, { ...asked, least: 2 }))
    if (!words.has(word)) words.set(word, notes);
  return [...words].map(([word, notes]) => ({
    ...plainWord(word, notes),
    ...(word === own ? { detail: 'this folder' } : {}),
  }));
}

function dates({ path, today, said }: NotePlace, field: FieldType): SuggestedWord[] {
  const words = new Map<string, string>();
  const add = (word: string | undefined, detail: string) => {
    if (word !== undefined && isDate(word) && !words.has(word)) words.set(word, detail);
  };
  const named = withoutZeros(/^\d{4}-\d\d-\d\d\b/u.exec(baseOf(path))?.[0] ?? '');
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
  return { word, kind: 'word', detail: notesCounted(notes), meaning: null };
}
