/** How names are compared: Unicode NFC, case-folded, inner white space collapsed; slugs and words drop more. */
import { copied } from '../text/copied';
import { asciiCopy, asciiSlug } from './ascii';

const MARKS = /\p{M}+/gu;
const NOT_WORD = /[^\p{L}\p{N}]+/gu;
// Plain ASCII without doubled or outer blanks is most of every vault: it skips the Unicode work.
const SIMPLE = /^[!-~]+(?: [!-~]+)*$/;
const NOT_ASCII = /[\u0080-\uffff]/;
const ASCII_WORDS = /[a-z0-9]+/g;

/** The form in which two names are the same name; folding it again changes nothing. */
export function foldName(name: string): string {
  if (SIMPLE.test(name)) return name.toLowerCase();
  const folded = name.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase().normalize('NFC');
  // The last sigma of a word is no other letter.
  return folded.replace(/ς/gu, 'σ');
}

/** The form in which case still counts, for choosing between names that fold alike. */
export function exactName(name: string): string {
  return SIMPLE.test(name) ? name : name.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** Letters and digits joined by single hyphens, accents kept: `A b, c` is `a-b-c`. May be empty. */
export function slugOf(name: string): string {
  return asciiSlug(name) ?? anySlug(name);
}

function anySlug(name: string): string {
  return foldName(name).replace(/['’]/gu, '').replace(NOT_WORD, '-').replace(/^-|-$/gu, '');
}

/** Search words of a text: folded, without accents. */
export function wordsOf(text: string): string[] {
  return NOT_ASCII.test(text)
    ? anyWords(text)
    : (text.toLowerCase().replaceAll("'", '').match(ASCII_WORDS) ?? []);
}

function anyWords(text: string): string[] {
  const plain = foldName(text).normalize('NFD').replace(MARKS, '').replace(/['’]/gu, '');
  return plain.split(NOT_WORD).filter(word => word !== '');
}

/** A copy to keep: of a slice, the whole text that it was cut from would be kept, too. */
export function ownCopy(name: string): string {
  return asciiCopy(name) ?? copied(name);
}

/** A path's last segment. */
export function baseOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** A written target as a path: some write backslashes. */
export function withSlashes(target: string): string {
  return target.includes('\\') ? target.replaceAll('\\', '/') : target;
}

/** A path's folder without the closing slash; the root is the empty string. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

const LONG_EXTENSION = /^\.markdown$/iu;

export function isNotePath(path: string): boolean {
  return extensionLength(path) > 0;
}

/** Of `.md` or `.markdown` at the end, in any capitals; 0 where there is neither. */
function extensionLength(path: string): number {
  const { length } = path;
  // Nearly every path of a vault is asked, mostly more than once.
  if (path.charCodeAt(length - 3) === DOT)
    return isLetter(path, length - 2, 'm') && isLetter(path, length - 1, 'd') ? 3 : 0;
  return path.charCodeAt(length - 9) === DOT && LONG_EXTENSION.test(path.slice(-9)) ? 9 : 0;
}

const DOT = 0x2e;

/** Whether a small letter of ASCII, or its capital, stands there. */
function isLetter(text: string, at: number, letter: string): boolean {
  return (text.charCodeAt(at) | 0x20) === letter.charCodeAt(0);
}

/** A note's path or written target without its Markdown extension. */
export function withoutExtension(path: string): string {
  const length = extensionLength(path);
  return length === 0 ? path : path.slice(0, -length);
}

/** A note's name: its file name without the extension. */
export function nameOf(path: string): string {
  const end = path.length - extensionLength(path);
  return path.slice(path.lastIndexOf('/') + 1, end);
}

/** Length in UTF-8, as file systems count it. */
export function byteLength(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
