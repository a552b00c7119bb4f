/** Writes what a hover in front matter tells as Markdown in which nothing from a vault is anything but text. */
import type { DescribedWord } from '../core/features/fieldWords';
import type {
  DateHover,
  FrontmatterHover,
  KeyHover,
  TypeHover,
  WordHover,
} from '../core/features/frontmatterHover';
import type { TimeApart } from '../core/features/timeApart';
import type { FieldType } from '../core/schema/NoteType';
import { plain } from './hoverText';

/** Longer lists end in a count. */
const SHOWN = 16;

export function frontmatterHoverText({ about }: FrontmatterHover): string {
  switch (about.kind) {
    case 'key':
      return keyText(about);
    case 'type':
      return typeText(about);
    case 'word':
      return wordText(about);
    case 'date':
      return dateText(about);
  }
}

function keyText({ name, typeName, field, today, words, notes, of }: KeyHover): string {
  const described = field ?? (today.length === 1 ? today[0] : undefined);
  const inUse =
    typeName === ''
      ? count(notes, 'note without a type has it.', 'notes without a type have it.')
      : `${notes} of ${count(of, 'note', 'notes')} of type ${code(typeName)} ${notes === 1 ? 'has' : 'have'} it.`;
  if (field === null && today.length === 0)
    return paragraphs([`**${plain(name)}**`, 'Nothing describes this field.', inUse]);
  const names = today.map(each => code(each.name));
  return paragraphs([
    described === undefined ? `**${plain(name)}**` : `**${plain(name)}** · ${kindText(described)}`,
    today.length > 0 && `An older name: today it is ${listed(names, 'or')}.`,
    described !== undefined && plain(described.meaning),
    described?.kind === 'relation' && (described.to?.length ?? 0) > 0 && leadsTo(described),
    described?.for !== undefined && `Only of ${listed(described.for.map(code), 'and')}.`,
    wordList(words),
    described?.open === true && 'Other words are as good.',
    (described?.legacy.length ?? 0) > 0 &&
      today.length === 0 &&
      `Older notes call it ${listed(described?.legacy.map(code) ?? [], 'or')}.`,
    inUse,
  ]);
}

/** Kind, and whether it is needed. */
function kindText({ kind, list, required }: FieldType): string {
  const what = kind === 'any' ? 'anything' : kind === 'relation' ? 'note' : kind;
  const counted = list === true ? `list of ${kind === 'any' ? what : plural(what)}` : what;
  return [counted, required === true ? 'required' : 'optional'].join(' · ');
}

function leadsTo({ to = [], prose }: FieldType): string {
  const types = listed(to.map(code), 'or');
  return `It leads to notes of type ${types}${prose === true ? '; plain words are as good' : ''}.`;
}

function typeText({ written, type, notes }: TypeHover): string {
  const inUse = count(notes, 'note is of this type.', 'notes are of this type.');
  if (type === null) return paragraphs([`No type “${plain(written)}” is described here.`, inUse]);
  const required = type.fields
    .filter(field => field.required === true)
    .map(each => code(each.name));
  return paragraphs([
    `**${plain(type.name)}**`,
    type.legacy.includes(written) && `${code(written)} is an older name of it.`,
    plain(type.meaning),
    type.folders.length > 0 && `Such notes stand in ${listed(type.folders.map(code), 'and')}.`,
    required.length > 0 && `They need ${listed(required, 'and')}.`,
    inUse,
  ]);
}

function wordText({ field, word, meaning, known, replacedBy, asks, notes }: WordHover): string {
  const own = field.kind === 'domain' || field.kind === 'agent';
  const where = field.kind === 'choice' ? ` as ${code(field.name)}` : '';
  return paragraphs([
    `**${plain(word)}** · ${field.kind === 'choice' ? plain(field.name) : field.kind}`,
    meaning !== null && plain(meaning),
    replacedBy !== null && `An older word: today it is ${code(replacedBy)}.`,
    !known && own && `No folder and no setting has this ${field.kind}.`,
    !known &&
      !own &&
      replacedBy === null &&
      field.open !== true &&
      'It is none of the words that this field takes.',
    asks.map(plain).join(' '),
    count(notes, `note has it${where}.`, `notes have it${where}.`),
  ]);
}

const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

function dateText({ written, apart }: DateHover): string {
  const { weekday } = apart;
  const day = weekday === null ? plain(written) : `${WEEKDAYS[weekday]}, ${plain(written)}`;
  return `${day}: ${apartText(apart)}`;
}

/** “3 days ago”, “in 2 months”. */
export function apartText({ unit, count: signed }: TimeApart): string {
  if (signed === 0) return unit === 'day' ? 'today' : `this ${unit}`;
  if (unit === 'day' && Math.abs(signed) === 1) return signed < 0 ? 'yesterday' : 'tomorrow';
  const size = Math.abs(signed);
  const words = `${size} ${size === 1 ? unit : `${unit}s`}`;
  return signed < 0 ? `${words} ago` : `in ${words}`;
}

function wordList(words: readonly DescribedWord[]): string {
  const shown = words.slice(0, SHOWN).map(({ word, meaning, notes }) => {
    const said = meaning === null ? '' : `: ${plain(meaning)}`;
    return `- ${code(word)}${said} (${notes === 0 ? 'no note' : count(notes, 'note', 'notes')})`;
  });
  const more = words.length > SHOWN ? [`- and ${words.length - SHOWN} more`] : [];
  return [...shown, ...more].join('\n');
}

function paragraphs(parts: readonly (string | false)[]): string {
  return parts.filter(part => part !== false && part !== '').join('\n\n');
}

function count(size: number, one: string, many: string): string {
  return `${size} ${size === 1 ? one : many}`;
}

function listed(words: readonly string[], last: 'and' | 'or'): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

function plural(word: string): string {
  return /(?:s|x|ch)$/u.test(word) ? `${word}es` : `${word}s`;
}

/** A word as code where no character of it could end the code; else as text. */
function code(word: string): string {
  return /^[\p{L}\p{N}_./*<>-]+$/u.test(word) ? `\`${word}\`` : plain(word);
}
