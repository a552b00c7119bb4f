/** The keys and values that may stand at each place of a vault's settings, with what they mean. */
import { rules } from '../../rules/all';
import { isFor } from '../../schema/checkFields';
import type { Config } from '../../schema/config';
import { severityMeanings } from '../../schema/configForm';
import { formsAt, knownKeys } from '../../schema/configSchema';
import { edgeKinds, fieldKinds } from '../../schema/form';
import type { FieldType, NoteType } from '../../schema/NoteType';
import { yamlScalar } from '../../text/yamlText';
import type { Vault } from '../../vault/Vault';
import type { ConfigPath } from './configContext';

export interface ConfigWord {
  readonly word: string;
  /** As YAML has it. */
  readonly written: string;
  /** In a sentence; may be empty. */
  readonly meaning: string;
  /** A few words beside it; may be empty. */
  readonly detail: string;
  /** Of a key: whether its value is a word on the same line. */
  readonly isScalar?: boolean;
}

/** What is known where a word stands. `config` is what the settings say as they are being typed. */
export interface ConfigPlace {
  readonly path: ConfigPath;
  readonly config: Config;
  readonly vault: Vault;
}

/** Keys that may stand below the path. */
export function keysAt(place: ConfigPlace): ConfigWord[] {
  const { path } = place;
  const known = Object.entries(knownKeys(path)).map(([key, { description = '' }]) =>
    keyOf([...path, key], key, description),
  );
  if (known.length > 0) return known;
  const free = NAMES.find(([pattern]) => fits(path, pattern))?.[1](place) ?? [];
  return free.map(word => ({
    ...keyOf([...path, word.word], word.word, word.meaning),
    detail: word.detail,
  }));
}

/** Values that may stand at the path. */
export function valuesAt(place: ConfigPlace): ConfigWord[] {
  const { path } = place;
  const forms = formsAt(path);
  const ofField = path.at(-1) === 'edge' ? edgeKinds : fieldKinds;
  const meanings: Readonly<Record<string, string>> =
    path[0] === 'severity' ? severityMeanings : ofField;
  const fixed = forms.flatMap(form => form.enum ?? []);
  if (fixed.length > 0)
    return fixed.map(word => ({ ...wordOf(word, meanings[word]), written: word }));
  if (forms.some(({ type }) => type === 'boolean'))
    return ['true', 'false'].map(word => ({ ...wordOf(word), written: word }));
  return VALUES.find(([pattern]) => fits(path, pattern))?.[1](place) ?? [];
}

/** Whether a key means anything below the path: of a date, nobody says where it leads. */
export function isMeant(key: string, place: ConfigPlace): boolean {
  if (!fits(place.path, 'types/*/fields/*')) return true;
  const kind = typeAt(place)?.fields.find(({ name }) => name === place.path[3])?.kind ?? 'text';
  // Text is what a field is of which nothing has been said yet.
  return kind === 'text' || isFor(key, kind);
}

type Source = (place: ConfigPlace) => ConfigWord[];

/** Where any name may be a key, those that mean something. */
const NAMES: readonly (readonly [pattern: string, source: Source])[] = [
  ['severity', ruleWords],
  ['types', typeWords],
  ['types/*/fields', fieldWords],
  ['types/*/extends', subtypeWords],
  ['types/*/requires/0/when', fieldWords],
];

const VALUES: readonly (readonly [pattern: string, source: Source])[] = [
  ['domains/0', place => usedWords(place, 'domain')],
  ['agents/0', place => usedWords(place, 'agent')],
  ['types/*/subtype', fieldWords],
  ['types/*/extends/*', subtypeWords],
  ['types/*/fields/*/to/0', typeWords],
  ['types/*/fields/*/for/0', subtypeWords],
  ['types/*/fields/*/after', place => fieldWords(place, ({ kind }) => kind === 'date')],
  ['types/*/fields/*/initial', place => valueWords(place, place.path[3])],
  ['types/*/fields/*/replaced/*', place => valueWords(place, place.path[3])],
  ['types/*/requires/0/any/0', fieldWords],
  ['types/*/requires/0/when/*/0', place => valueWords(place, place.path[5])],
];

function fits(path: ConfigPath, pattern: string): boolean {
  const parts = pattern.split('/');
  return (
    parts.length === path.length &&
    parts.every((part, index) => part === '*' || part === String(path[index]))
  );
}

function ruleWords(): ConfigWord[] {
  const families = [...new Set(rules.map(({ code }) => code.split('/')[0] ?? ''))];
  return [
    ...families.map(family => wordOf(family, `All rules that begin with \`${family}/\`.`, 'rules')),
    ...rules.map(({ code, summary, severity }) => wordOf(code, summary, severity)),
  ];
}

function typeWords({ config }: ConfigPlace): ConfigWord[] {
  return config.schema.types.map(({ name, meaning }) => wordOf(name, meaning, 'type'));
}

function typeAt({ path, config }: ConfigPlace): NoteType | undefined {
  return config.schema.types.find(({ name }) => name === path[1]);
}

function fieldWords(
  place: ConfigPlace,
  wanted: (field: FieldType) => boolean = () => true,
): ConfigWord[] {
  const fields = typeAt(place)?.fields.filter(
    field => wanted(field) && field.name !== place.path[3],
  );
  return fields?.map(({ name, meaning, kind }) => wordOf(name, meaning, kind)) ?? [];
}

function subtypeWords(place: ConfigPlace): ConfigWord[] {
  return valueWords(place, typeAt(place)?.subtype);
}

function valueWords(place: ConfigPlace, field: string | number | undefined): ConfigWord[] {
  const values = typeAt(place)?.field(String(field))?.values ?? [];
  return values.map(({ name, meaning }) => wordOf(name, meaning ?? ''));
}

function usedWords({ vault }: ConfigPlace, kind: 'domain' | 'agent'): ConfigWord[] {
  const { vocabulary } = vault;
  const used = vocabulary.used(kind).map(each => each.word);
  return [...new Set([...used, ...vocabulary.known(kind)])].map(word => {
    const notes = vocabulary.notesWith(kind, word);
    return wordOf(word, '', notes === 1 ? '1 note' : `${notes} notes`);
  });
}

function wordOf(word: string, meaning = '', detail = ''): ConfigWord {
  return { word, written: yamlScalar(word), meaning, detail };
}

function keyOf(path: ConfigPath, key: string, meaning: string): ConfigWord {
  const [form] = formsAt(path);
  const types = [form?.type ?? 'string'].flat();
  const isScalar = types.some(type => type !== 'object' && type !== 'array');
  const detail = isScalar ? '' : types.includes('array') ? 'list' : 'keys';
  return { word: key, written: yamlScalar(key), meaning, detail, isScalar };
}
