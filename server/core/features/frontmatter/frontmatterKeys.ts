/** The fields that front matter can still have, in the order in which an author needs them. */
import { withArticle } from '../../rules/frontmatter/expected';
import { fieldKinds } from '../../schema/form';
import type { FieldType, NoteType } from '../../schema/NoteType';
import { typeField } from '../../schema/typeField';
import { enumeration } from '../../text/enumeration';
import { yamlScalar } from '../../text/yamlText';
import type { CompletionEntry, Documentation } from '../completion/Completions';
import { snippetText } from '../completion/snippetText';
import { wordsOf } from './fieldWords';
import type { KeyContext } from './frontmatterContext';
import { type NotePlace, notesCounted } from './notePlace';

/** Fields besides those of the schema. */
const MOST_USED = 30;
/** Words told of a field; more are not read. */
const MOST_WORDS = 30;

export function keyEntries(place: NotePlace, context: KeyContext): CompletionEntry[] {
  const { vault, type, folderType, said } = place;
  const shown = type ?? (place.typeName === '' ? folderType : undefined);
  const used = vault.vocabulary.fieldsOf(shown?.name ?? place.typeName, { without: place.note });
  const counts = new Map(used.map(({ word, notes }) => [word, notes]));
  const entries: CompletionEntry[] = [];
  const names = new Set(said.keys());
  const add = (name: string, field: FieldType | null, of: NoteType | undefined) => {
    if (names.has(name)) return;
    names.add(name);
    entries.push(keyEntry(place, context, name, field, of, counts.get(name) ?? 0));
  };
  add('type', typeField, type);
  if (shown !== undefined) {
    for (const field of freeFields(place, shown)) {
      if (field.name.endsWith('*')) {
        for (const name of namesLike(place, shown, field)) add(name, field, shown);
      } else add(field.name, field, shown);
    }
  }
  const least = type === undefined ? 1 : 2;
  const others = used.filter(
    ({ word, notes }) => notes >= least && !names.has(word) && !shown?.fieldsOnceNamed(word).length,
  );
  for (const { word } of others.slice(0, MOST_USED)) add(word, null, shown);
  return entries;
}

/** Not written yet, under an older name neither: required ones first, then what the note's state asks for, then usual ones. */
function freeFields({ said }: NotePlace, type: NoteType): FieldType[] {
  const subtype = type.subtype === undefined ? undefined : said.get(type.subtype) || undefined;
  const asked = askedFor(type, said);
  const rank = (field: FieldType) =>
    field.required ? 0 : asked.has(field.name) ? 1 : field.usual ? 2 : 3;
  const isWritten = (field: FieldType) =>
    field.legacy.some(name => said.has(name) && type.fieldMeant(name) === field);
  return type.fields
    .filter(field => type.has(field, subtype) && !isWritten(field))
    .sort((a, b) => rank(a) - rank(b));
}

/** Fields that the note needs because of what another one says. */
function askedFor(type: NoteType, said: ReadonlyMap<string, string>): Set<string> {
  const due = type.requires.filter(
    ({ when, any }) =>
      !any.some(name => said.has(name)) &&
      Object.entries(when).every(([name, words]) => words.includes(said.get(name) ?? '')),
  );
  return new Set(due.flatMap(({ any }) => any));
}

/** For a field described as `flagged_for_*`: the names in use, and one for each agent. */
function namesLike({ vault, note }: NotePlace, type: NoteType, field: FieldType): string[] {
  const prefix = field.name.slice(0, -1);
  const used = vault.vocabulary
    .fieldsOf(type.name, { without: note })
    .map(({ word }) => word)
    .filter(word => type.field(word) === field);
  const agents = prefix.endsWith('_for_') ? vault.vocabulary.known('agent') : [];
  return [...new Set([...used, ...agents.map(agent => prefix + agent)])];
}

function keyEntry(
  place: NotePlace,
  context: KeyContext,
  name: string,
  field: FieldType | null,
  type: NoteType | undefined,
  notes: number,
): CompletionEntry {
  const required = field?.required === true;
  const kind = field === null ? '' : field.list ? `list · ${field.kind}` : field.kind;
  return {
    kind: 'key',
    label: name,
    detail: [required ? 'required' : '', kind || notesCounted(notes)].filter(Boolean).join(' · '),
    ...(field === null ? {} : { documentation: documented(place, field, type) }),
    ...written(context, yamlScalar(name), field),
    ...(name === 'type' ? { preselected: true } : {}),
  };
}

function written(
  { colon, indent }: KeyContext,
  key: string,
  field: FieldType | null,
): Pick<CompletionEntry, 'newText' | 'snippet' | 'opensList'> {
  if (colon) return { newText: key };
  const opensList = field !== null && !['text', 'number', 'url', 'map', 'any'].includes(field.kind);
  if (field?.kind === 'map') return { newText: `${key}:\n  ` };
  if (field?.list !== true) return { newText: `${key}: `, opensList };
  const lines = { newText: `${key}:\n${indent}- `, opensList };
  // Short words stand side by side; names of notes and sentences need a line each.
  const short = field.kind !== 'relation' && field.kind !== 'text' && field.kind !== 'any';
  return short ? { ...lines, snippet: `${snippetText(key)}: [$0]` } : lines;
}

function documented(
  { vault }: NotePlace,
  field: FieldType,
  type: NoteType | undefined,
): Documentation {
  const needed =
    field.required && type !== undefined ? `Required of ${withArticle(type.name)}.` : '';
  const list = field.list ? 'A list.' : '';
  const targets = field.to === undefined ? '' : `Leads to notes of type ${enumeration(field.to)}.`;
  const kind = field.kind === 'choice' ? '' : fieldKinds[field.kind];
  const words =
    field.kind === 'tag' ? [] : wordsOf(vault, type?.name ?? '', field, { most: MOST_WORDS }).words;
  return {
    paragraphs: [field.meaning, [needed, list, kind, targets].filter(Boolean).join(' ')].filter(
      Boolean,
    ),
    words,
  };
}
