/** Finds notes by any part of their names: a token index brings up candidates and rates them, and fuse.js has a say in the first places. */
import { copied } from '../text/copied';
import { type Group, gather, LOOKS, type WantedKinds } from './search/gather';
import { Lexicon } from './search/lexicon';
import { type Name, NameStore, recordOf } from './search/NameStore';
import { Postings } from './search/Postings';
import { type Pieces, piecesOf, plainOf } from './search/pieces';
import { type Query, readQuery, tellingWords } from './search/query';
import { noRating, rateNote } from './search/rate';
import { rerank } from './search/rerank';
import { readText } from './search/similar';
import { type Rated, Top } from './search/top';

export interface SearchHit {
  readonly id: string;
  readonly score: number;
}

/** Asked of each kind once a query. */
export type IsWanted = (kind: string) => boolean;

interface Candidate extends Rated {
  readonly head: number;
}

/** What has all the words is found, and this many notes that have some of them are looked at to fill the list. */
const FILLING = 1000;
/** Candidates that are put in order once more. */
const CANDIDATES = 100;
/** A name's first letters: names that begin with the query are found by them, however common their words. */
const OPENING = 8;

export class SearchIndex {
  /** Notes by their words, the openings of their names, and their kinds. */
  readonly #postings = new Postings();
  readonly #lexicon = new Lexicon(this.#postings);
  readonly #names = new NameStore(this.#postings);
  readonly #notes = new Map<string, number>();
  readonly #kinds = new Set<number>();

