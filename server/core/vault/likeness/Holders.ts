/** Which claims have which words in their titles, and which of them have words of a title that few have. */
import { Bag } from '../search/bag';
import { descriptionKey, type Said, sayingsOf } from './said';
import type { Saying } from './saying';
import { type Entry, fewestShared, type Query, type Title, type Token } from './title';

/** A word brings two claims together only while so few have it: what all of them are about tells nothing. */
export const MOST_HOLDERS = 300;

/** What brings a claim and a query together. */
export interface Meeting {
  /** So many of the query's rarer words the claim must have. */
  readonly shared: number;
  /** Words that more claims have count for nothing. */
  readonly holders: number;
  /** No more entries are passed. */
  readonly steps: number;
}

export class Holders {
  readonly #tokens = new Map<string, Token>();
  readonly #entries = new Map<string, Entry>();
  #stamp = 0;
  #commoner = 0;

  /** Adds or replaces. */
  set(id: string, { names, description }: Said): void {
    this.delete(id);
    const titles = sayingsOf(names).map(({ text, stems, statement }) => {
      return { text, statement, tokens: stems.map(stem => this.#intern(stem)) };
    });
    const described = description === null ? null : this.#intern(descriptionKey(description));
    const entry: Entry = { id, titles, description: described, alive: true, stamp: 0, shared: 0 };
    this.#entries.set(id, entry);
    for (const token of tokensOf(entry)) {
      token.entries.add(entry);
      if (token.entries.size === MOST_HOLDERS + 1) this.#commoner++;
    }
  }

  /** How often a word came to be had by more than `MOST_HOLDERS`. */
  get commoner(): number {
    return this.#commoner;
  }

  delete(id: string): void {
    const entry = this.#entries.get(id);
    if (entry === undefined) return;
    entry.alive = false;
    this.#entries.delete(id);
    for (const token of tokensOf(entry)) {
      token.entries.lost();
      if (token.entries.size === 0) this.#tokens.delete(token.text);
    }
    entry.titles = [];
    entry.description = null;
  }

  entry(id: string): Entry | undefined {
    return this.#entries.get(id);
  }

  /** The word or description of this key, where a claim has it. */
  token(key: string): Token | undefined {
    return this.#tokens.get(key);
  }

  queryOf({ text, stems, statement }: Saying): Query {
    return { text, statement, tokens: stems.map(stem => this.#tokens.get(stem)) };
  }

  /**
   * Shows each title of the claims that meet the query, whose words bear the `stamp` meanwhile, until `show` returns
   * `false`. Of the commonest words so many are left out that a title without the others cannot be like it enough.
   */
  each(
    query: Query,
    { shared, holders, steps }: Meeting,
    show: (id: string, title: Title, stamp: number) => boolean,
  ): void {
    const stamp = ++this.#stamp;
    let left = steps;
    for (const { entries } of marked(query, stamp, shared)) {
      if (entries.size > holders) return;
      for (const entry of entries.items) {
        if (left-- <= 0) return;
        if (!entry.alive) continue;
        if (entry.stamp !== stamp) {
          entry.stamp = stamp;
          entry.shared = 0;
        }
        entry.shared++;
        if (entry.shared !== shared) continue;
        for (const title of entry.titles) if (!show(entry.id, title, stamp)) return;
      }
    }
  }

  #intern(text: string): Token {
    const known = this.#tokens.get(text);
    if (known !== undefined) return known;
    const token: Token = { text, entries: new Bag(), stamp: 0, place: 0 };
    this.#tokens.set(text, token);
    return token;
  }
}

/** The query's rarer words, the rarest first. */
function marked(query: Query, stamp: number, shared: number): readonly Token[] {
  const known: Token[] = [];
  for (const [place, token] of query.tokens.entries()) {
    if (token === undefined) continue;
    token.stamp = stamp;
    token.place = place;
    known.push(token);
  }
  const wanted = Math.max(0, known.length - fewestShared(query) + shared);
  return known.sort((a, b) => a.entries.size - b.entries.size).slice(0, wanted);
}

/** Each once, however often the titles repeat it. */
function tokensOf({ titles, description }: Entry): Set<Token> {
  const tokens = new Set(titles.flatMap(title => title.tokens));
  return description === null ? tokens : tokens.add(description);
}
