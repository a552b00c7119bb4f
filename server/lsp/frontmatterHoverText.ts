/** Writes what a hover in front matter tells as Markdown in which nothing from a vault is anything but text. */
import type {
  DateHover,
  FrontmatterHover,
  KeyHover,
  TypeHover,
  WordHover,
} from '../core/features/frontmatter/frontmatterHover';
import type { TimeApart } from '../core/features/frontmatter/timeApart';
import type { FieldType } from '../core/schema/NoteType';
import { enumeration } from '../core/text/enumeration';
import { plain } from './hoverText';

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

function keyText(key: KeyHover): string {
  const { name, typeName, field, today, onlyOf, notes, of } = key;
  const described = field ?? (today.length === 1 ? today[0] : undefined);
  const inUse =
    typeName === ''
      ? count(notes, 'note without a type has it.', 'notes without a type have it.')
      : `${notes} of ${count(of, 'note', 'notes')} of type ${code(typeName)} ${notes === 1 ? 'has' : 'have'} it.`;
  if (field === null && today.length === 0)
    return paragraphs([`**${plain(name)}**`, undescribed(key), inUse]);
  const names = today.map(each => code(each.name));
  return paragraphs([
    described === undefined ? `**${plain(name)}**` : `**${plain(name)}** · ${kindText(described)}`,
    today.length > 0 && `An older name: today it is ${enumeration(names, 'or')}.`,
    described !== undefined && plain(described.meaning),
    described?.kind === 'relation' && (described.to?.length ?? 0) > 0 && leadsTo(described),
    onlyOf.length > 0 && `Only of ${enumeration(onlyOf.map(code), 'and')}.`,
    wordList(key),
    described?.open === true && 'Other words are as good.',
    (described?.legacy.length ?? 0) > 0 &&
      today.length === 0 &&
      `Older notes call it ${enumeration(described?.legacy.map(code) ?? [], 'or')}.`,
    inUse,
  ]);
}

function undescribed({ typeName, typeKnown }: KeyHover): string {
  if (typeKnown) return 'Nothing describes this field.';
  return typeName === ''
    ? 'The note has no type, so nothing describes this field.'
    : noSuchType(typeName);
}

function noSuchType(written: string): string {
  const name = code(written);
  return `No type ${name.startsWith('`') ? name : `“${name}”`} is described here.`;
}

/** Kind, and whether it is needed. */
function kindText({ kind, list, required }: FieldType): string {
  const what = kind === 'any' ? 'anything' : kind === 'relation' ? 'note' : kind;
  const counted =
    list === true ? `list of ${kind === 'any' || kind === 'text' ? what : `${what}s`}` : what;
  return [counted, required === true ? 'required' : 'optional'].join(' · ');
}

function leadsTo({ to = [], prose }: FieldType): string {
  const types = enumeration(to.map(code), 'or');
  return `It leads to notes of type ${types}${prose === true ? '; plain words are as good' : ''}.`;
}

function typeText({ written, type, notes }: TypeHover): string {
  const inUse = count(notes, 'note is of this type.', 'notes are of this type.');
  if (type === null) return paragraphs([noSuchType(written), inUse]);
  const required = type.fields
    .filter(field => field.required === true)
    .map(each => code(each.name));
  return paragraphs([
    `**${plain(type.name)}**`,
    type.legacy.includes(written) && `${code(written)} is an older name of it.`,
    plain(type.meaning),
    type.folders.length > 0 && `Such notes stand in ${enumeration(type.folders.map(code), 'and')}.`,
    required.length > 0 && `They need ${enumeration(required, 'and')}.`,
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

function wordList({ words, more }: KeyHover): string {
  const shown = words.map(({ word, meaning, notes }) => {
    const said = meaning === null ? '' : `: ${plain(meaning)}`;
    return `- ${code(word)}${said} (${notes === 0 ? 'no note' : count(notes, 'note', 'notes')})`;
  });
  return [...shown, ...(more > 0 ? [`- and ${more} more`] : [])].join('\n');
}

function paragraphs(parts: readonly (string | false)[]): string {
  return parts.filter(part => part !== false && part !== '').join('\n\n');
}

function count(size: number, one: string, many: string): string {
  return `${size} ${size === 1 ? one : many}`;
}

/** A word as code where no character of it could end the code; else as text. */
function code(word: string): string {
  return /^[\p{L}\p{N}_./*<>-]+$/u.test(word) ? `\`${word}\`` : plain(word);
}