  /** Adds or replaces: `names` are the file name and then other names (title, aliases, first heading). */
  set(id: string, names: readonly string[], kind = ''): void {
    const read = distinct(names);
    const known = this.#notes.get(id);
    if (known !== undefined && this.#isSame(known, read, kind)) return;
    const note = this.#postings.born();
    const ofKind = this.#list(kindKey(kind));
    this.#kinds.add(ofKind);
    const record = recordOf(
      ofKind,
      read.map(name => ({
        ...name,
        tokens: name.pieces.map(piece => this.#lexicon.intern(piece)),
      })),
    );
    this.#notes.set(id, note);
    this.#names.set(note, id, record);
    this.#postings.add(ofKind, note);
    for (const token of this.#names.tokensOf(note)) this.#postings.add(token, note);
    for (const key of openingsOf(read.map(name => plainOf(name, OPENING))))
      this.#postings.add(this.#list(key), note);
    // Last, lest words that stay are forgotten in between.
    if (known !== undefined) this.#drop(known);
  }

  delete(id: string): void {
    const note = this.#notes.get(id);
    if (note === undefined) return;
    this.#notes.delete(id);
    this.#drop(note);
  }

  #drop(note: number): void {
    const [postings, names] = [this.#postings, this.#names];
    postings.die(note);
    for (const key of openingsOf(names.heads(note).map(head => names.plainAt(head, OPENING))))
      postings.lose(this.#list(key));
    for (const token of names.tokensOf(note)) {
      const text = postings.key(token);
      if (postings.lose(token)) this.#lexicon.forget(text, token);
    }
    const kind = names.kind(note);
    if (postings.lose(kind)) this.#kinds.delete(kind);
    names.delete(note);
    postings.bury();
  }

  ids(): Iterable<string> {
    return this.#notes.keys();
  }

  /** How many notes have this word, folded as `wordsOf` does it, in one of their names. */
  holders(word: string): number {
    const token = this.#lexicon.get(word);
    return token === undefined ? 0 : this.#postings.size(token);
  }

  /**
   * At most `limit` ids, best first, of the kinds that are wanted. Nothing for a query without a letter or digit.
   * The same notes give the same answer, unless all words are so common that only some of their notes are read.
   */
  search(query: string, limit: number, wanted?: IsWanted): SearchHit[] {
    if (limit < 1) return [];
    const read = this.#read(query);
    if (read.live === 0) return [];
    const kinds = wanted === undefined ? null : this.#wanted(wanted);
    const all = kinds && this.#allOf(kinds);
    const groups = all ? [all] : [this.#opening(read.phrase.plain), ...read.groups];
    const best = this.#candidates(read, groups, limit, Math.max(CANDIDATES, limit), kinds);
    const plains = best.map(({ head }) => this.#names.plainAt(head));
    return rerank(best, plains, tellingWords(read)).slice(0, limit);
  }

  /** The same at half the cost: the names are not compared with the query letter by letter. */
  roughly(query: string, limit: number): SearchHit[] {
    if (limit < 1) return [];
    const read = this.#read(query);
    if (read.live === 0) return [];
    const groups = [this.#opening(read.phrase.plain), ...read.groups];
    return this.#candidates(read, groups, limit, limit, null);
  }

  /**
   * The same of few: those that have all the words, whole or as parts of longer ones, are among them, and those who ask
   * tell them from the rest.
   */
  narrowly(query: string, limit: number): SearchHit[] {
    if (limit < 1) return [];
    const read = readQuery(query, this.#postings, this.#lexicon, this.#notes.size, false);
    if (read.live === 0) return [];
    const groups = read.narrowest === null ? [] : [read.narrowest];
    return this.#candidates(read, groups, limit, limit, null);
  }

  #read(query: string): Query {
    return readQuery(query, this.#postings, this.#lexicon, this.#notes.size);
  }

  /** The best `kept` of a query that matches something; it is not gone on for long once `limit` of them have all the words. */
  #candidates(
    read: Query,
    groups: readonly Group[],
    limit: number,
    kept: number,
    wanted: WantedKinds,
  ): Candidate[] {
    const top = new Top<Candidate>(kept);
    const rating = noRating();
    let seen = 0;
    let complete = 0;
    const look = (note: number) => {
      rateNote(this.#names, note, read, rating);
      const { found, score, head } = rating;
      if ((found & read.live) === read.live) complete++;
      if (score > 0 && score >= top.least) top.add({ id: this.#names.id(note), score, head });
      seen++;
    };
    // Whatever has all the words is in the first group. What lacks two words' worth of them comes after all seen.
    const most = Math.min(0.5, 2 / read.words.length);
    const left = (covered: number) => {
      if (covered > 0 && complete >= limit) return 0;
      if (complete === 0 || covered === 0 || covered < most) return Number.POSITIVE_INFINITY;
      return seen >= limit ? 0 : FILLING;
    };
    gather(this.#postings, this.#names, groups, look, left, wanted);
    read.marks.clear();
    return top.best();
  }

  /** Ids sharing the most meaningful (rare) words with the text: best first, score 0..1. */
  similar(text: string, limit: number): SearchHit[] {
    if (limit < 1) return [];
    const read = readText(text, this.#postings, this.#lexicon, this.#names, this.#notes.size);
    const shared = new Top<SearchHit & { note: number }>(Math.max(CANDIDATES, limit));
    const look = (note: number) => {
      const score = read.shared(note);
      if (score > 0) shared.add({ id: this.#names.id(note), score, note });
    };
    gather(this.#postings, this.#names, read.groups, look, () => Number.POSITIVE_INFINITY);
    const top = new Top<SearchHit>(limit);
    for (const { id, note } of shared.best()) top.add({ id, score: read.likeness(note) });
    read.marks.clear();
    return top.best().slice(0, limit);
  }

  /** Most changes of a note change none of its names. */
  #isSame(note: number, read: readonly Omit<Name, 'tokens'>[], kind: string): boolean {
    const ofKind = this.#postings.list(kindKey(kind));
    if (ofKind === undefined) return false;
    const names: Name[] = [];
    for (const name of read) {
      const tokens = name.pieces.flatMap(piece => this.#lexicon.get(piece) ?? []);
      if (tokens.length < name.pieces.length) return false;
      names.push({ ...name, tokens });
    }
    return this.#names.has(note, recordOf(ofKind, names));
  }

  /** Under a key other than a word. */
  #list(key: string): number {
    return this.#postings.list(key) ?? this.#postings.open(copied(key));
  }

  #wanted(wanted: IsWanted): WantedKinds {
    const kinds = new Uint8Array(this.#postings.lists);
    for (const kind of this.#kinds)
      if (wanted(this.#postings.key(kind).slice(KIND.length))) kinds[kind] = 1;
    return kinds;
  }

  /** Of kinds so rare that all of them can be looked at: of a common word's notes they may be the last. */
  #allOf(wanted: Uint8Array): Group | null {
    const lists = [...this.#kinds].filter(kind => wanted[kind] === 1);
    const size = lists.reduce((sum, list) => sum + this.#postings.size(list), 0);
    return size > LOOKS ? null : { lists, size, share: 0 };
  }

  /** The names that may begin with a query that is long enough to tell. */
  #opening(plain: string): Group {
    const list = plain.length < OPENING ? undefined : this.#postings.list(openingKey(plain));
    if (list === undefined) return { lists: [], size: 0, share: 0 };
    return { lists: [list], size: this.#postings.size(list), share: 0 };
  }
}

/** No word begins so. */
const KIND = '=';

function kindKey(kind: string): string {
  return KIND + kind;
}

function openingKey(plain: string): string {
  return `^${plain.slice(0, OPENING)}`;
}

function openingsOf(plains: readonly string[]): Set<string> {
  return new Set(plains.map(openingKey));
}

/** The names as pieces, without those that have none and those that say again what one before says: a heading mostly does. */
function distinct(names: readonly string[]): Omit<Name, 'tokens'>[] {
  const found: Omit<Name, 'tokens'>[] = [];
  // Nearly all notes have two or three, which are compared faster than they are written down.
  const written = names.length > FEW ? new Set<string>() : null;
  for (const [at, name] of names.entries()) {
    if (written === null && names.indexOf(name) < at) continue;
    const read = piecesOf(name);
    if (read.pieces.length === 0) continue;
    const isKnown =
      written === null
        ? found.some(known => isSame(known, read))
        : written.size === written.add(keyOf(read)).size;
    if (!isKnown) found.push({ ...read, own: at === 0 });
  }
  return found;
}

const FEW = 8;

/** The same for names that are the same. */
function keyOf({ pieces, joined }: Pieces): string {
  return pieces.map((piece, at) => `${joined?.[at] === true ? '+' : ' '}${piece}`).join('');
}

function isSame(a: Pieces, b: Pieces): boolean {
  return (
    a.pieces.length === b.pieces.length &&
    a.pieces.every((piece, at) => {
      return piece === b.pieces[at] && (a.joined?.[at] ?? false) === (b.joined?.[at] ?? false);
    })
  );
}
