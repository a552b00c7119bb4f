/** Splits prose into sentences; what stands in quotes or brackets belongs to one sentence. */
import type { Span } from '../../text/span';

const ABBREVIATIONS = new Set(
  'vs e.g i.e cf approx al fig eq pp no st dr mr mrs ms prof inc ltd co jr sr u.s u.k'.split(' '),
);
const CLOSING = new Set(['"', '”', '’', "'", ')', ']', '*', '_', '`']);

/** In order; white space between them belongs to none. */
export function sentencesOf(text: string, { start, end }: Span): Span[] {
  const covered = coveredPlaces(text, start, end);
  const sentences: Span[] = [];
  let from = start;
  for (let at = start; at < end; at++) {
    const character = text[at] ?? '';
    if (character !== '.' && character !== '!' && character !== '?') continue;
    if (covered(at) && !closesQuote(text, at, end, covered)) continue;
    let after = at + 1;
    while (after < end && CLOSING.has(text[after] ?? '')) after++;
    if (after < end && !/\s/u.test(text[after] ?? '')) continue;
    let next = after;
    while (next < end && /\s/u.test(text[next] ?? '')) next++;
    if (next < end && /\p{Ll}/u.test(text[next] ?? '')) continue;
    if (character === '.' && next < end && isAbbreviation(text, from, at)) continue;
    sentences.push({ start: from, end: after });
    from = next;
    at = next - 1;
  }
  if (from < end) sentences.push({ start: from, end });
  return sentences;
}

/** A full stop as the last character within quotes ends the sentence around them, too. */
function closesQuote(
  text: string,
  at: number,
  end: number,
  covered: (at: number) => boolean,
): boolean {
  let after = at + 1;
  while (after < end && CLOSING.has(text[after] ?? '')) after++;
  return after > at + 1 && !covered(after);
}

function isAbbreviation(text: string, from: number, at: number): boolean {
  let start = at;
  while (start > from && at - start < 8 && !/[\s("“]/u.test(text[start - 1] ?? '')) start--;
  const word = text.slice(start, at);
  return ABBREVIATIONS.has(word.toLowerCase()) || /^\p{Lu}$/u.test(word);
}

/** Tells of a place whether it is inside quotes or brackets that are closed again. */
function coveredPlaces(text: string, start: number, end: number): (at: number) => boolean {
  const depths = new Int32Array(end - start + 1);
  const cover = (from: number, to: number) => {
    depths[from - start] = (depths[from - start] ?? 0) + 1;
    depths[to - start] = (depths[to - start] ?? 0) - 1;
  };
  const brackets: number[] = [];
  let quote = -1;
  for (let at = start; at < end; at++) {
    const character = text[at];
    if (character === '(' || character === '[') brackets.push(at);
    else if (character === ')' || character === ']') {
      const opened = brackets.pop();
      if (opened !== undefined) cover(opened, at + 1);
    } else if (character === '“' || (character === '"' && quote < 0)) quote = at;
    else if ((character === '”' || character === '"') && quote >= 0) {
      cover(quote, at + 1);
      quote = -1;
    }
  }
  for (let index = 1; index < depths.length; index++)
    depths[index] = (depths[index] ?? 0) + (depths[index - 1] ?? 0);
  return at => (depths[at - start] ?? 0) > 0;
}
