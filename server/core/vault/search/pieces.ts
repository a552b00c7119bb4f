/** Cuts a text into the pieces that the index stores: words, and pairs of characters where a script has no spaces. */
import { wordsOf } from '../names';

const UNSPACED =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]+/u;
const RUNS = new RegExp(`${UNSPACED.source}|[^${UNSPACED.source.slice(1, -2)}]+`, 'gu');

export interface Pieces {
  /** In the order of the text, with repetitions. */
  readonly pieces: readonly string[];
  /** By piece, whether it goes on in the word of the one before; `null` where every piece is a word. */
  readonly joined: readonly boolean[] | null;
}

/** Longer than any file name; a heading may go on. */
const LONGEST = 500;

export function piecesOf(text: string): Pieces {
  const cut = text.length > LONGEST ? text.slice(0, LONGEST) : text;
  const plain = plainWords(cut);
  if (plain !== null) return { pieces: plain, joined: null };
  const words = wordsOf(cut);
  if (!words.some(word => UNSPACED.test(word))) return { pieces: words, joined: null };
  const pieces = words.map(word => (word.match(RUNS) ?? []).flatMap(pairs));
  return { pieces: pieces.flat(), joined: pieces.flatMap(each => each.map((_, at) => at > 0)) };
}

/** The words joined by single blanks: what phrases are looked up in. Not much more than `length` of it will do. */
export function plainOf({ pieces, joined }: Pieces, length = Number.POSITIVE_INFINITY): string {
  let plain = '';
  for (let at = 0; at < pieces.length && plain.length < length; at++) {
    if (at > 0 && joined?.[at] !== true) plain += ' ';
    plain += newIn(pieces[at] ?? '');
  }
  return plain;
}

/** What a piece adds to the one before: of a pair the first character. */
export function newIn(piece: string): string {
  return piece.charCodeAt(0) < 0x80 || !UNSPACED.test(piece) ? piece : (Array.from(piece)[0] ?? '');
}

/**
 * What `wordsOf` says of a text of ASCII, dashes and quotes, at a fraction of the cost; `null` for any other. Joined by
 * hyphens it is what `slugOf` says.
 */
export function plainWords(text: string): string[] | null {
  const lower = (/['’]/.test(text) ? text.replace(/['’]/g, '') : text).toLowerCase();
  const words: string[] = [];
  let start = -1;
  for (let at = 0; at < lower.length; at++) {
    const code = lower.charCodeAt(at);
    if (code > 0x7f && (code < 0x2010 || code > 0x2027)) return null;
    const isOfWord = (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
    if (isOfWord && start < 0) start = at;
    if (isOfWord || start < 0) continue;
    words.push(lower.slice(start, at));
    start = -1;
  }
  if (start >= 0) words.push(lower.slice(start));
  return words;
}

/** Overlapping pairs, so that any stretch of two characters is a piece and any single one begins a piece. */
function pairs(run: string): string[] {
  if (!UNSPACED.test(run)) return [run];
  const chars = Array.from(run);
  return chars.map((char, at) => char + (chars[at + 1] ?? ''));
}
