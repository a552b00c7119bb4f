/** A new note of a type, as lines with places to fill in: for completion of a whole block, and for snippets. */
import { insideQuotes, yamlScalar } from '../text/yamlText';
import type { FieldType, NoteType } from './NoteType';

/** What is known of the note before it is written; plain text, not YAML. */
export interface TemplateFacts {
  /** `YYYY-MM-DD`. */
  readonly today?: string;
  readonly domain?: string;
  readonly agent?: string;
  /** The claim, or what the note is called. */
  readonly title?: string;
}

/** A place to fill in. Its words fit where they stand: inside quotes they are escaped already. */
export interface Placeholder {
  /** The field that it is the value of; `null` for the title in the heading and for words of the body. */
  readonly field: FieldType | null;
  readonly role: 'field' | 'title' | 'words';
  /** What stands there at first; empty where only the author can know. */
  readonly initial: string;
  /** The words to choose from, `initial` first; none where any text will do. */
  readonly choices: readonly string[];
  /** What belongs there, in a few words for the author. */
  readonly hint: string;
  /** Whether the words stand inside double quotes. */
  readonly quoted: boolean;
}

/** Text as it stands, or a place to fill in. */
export type TemplatePart = string | Placeholder;
export type TemplateLine = readonly TemplatePart[];

/** The front matter, with required and usual fields in their order, and the heading where the type has one. */
export function noteTemplate(type: NoteType, facts: TemplateFacts = {}): TemplateLine[] {
  const fields = type.fields.filter(isInNewNotes);
  const heading: Placeholder = {
    field: null,
    role: 'title',
    initial: facts.title ?? '',
    choices: [],
    hint: 'What it is called; of a claim the whole sentence.',
    quoted: false,
  };
  return [
    ['---'],
    [`type: ${yamlScalar(type.name)}`],
    ...fields.flatMap(field => fieldLines(field, facts)),
    ['---'],
    [''],
    ...(hasHeading(type) ? [['# ', heading]] : []),
  ];
}

/** The lines as text, each place holding what stands there at first. */
export function plainText(lines: readonly TemplateLine[]): string {
  const written = (part: TemplatePart) => (typeof part === 'string' ? part : part.initial);
  return lines.map(line => line.map(written).join('')).join('\n');
}

/** Fields of some sub-types only wait until the sub-type is known. */
function isInNewNotes(field: FieldType): boolean {
  const wanted = field.required === true || field.usual === true;
  return wanted && field.for === undefined && !field.name.endsWith('*');
}

/** Where the front matter has to say the title, a heading would only repeat it. */
function hasHeading(type: NoteType): boolean {
  return type.field('title')?.required !== true;
}

function fieldLines(field: FieldType, facts: TemplateFacts): TemplateLine[] {
  const key = `${yamlScalar(field.name)}:`;
  const place = placeFor(field, facts);
  const value = place.quoted ? ['"', place, '"'] : [place];
  if (field.list !== true) return [[`${key} `, ...value]];
  // Names of notes are long, so each has a line of its own; short words stand side by side.
  return field.kind === 'relation' ? [[key], ['  - ', ...value]] : [[`${key} [`, ...value, ']']];
}

function placeFor(field: FieldType, facts: TemplateFacts): Placeholder {
  const { meaning, initial, list } = field;
  switch (field.kind) {
    case 'choice': {
      const names = field.values.map(value => value.name);
      const known = initial === undefined ? names : [initial, ...names];
      const choices = [...new Set(known)].map(yamlScalar);
      return plain(field, initial ?? '', choices, meaning);
    }
    case 'boolean':
      return plain(field, 'false', ['false', 'true'], meaning);
    case 'date':
      return plain(field, facts.today ?? '', [], meaning);
    case 'domain':
    case 'agent': {
      const known = list === true ? undefined : facts[field.kind];
      return plain(field, known === undefined ? '' : yamlScalar(known), [], meaning);
    }
    case 'tag':
    case 'number':
    case 'url':
    case 'map':
    case 'any':
      return plain(field, '', [], meaning);
    default: {
      if (field.kind === 'text' && list === true) return plain(field, '', [], meaning);
      const isTitle = field.name === 'title' || field.name === 'name';
      const known = initial ?? (isTitle ? facts.title : undefined) ?? '';
      const words = insideQuotes(known, 'double');
      return { field, role: 'field', initial: words, choices: [], hint: meaning, quoted: true };
    }
  }
}

function plain(
  field: FieldType,
  initial: string,
  choices: readonly string[],
  hint: string,
): Placeholder {
  return { field, role: 'field', initial, choices, hint, quoted: false };
}
