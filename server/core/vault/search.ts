/** Finds notes by any part of their names: a token index brings up candidates, fuse.js ranks them. */
import { type Bag, bagAt, loseAt } from './search/bag';
import { type Entry, type Name, OPENING, openingsOf, type Token } from './search/entry';
import { type Group, gather, type IsWanted, LOOKS } from './search/gather';
import { Lexicon } from './search/lexicon';
import { piecesOf } from './search/pieces';
import { type Query, readQuery, tellingWords } from './search/query';
import { rateEntry } from './search/rate';
import { type Candidate, rerank } from './search/rerank';
import { readText } from './search/similar';
import { Top } from './search/top';

export interface SearchHit {
  readonly id: string;
  readonly score: number;
}

/** Candidates that fuse.js gets to see. */
const CANDIDATES = 100;

export class SearchIndex {
  readonly #lexicon = new Lexicon<Entry>();
  readonly #entries = new Map<string, Entry>();
  readonly #openings = new Map<string, Bag<Entry>>();
  readonly #kinds = new Map<string, Bag<Entry>>();
  #stamp = 0;

  /** Adds or replaces: `names` are the file name and then other names (title, aliases, first heading). */
  set(id: string, names: readonly string[], kind = ''): void {
    // The first heading mostly repeats the file name.
    const read = Array.from(new Set(names), piecesOf);
    const wanted = read.filter(
      ({ plain }, at) => plain !== '' && read.findIndex(other => other.plain === plain) === at,
    );
    const own = read[0]?.plain;
    const known = this.#entries.get(id);
    if (known?.kind === kind && sameNames(known.names, wanted, own)) return;
    this.delete(id);
    const entry: Entry = {
      id,
      kind,
      names: wanted.map(({ plain, pieces }) => ({
        plain,
        tokens: pieces.map(piece => this.#lexicon.intern(piece)),
        own: plain === own,
      })),
      alive: true,
      stamp: 0,
    };
    this.#entries.set(id, entry);
    bagAt(this.#kinds, kind).add(entry);
    for (const token of tokensOf(entry)) token.entries.add(entry);
    for (const opening of openingsOf(entry.names)) bagAt(this.#openings, opening).add(entry);
  }

  delete(id: string): void {
    const entry = this.#entries.get(id);
    if (entry === undefined) return;
    entry.alive = false;
    this.#entries.delete(id);
    for (const token of tokensOf(entry)) {
      token.entries.lost();
      this.#lexicon.release(token);
    }
    loseAt(this.#openings, openingsOf(entry.names));
    loseAt(this.#kinds, [entry.kind]);
    entry.names = [];
  }

  ids(): Iterable<string> {
    return this.#entries.keys();
  }

  /** How many entries have this word, folded as `wordsOf` does it, in one of their names. */
  holders(word: string): number {
    return this.#lexicon.get(word)?.entries.size ?? 0;
  }

  /**
   * At most `limit` ids, best first, of the kinds that are wanted. Nothing for a query without a letter or digit.
   * The same notes give the same answer, unless all words are so common that only some of their notes are read.
   */
  search(query: string, limit: number, wanted?: IsWanted): SearchHit[] {
    const { read, top } = this.#candidates(query, limit, Math.max(CANDIDATES, limit), wanted);
    if (read.live === 0 || limit < 1) return [];
    return rerank(top.best(), tellingWords(read)).slice(0, limit);
  }

  /** The same at half the cost: the names are not compared with the query letter by letter. */
  roughly(query: string, limit: number): SearchHit[] {
    return limit < 1 ? [] : this.#candidates(query, limit, limit).top.best().slice(0, limit);
  }

  /** The best `kept`; it is not gone on for long once `limit` of them have all the words. */
  #candidates(
    query: string,
    limit: number,
    kept: number,
    wanted?: IsWanted,
  ): { read: Query; top: Top<Candidate> } {
    const stamp = ++this.#stamp;
    const read = readQuery(query, this.#lexicon, this.#entries.size, stamp);
    const top = new Top<Candidate>(Math.max(1, kept));
    if (read.live === 0) return { read, top };
    let seen = 0;
    let complete = 0;
    const look = (entry: Entry) => {
      const { found, score, plain } = rateEntry(entry, read, stamp);
      if ((found & read.live) === read.live) complete++;
      if (score > 0) top.add({ id: entry.id, score, plain });
      seen++;
    };
    // Whatever has all the words is in the first group. What lacks two words' worth of them comes after all seen.
    const most = Math.min(0.5, 2 / read.words.length);
    const enough = (covered: number) =>
      covered > 0 && (complete >= limit || (complete > 0 && seen >= limit && covered >= most));
    const all = wanted && this.#allOf(wanted);
    const groups = all ? [all] : [this.#opening(read.plain), ...read.groups];
    gather(groups, stamp, look, enough, wanted);
    return { read, top };
  }

  /** Ids sharing the most meaningful (rare) words with the text: best first, score 0..1. */
  similar(text: string, limit: number): SearchHit[] {
    const stamp = ++this.#stamp;
    const read = readText(text, this.#lexicon, this.#entries.size, stamp);
    if (limit < 1) return [];
    const shared = new Top<{ id: string; score: number; entry: Entry }>(
      Math.max(CANDIDATES, limit),
    );
    const look = (entry: Entry) => {
      const score = read.shared(entry);
      if (score > 0) shared.add({ id: entry.id, score, entry });
    };
    gather(read.groups, stamp, look, () => false);
    const top = new Top<SearchHit>(limit);
    for (const { id, entry } of shared.best()) top.add({ id, score: read.likeness(entry) });
    return top.best().slice(0, limit);
  }

  /** Of kinds so rare that all of them can be looked at: of a common word's entries they may be the last. */
  #allOf(wanted: IsWanted): Group | null {
    const lists = [...this.#kinds].flatMap(([kind, bag]) => (wanted(kind) ? bag : []));
    const size = lists.reduce((sum, list) => sum + list.size, 0);
    return size > LOOKS ? null : { lists, size, share: 0 };
  }

  /** The names that may begin with a query that is long enough to tell. */
  #opening(plain: string): Group {
    const bag = plain.length < OPENING ? undefined : this.#openings.get(plain.slice(0, OPENING));
    return { lists: bag === undefined ? [] : [bag], size: bag?.size ?? 0, share: 0 };
  }
}

/** Each once, however often the names repeat it. */
function tokensOf(entry: Entry): Set<Token> {
  return new Set(entry.names.flatMap(name => name.tokens));
}

function sameNames(
  names: readonly Name[],
  wanted: readonly { readonly plain: string }[],
  own: string | undefined,
): boolean {
  return (
    names.length === wanted.length &&
    names.every((name, at) => {
      const plain = wanted[at]?.plain;
      return name.plain === plain && name.own === (plain === own);
    })
  );
}
