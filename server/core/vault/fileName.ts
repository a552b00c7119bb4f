/** File names that every common system, and Obsidian's links, can hold. */
import { enumeration } from '../text/enumeration';
import { byteLength, slugOf } from './names';

/** Bytes in UTF-8, extension included: encrypted file systems hold no more, so such a name may not arrive everywhere. */
export const PORTABLE_BYTES = 143;
/** What no common file system goes beyond. */
export const MAX_BYTES = 255;

/** Forbidden by Windows, or the end of an Obsidian link. */
const FORBIDDEN = /[\\/:*?"<>|#^[\]\p{Cc}]/gu;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;

/** Why a name without its extension cannot be a note's file name, in words; `null` where it can. */
export function nameFault(name: string): string | null {
  if (name.trim() === '') return 'A file name cannot be empty.';
  const marks = [...new Set(name.match(FORBIDDEN))].map(mark =>
    /\p{Cc}/u.test(mark) ? 'a control character' : `\`${mark}\``,
  );
  if (marks.length > 0) return `A file name cannot have ${enumeration(marks)}.`;
  if (/^\.|[. ]$|^ /u.test(name)) return 'A file name cannot begin or end with a dot or a blank.';
  if (RESERVED.test(name)) return `Windows keeps the name \`${name}\` for itself.`;
  return null;
}

/** A title as a file name: marks that cannot stand in one are left out, those between words become a hyphen. */
export function fileNameOf(title: string): string {
  const name = title
    .replace(/\s+/gu, ' ')
    .replace(/(?<=\S)[:/\\|](?=\S)/gu, '-')
    .replace(/ ?[:|] /gu, ' - ')
    .replace(FORBIDDEN, '')
    .replace(/ {2,}/gu, ' ')
    .replace(/^[. ]+|(?<![. ])[. ]+$/gu, '');
  return RESERVED.test(name) ? `${name} note` : name;
}

/** The opening of a name, cut between words, that with its extension takes at most so many bytes. */
export function shortName(name: string, bytes: number, extension = '.md'): string {
  const room = bytes - byteLength(extension);
  if (byteLength(name) <= room) return name;
  let [cut, size] = ['', 0];
  for (const character of name) {
    size += byteLength(character);
    if (size > room) break;
    cut += character;
  }
  const word = /^.*(?=[ -][^ -]*$)/su.exec(cut)?.[0];
  // A single long word is cut where it has to be.
  const kept = word !== undefined && word.length >= cut.length / 2 ? word : cut;
  return kept.replace(/(?<![. ,;-])[. ,;-]+$/u, '');
}

/** Whether a file name says the same as a title, as a sentence or as a slug. */
export function names(fileName: string, title: string): boolean {
  const slug = slugOf(title);
  return slug !== '' && slugOf(fileName) === slug;
}
