/** Half-typed queries made from titles, each with the title that is meant. */
import { wordsOf } from '../../server/core/vault/names';
import { pick, random } from './titles';

export interface Query {
  readonly title: string;
  readonly text: string;
  /** Whether another title answers the query as well. */
  readonly fits: (title: string) => boolean;
}

const plain = (title: string) => wordsOf(title).join(' ');

/** Equal titles in two folders are one: finding either will do. */
export const same = (title: string) => {
  const wanted = plain(title);
  return (other: string) => plain(other) === wanted;
};

function misspell(word: string, next: () => number): string {
  const at = 1 + Math.floor(next() * (word.length - 2));
  const letter = String.fromCharCode(97 + Math.floor(next() * 26));
  const kind = Math.floor(next() * 4);
  if (kind === 0) return word.slice(0, at) + letter + word.slice(at);
  if (kind === 1) return word.slice(0, at) + word.slice(at + 1);
  if (kind === 2) return word.slice(0, at) + letter + word.slice(at + 1);
  return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
}

const holds = (words: readonly string[]) => (other: string) =>
  words.every(word => plain(other).includes(word));

/** Each makes a query of a title, or nothing of a title too short for it. */
const KINDS: Readonly<Record<string, (title: string, next: () => number) => Query | null>> = {
  'prefix of 12': title => {
    if (title.length < 16) return null;
    const text = title.slice(0, 12);
    return { title, text, fits: other => plain(other).startsWith(plain(text)) };
  },
  'fragment of 12': (title, next) => {
    if (title.length < 24) return null;
    const at = 6 + Math.floor(next() * (title.length - 23));
    const text = title.slice(at, at + 12);
    return { title, text, fits: other => plain(other).includes(plain(text)) };
  },
  'three words': (title, next) => {
    const words = [...new Set(wordsOf(title).filter(word => word.length > 3))];
    if (words.length < 4) return null;
    const three = pick(words, 3, next);
    return { title, text: three.join(' '), fits: holds(three) };
  },
  'two, one typo': (title, next) => {
    const words = [...new Set(wordsOf(title).filter(word => word.length > 4))];
    const [first, second] = pick(words, 2, next);
    if (first === undefined || second === undefined) return null;
    return { title, text: `${misspell(first, next)} ${second}`, fits: holds([first, second]) };
  },
};

/** The seed of the queries that nobody looks at who tunes the search: the bench's. */
export const HELD_OUT = 90_210;

/** At most `count` of each kind; the same titles and seed make the same queries. */
export function makeQueries(
  titles: readonly string[],
  count: number,
  seed: number,
): Map<string, Query[]> {
  return new Map(
    Object.entries(KINDS).map(([kind, make]) => {
      const next = random(seed + kind.length);
      const made = pick(titles, count * 2, next).map(title => make(title, next));
      return [kind, made.filter(query => query !== null).slice(0, count)];
    }),
  );
}
