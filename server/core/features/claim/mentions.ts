/** Where the text of a note says another one's name in full without a link, and the edit that makes it one. */
import { parseNote } from '../../text/parseNote';
import { applyEdits, type Span, span, type TextEdit } from '../../text/span';
import { nameOf, wordsOf } from '../../vault/names';
import { titlesOf } from '../../vault/noteNames';
import type { Vault } from '../../vault/Vault';
import { linkTo } from './shownNote';

/** Looks for the names of one note in texts. */
export interface Mentioned {
  readonly path: string;
  /** The target of a link to it. */
  readonly target: string;
  /** In small letters: a text without any of these does not say its name. */
  readonly signs: readonly string[] | null;
  readonly pattern: RegExp;
}

/** So many places of one note are looked at. */
const MOST_IN_NOTE = 50;
/** A name of one word has to be as long as this, in UTF-16 units, to mean the note and not just the word. */
const LONG_WORD = 12;
/** A longer one, in UTF-16 units, nobody says; a pattern of it may be too large to be made. */
const LONGEST_NAME = 1000;
const LETTER = /\p{L}/u;
/**
 * Links to the web, and addresses: what stands in one cannot be a link of its own. Of bounded parts, as a line of many
 * that do not end would be gone through for each.
 */
const OTHER_LINK =
  /\[[^\][\n]{0,999}(?:\[[^\][\n]{0,999}\][^\][\n]{0,999}){0,9}\](?:\([^)\n]{0,999}\)|\[[^\]\n]{0,999}\]|:)|\bhttps?:\/\/\S+/gu;

/** `null` where its names are too short to be looked for, or no link can lead to it. */
export function mentionedNote(vault: Vault, path: string): Mentioned | null {
  const note = vault.note(path);
  const link = linkTo(vault, path);
  if (note === undefined || link === null) return null;
  const names = [...new Set([nameOf(path), ...titlesOf(note)])].filter(isTelling);
  if (names.length === 0) return null;
  // The longer name first: a shorter one may be its beginning.
  const sorted = names.sort((a, b) => b.length - a.length);
  const alternatives = [...new Set(sorted.flatMap(formsOf))].join('|');
  const signs = names.map(signOf);
  return {
    path,
    target: link.slice(2, -2),
    signs: signs.every(sign => sign !== null) ? signs : null,
    pattern: new RegExp(
      `(?<![\\p{L}\\p{M}\\p{N}_]|\\[\\[)(?:${alternatives})(?![\\p{L}\\p{M}\\p{N}_])`,
      'giu',
    ),
  };
}

/** In the text of the note at `from`: outside front matter, headings, links, code, comments and math. */
export function mentionsIn(vault: Vault, mentioned: Mentioned, from: string, text: string): Span[] {
  if (from === mentioned.path) return [];
  if (mentioned.signs !== null) {
    const small = text.toLowerCase();
    if (!mentioned.signs.some(sign => small.includes(sign))) return [];
  }
  const found: Span[] = [];
  for (const { 0: words, index } of text.matchAll(mentioned.pattern)) {
    found.push(span(index, index + words.length));
    if (found.length === MOST_IN_NOTE) break;
  }
  return found.length === 0 ? [] : linkable(vault, mentioned, from, text, found);
}

/** The edit that makes a link of the words there; they are shown as they are. */
export function mentionEdit({ target }: Mentioned, text: string, place: Span): TextEdit {
  const words = text.slice(place.start, place.end);
  if (words === target) return { span: place, newText: `[[${target}]]` };
  const start = text.lastIndexOf('\n', place.start - 1) + 1;
  // In a table the bar would end the cell.
  const bar = text.slice(start, place.start).includes('|') ? '\\|' : '|';
  return { span: place, newText: `[[${target}${bar}${words}]]` };
}

/** Those that are a link once brackets stand around them: the parser decides, so that nothing is told twice. */
function linkable(
  vault: Vault,
  mentioned: Mentioned,
  from: string,
  text: string,
  found: readonly Span[],
): Span[] {
  const { relationFields } = vault.config.schema;
  const { body, links, headings } = parseNote(from, text, relationFields);
  const others = [...text.matchAll(OTHER_LINK)].map(({ 0: raw, index }) =>
    span(index, index + raw.length),
  );
  const taken = [...links, ...headings].map(each => each.span).concat(others);
  const places = found.filter(
    place =>
      place.start >= body && !taken.some(each => each.start < place.end && place.start < each.end),
  );
  if (places.length === 0) return [];
  const edits = places.map(place => mentionEdit(mentioned, text, place));
  const edited = parseNote(from, applyEdits(text, edits), relationFields);
  const made = new Set(edited.links.map(each => each.span.start));
  let shift = 0;
  return places.filter((place, at) => {
    const start = place.start + shift;
    shift += (edits[at]?.newText.length ?? 0) - (place.end - place.start);
    return made.has(start);
  });
}

function isTelling(name: string): boolean {
  if (name.length > LONGEST_NAME) return false;
  const words = wordsOf(name).filter(word => LETTER.test(word));
  return words.length > 1 || (words.length === 1 && name.length >= LONG_WORD);
}

/** A pattern for the name, and one for each form in which its accents may be written. */
function formsOf(name: string): string[] {
  return [...new Set([name.normalize('NFC'), name.normalize('NFD')])].map(form =>
    form
      .trim()
      .split(/\s+/u)
      .map(word =>
        word
          .replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')
          .replace(/['’]/gu, "['’]")
          .replace(/["“”]/gu, '["“”]'),
      )
      .join('[ \\t\\u00a0]+'),
  );
}

/** The longest word of plain letters, by which most texts are told not to have the name; `null` where there is none. */
function signOf(name: string): string | null {
  const plain = name.toLowerCase().match(/(?<![^\s])[a-z]{3,}(?![^\s])/gu) ?? [];
  return plain.sort((a, b) => b.length - a.length)[0] ?? null;
}
