/** Every distinct word of the vault's names, found by itself, its beginning, its inside, or with one typo. */
import { Bag, bagAt, loseAt, type Mortal } from './bag';
import { swaps, typoOf } from './typo';

export interface Token<E extends Mortal> extends Mortal {
  readonly text: string;
  /** The entries that hold it in one of their names. */
  readonly entries: Bag<E>;
  /** Scratch of the query numbered `stamp`: query word, weight, query word, weight … */
  stamp: number;
  marks: number[];
}

export interface Match<E extends Mortal> {
  readonly token: Token<E>;
  /** 1 for the word itself, less the further off. */
  readonly weight: number;
}

export class Lexicon<E extends Mortal> {
  readonly #tokens = new Map<string, Token<E>>();
  readonly #grams = new Map<string, Bag<Token<E>>>();

  get(text: string): Token<E> | undefined {
    return this.#tokens.get(text);
  }

  /** The token of a word, made when it is new. */
  intern(text: string): Token<E> {
    const known = this.#tokens.get(text);
    if (known !== undefined) return known;
    const token: Token<E> = { text, entries: new Bag(), alive: true, stamp: 0, marks: [] };
    this.#tokens.set(text, token);
    for (const gram of gramsOf(text)) bagAt(this.#grams, gram).add(token);
    return token;
  }

  /** Forgets the token when no entry holds it any more. */
  release(token: Token<E>): void {
    if (token.entries.size > 0) return;
    token.alive = false;
    this.#tokens.delete(token.text);
    loseAt(this.#grams, gramsOf(token.text));
  }

  /** The tokens that are the word, begin with it, or hold it; best first. `opens`: it may be a word's cut-off end. */
  near(word: string, opens: boolean): Match<E>[] {
    const found: Match<E>[] = [];
    for (const token of this.#listed(`^${word.slice(0, 3)}`)) {
      if (!token.text.startsWith(word)) continue;
      const share = word.length / token.text.length;
      found.push({ token, weight: share === 1 ? 1 : 0.8 + share / 10 });
    }
    if (word.length >= (opens ? 3 : 4)) {
      for (const token of this.#listed(this.#rarestGram(word))) {
        if (token.text.indexOf(word) < 1) continue;
        const ends = opens && token.text.endsWith(word);
        found.push({ token, weight: ends ? 0.65 : 0.5 });
      }
    } else if (opens && word.length === 2) {
      for (const token of this.#listed(`${word}$`)) {
        if (token.text !== word) found.push({ token, weight: 0.65 });
      }
    }
    return found.sort(byWeight);
  }

  /** The tokens that one typo turns into the word; best first. Words below four letters are taken as typed. */
  misspelt(word: string): Match<E>[] {
    if (word.length < 4) return [];
    const found = new Map<Token<E>, number>();
    const consider = (token: Token<E>) => {
      const typo = typoOf(word, token.text);
      if (typo === 'word') found.set(token, 0.75);
      else if (typo === 'beginning' && word.length > 4) found.set(token, 0.5);
    };
    // One slip spares the first two letters or the last three; of four letters, at least the last two.
    const spared = [`^${word.slice(0, 2)}`, word.slice(-3)];
    if (word.length === 4) spared.push(`${word.slice(-2)}$`);
    for (const gram of spared) for (const token of this.#listed(gram)) consider(token);
    for (const swapped of swaps(word)) {
      for (const token of this.#listed(`^${swapped.slice(0, 3)}`)) {
        if (token.text.startsWith(swapped)) consider(token);
      }
    }
    return Array.from(found, ([token, weight]) => ({ token, weight })).sort(byWeight);
  }

  #listed(gram: string): readonly Token<E>[] {
    return this.#grams.get(gram)?.items.filter(token => token.alive) ?? [];
  }

  #rarestGram(word: string): string {
    let rarest = '';
    let least = Number.POSITIVE_INFINITY;
    for (let at = 0; at + 3 <= word.length; at++) {
      const gram = word.slice(at, at + 3);
      const size = this.#grams.get(gram)?.size ?? 0;
      if (size >= least) continue;
      rarest = gram;
      least = size;
    }
    return rarest;
  }
}

function byWeight<E extends Mortal>(a: Match<E>, b: Match<E>): number {
  return b.weight - a.weight || (a.token.text < b.token.text ? -1 : 1);
}

/** `^a ^ab ^abc` of its beginning, `yz$` of its end, and every three letters in a row. */
function gramsOf(word: string): Set<string> {
  const grams = new Set<string>();
  for (let size = 1; size <= 3 && size <= word.length; size++) grams.add(`^${word.slice(0, size)}`);
  if (word.length >= 2) grams.add(`${word.slice(-2)}$`);
  for (let at = 0; at + 3 <= word.length; at++) grams.add(word.slice(at, at + 3));
  return grams;
}
