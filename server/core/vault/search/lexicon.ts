/** Every distinct word of the vault's names, found by itself, its beginning, its inside, or with one typo. */
import { copied } from '../../text/copied';
import { NumberLists } from './NumberLists';
import type { Postings } from './Postings';
import { swaps, typoOf } from './typo';

export interface Match {
  /** The list of the notes that have the word. */
  readonly token: number;
  /** 1 for the word itself, less the further off. */
  readonly weight: number;
}

const MARKED = /^[!-/:-@[-`{-~]/;

export class Lexicon {
  readonly #grams = new Map<string, number>();
  readonly #tokens = new NumberLists();
  readonly #free: number[] = [];
  /** The words among the lists below this are found by their letters; none is until somebody asks. */
  #read = 0;

  constructor(private readonly postings: Postings) {}

  get(text: string): number | undefined {
    return this.postings.list(text);
  }

  /** The token of a word, made when it is new. */
  intern(text: string): number {
    const known = this.postings.list(text);
    if (known !== undefined) return known;
    const token = this.postings.open(copied(text));
    if (token < this.#read) this.#learn(token);
    return token;
  }

  /** Makes the words found by their letters that are not yet, one a step; it may be left before the end. */
  *settle(): Generator<string> {
    while (this.#read < this.postings.lists) {
      const token = this.#read++;
      this.#learn(token);
      yield this.postings.key(token);
    }
  }

  /** Forgets a word that no note has any more. */
  forget(text: string, token: number): void {
    if (token >= this.#read) return;
    for (const gram of gramsOf(text)) {
      const list = this.#grams.get(gram);
      if (list === undefined) continue;
      this.#tokens.remove(list, token);
      if (this.#tokens.length(list) > 0) continue;
      this.#grams.delete(gram);
      this.#free.push(list);
    }
  }

  /** The tokens that are the word, begin with it, or hold it; best first. `opens`: it may be a word's cut-off end. */
  near(word: string, opens: boolean): Match[] {
    this.#update();
    const found: Match[] = [];
    this.#each(`^${word.slice(0, 3)}`, (token, text) => {
      if (!text.startsWith(word)) return;
      const share = word.length / text.length;
      found.push({ token, weight: share === 1 ? 1 : 0.8 + share / 10 });
    });
    if (isSoughtInside(word, opens)) {
      this.#each(this.#rarestGram(word), (token, text) => {
        if (text.indexOf(word) < 1) return;
        const ends = opens && text.endsWith(word);
        found.push({ token, weight: ends ? 0.65 : 0.5 });
      });
    } else if (opens && word.length === 2) {
      this.#each(`${word}$`, (token, text) => {
        if (text !== word) found.push({ token, weight: 0.65 });
      });
    }
    return found.sort(byWeight);
  }

  /** The tokens that one typo turns into the word; best first. Words below four letters are taken as typed. */
  misspelt(word: string): Match[] {
    if (word.length < 4) return [];
    this.#update();
    const found = new Map<number, number>();
    const consider = (token: number, text: string) => {
      const typo = typoOf(word, text);
      if (typo === 'word') found.set(token, 0.75);
      else if (typo === 'beginning' && word.length > 4) found.set(token, 0.5);
    };
    // One slip spares the first two letters or the last three; of four letters, at least the last two.
    this.#each(`^${word.slice(0, 2)}`, consider);
    this.#each(word.slice(-3), consider);
    if (word.length === 4) this.#each(`${word.slice(-2)}$`, consider);
    for (const swapped of swaps(word))
      this.#each(`^${swapped.slice(0, 3)}`, (token, text) => {
        if (text.startsWith(swapped)) consider(token, text);
      });
    return Array.from(found, ([token, weight]) => ({ token, weight })).sort(byWeight);
  }

  #update(): void {
    for (const _ of this.settle());
  }

  #learn(token: number): void {
    const text = this.postings.key(token);
    if (!isWord(text)) return;
    for (const gram of gramsOf(text)) this.#tokens.push(this.#listOf(gram), token);
  }

  #each(gram: string, show: (token: number, text: string) => void): void {
    const list = this.#grams.get(gram);
    if (list === undefined) return;
    const { memory } = this.#tokens;
    for (let at = this.#tokens.start(list), end = this.#tokens.end(list); at < end; at++) {
      const token = memory[at] ?? 0;
      show(token, this.postings.key(token));
    }
  }

  #listOf(gram: string): number {
    const known = this.#grams.get(gram);
    if (known !== undefined) return known;
    const list = this.#free.pop() ?? this.#grams.size;
    this.#grams.set(gram, list);
    return list;
  }

  #rarestGram(word: string): string {
    let rarest = '';
    let least = Number.POSITIVE_INFINITY;
    for (let at = 0; at + 3 <= word.length; at++) {
      const gram = word.slice(at, at + 3);
      const list = this.#grams.get(gram);
      const size = list === undefined ? 0 : this.#tokens.length(list);
      if (size >= least) continue;
      rarest = gram;
      least = size;
    }
    return rarest;
  }
}

/** Whether `near` finds all words that have this one in their middle. */
export function isSoughtInside(word: string, opens: boolean): boolean {
  return word.length >= (opens ? 3 : 4);
}

/** The postings have other keys as well, which begin with a mark. */
function isWord(key: string): boolean {
  return key !== '' && !MARKED.test(key);
}

function byWeight(a: Match, b: Match): number {
  return b.weight - a.weight || a.token - b.token;
}

/** `^a ^ab ^abc` of its beginning, `yz$` of its end, and every three letters in a row. */
function gramsOf(word: string): Set<string> {
  const grams = new Set<string>();
  for (let size = 1; size <= 3 && size <= word.length; size++) grams.add(`^${word.slice(0, size)}`);
  if (word.length >= 2) grams.add(`${word.slice(-2)}$`);
  for (let at = 0; at + 3 <= word.length; at++) grams.add(word.slice(at, at + 3));
  return grams;
}
