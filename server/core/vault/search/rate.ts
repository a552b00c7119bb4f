/** Rates a name against a query whose marks are on the tokens: which words it holds, how well, in which order. */
import { countOf, isOwn, lengthOf, type NameStore } from './NameStore';
import type { Query } from './query';

/** Filled anew for each of very many notes. */
export interface Rating {
  score: number;
  /** Words found, as bits. */
  found: number;
  /** Where the head of the name stands. */
  head: number;
}

const WHOLE = 0.2;
const START = 0.2;
const PHRASE = 0.2;
const ADJACENT = 0.2;
const ORDERED = 0.1;
const LENGTH = 0.02;
/** The weight of a first word that begins in the middle of the name's. */
const CUT_OFF = 0.65;
const OTHER_NAME = 0.95;
/** What a perfect name would get. */
const PERFECT = 1 + WHOLE + START + PHRASE + ADJACENT + ORDERED;

/** Scratch, by query word: the best weight so far and the last place where it stood. */
const weights = new Float64Array(32);
const places = new Int32Array(32);

export function noRating(): Rating {
  return { score: 0, found: 0, head: 0 };
}

/** Makes `rating` that of the note's best name. */
export function rateNote(names: NameStore, note: number, query: Query, rating: Rating): void {
  const { memory } = names;
  rating.score = 0;
  rating.found = 0;
  for (let head = names.first(note), end = names.end(note); head < end; ) {
    rate(names, head, query, rating);
    head += 1 + countOf(memory[head]);
  }
}

function rate(names: NameStore, start: number, query: Query, best: Rating): void {
  const { worth, marks } = query;
  const { places: marked } = marks;
  const { memory } = names;
  const head = memory[start] ?? 0;
  const words = worth.length;
  for (let word = 0; word < words; word++) {
    weights[word] = 0;
    places[word] = -2;
  }
  let found = 0;
  let adjacent = 0;
  let ordered = 0;
  const count = countOf(head);
  for (let at = 0; at < count; at++) {
    const token = (memory[start + 1 + at] ?? 0) >> 1;
    const place = marked[token] ?? 0;
    if (place === 0) continue;
    const fits = marks.at(place);
    // From the last word back: a token that matches two words is not its own neighbour.
    for (let mark = fits.length - 2; mark >= 0; mark -= 2) {
      const word = fits[mark] ?? 0;
      const weight = fits[mark + 1] ?? 0;
      const bit = 1 << word;
      found |= bit;
      if (weight > (weights[word] ?? 0)) weights[word] = weight;
      const before = word > 0 ? (places[word - 1] ?? -2) : -2;
      if (before === at - 1) adjacent |= bit;
      if (before >= 0) ordered |= bit;
      places[word] = at;
    }
  }
  if (found === 0) return;
  // The phrase cannot be there unless its words, but for a cut-off first one, are, and stand side by side.
  const likely = (found | 1) === 2 ** words - 1 && (words < 3 || bits(adjacent) + 2 >= words);
  const place = likely ? query.phrase.in(names, start) : 'nowhere';
  let pairs = bits(adjacent);
  let inOrder = bits(ordered);
  if (place !== 'nowhere') {
    found |= 1;
    weights[0] = Math.max(weights[0] ?? 0, CUT_OFF);
    pairs = words - 1;
    inOrder = words - 1;
  }
  let sum = 0;
  let total = 0;
  for (let word = 0; word < words; word++) {
    sum += (worth[word] ?? 0) * (weights[word] ?? 0);
    total += worth[word] ?? 0;
  }
  let score = sum / total;
  score += words > 1 ? (ADJACENT * pairs + ORDERED * inOrder) / (words - 1) : ADJACENT + ORDERED;
  if (place !== 'nowhere') score += PHRASE;
  if (place === 'start') score += START;
  if (place === 'whole') score += START + WHOLE;
  score -= LENGTH * Math.min(1, lengthOf(head) / 256);
  score = (score / PERFECT) * (isOwn(head) ? 1 : OTHER_NAME);
  if (score <= best.score) return;
  best.score = score;
  best.found = found;
  best.head = start;
}

function bits(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count++;
  return count;
}
