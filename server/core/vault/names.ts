/** How names are compared: Unicode NFC, case-folded, inner white space collapsed; slugs and words drop more. */
const MARKS = /\p{M}+/gu;
const NOT_WORD = /[^\p{L}\p{N}]+/gu;
// Plain ASCII without doubled or outer blanks is most of every vault: it skips the Unicode work.
const SIMPLE = /^[!-~]+(?: [!-~]+)*$/;

/** Whether a name is ASCII in single blanks, so that it is its own `exactName`. */
export function isPlainName(name: string): boolean {
  return SIMPLE.test(name);
}

/** The form in which two names are the same name. */
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
  return foldName(name).replace(/['’]/gu, '').replace(NOT_WORD, '-').replace(/^-|-$/gu, '');
}

/** Search words of a text: folded, without accents. */
export function wordsOf(text: string): string[] {
  const plain = foldName(text).normalize('NFD').replace(MARKS, '').replace(/['’]/gu, '');
  return plain.split(NOT_WORD).filter(word => word !== '');
}

/** A path's last segment. */
export function baseOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** A path's folder without the closing slash; the root is the empty string. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

const NOTE_EXTENSION = /\.(?:md|markdown)$/iu;

export function isNotePath(path: string): boolean {
  return NOTE_EXTENSION.test(path);
}

/** A note's path or written target without its Markdown extension. */
export function withoutExtension(path: string): string {
  return path.replace(NOTE_EXTENSION, '');
}

/** A note's name: its file name without the extension. */
export function nameOf(path: string): string {
  return withoutExtension(baseOf(path));
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
