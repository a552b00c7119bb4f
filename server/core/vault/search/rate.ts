/** Rates a name against a query whose marks are on the tokens: which words it holds, how well, in which order. */
import type { Entry, Name } from './entry';
import type { Query } from './query';

export interface Rating {
  readonly score: number;
  /** Words found, as bits. */
  readonly found: number;
  readonly plain: string;
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

const NOTHING: Rating = { score: 0, found: 0, plain: '' };

/** The rating of the entry's best name. */
export function rateEntry(entry: Entry, query: Query, stamp: number): Rating {
  let best = NOTHING;
  for (const name of entry.names) {
    const rating = rate(name, query, stamp);
    if (rating.score > best.score) best = rating;
  }
  return best;
}

function rate(name: Name, query: Query, stamp: number): Rating {
  const { worth } = query;
  const { plain } = name;
  const words = worth.length;
  for (let word = 0; word < words; word++) {
    weights[word] = 0;
    places[word] = -2;
  }
  let found = 0;
  let adjacent = 0;
  let ordered = 0;
  for (let at = 0; at < name.tokens.length; at++) {
    const token = name.tokens[at];
    if (token === undefined || token.stamp !== stamp) continue;
    const { marks } = token;
    // From the last word back: a token that matches two words is not its own neighbour.
    for (let mark = marks.length - 2; mark >= 0; mark -= 2) {
      const word = marks[mark] ?? 0;
      const weight = marks[mark + 1] ?? 0;
      const bit = 1 << word;
      found |= bit;
      if (weight > (weights[word] ?? 0)) weights[word] = weight;
      const before = word > 0 ? (places[word - 1] ?? -2) : -2;
      if (before === at - 1) adjacent |= bit;
      if (before >= 0) ordered |= bit;
      places[word] = at;
    }
  }
  if (found === 0) return NOTHING;
  // The phrase cannot be there unless its words, but for a cut-off first one, stand side by side.
  const likely = words < 3 || bits(adjacent) + 2 >= words;
  const place = likely ? plain.indexOf(query.plain) : -1;
  let pairs = bits(adjacent);
  let inOrder = bits(ordered);
  if (place >= 0) {
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
  if (place >= 0) score += PHRASE;
  if (place === 0) score += plain.length === query.plain.length ? START + WHOLE : START;
  score -= LENGTH * Math.min(1, plain.length / 256);
  return { score: (score / PERFECT) * (name.own ? 1 : OTHER_NAME), found, plain };
}

function bits(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count++;
  return count;
}
