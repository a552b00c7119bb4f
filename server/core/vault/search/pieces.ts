/** Cuts a text into the pieces that the index stores: words, and pairs of characters where a script has no spaces. */
import { wordsOf } from '../names';

const UNSPACED =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]+/u;
const RUNS = new RegExp(`${UNSPACED.source}|[^${UNSPACED.source.slice(1, -2)}]+`, 'gu');

export interface Pieces {
  /** The words joined by single blanks: what phrases are looked up in. */
  readonly plain: string;
  /** In the order of the text, with repetitions. */
  readonly pieces: readonly string[];
}

/** Longer than any file name; a heading may go on. */
const LONGEST = 500;

export function piecesOf(text: string): Pieces {
  const words = wordsOf(text.slice(0, LONGEST));
  const plain = words.join(' ');
  if (!UNSPACED.test(plain)) return { plain, pieces: words };
  return { plain, pieces: words.flatMap(word => (word.match(RUNS) ?? []).flatMap(pairs)) };
}

/** Overlapping pairs, so that any stretch of two characters is a piece and any single one begins a piece. */
function pairs(run: string): string[] {
  if (!UNSPACED.test(run)) return [run];
  const chars = Array.from(run);
  return chars.map((char, at) => char + (chars[at + 1] ?? ''));
}
