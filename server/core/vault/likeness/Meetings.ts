/** The titles that meet a query: those that share words with it. */
import { type Holders, statementIn, wordsIn } from './Holders';
import { canBeLike, fewestShared, type Query, type Title } from './title';

/** Where a letter was typed, common words count as well: so many of the rarer words of the query a claim must have … */
const TYPED_SHARED = 2;
/** … and no more are passed of those who have one. */
const TYPED_STEPS = 3_000;

export class Meetings {
  /** By claim how many words of a query it has; zero between queries. */
  #shared = new Uint16Array(64);

  constructor(private readonly holders: Holders) {}

  /**
   * Shows each title that shares with the query a word that few claims have, and that can be like it, until `show` returns
   * `false`. A claim that is met by too few such words is passed over without a look at its titles' other words.
   */
  eachLike(query: Query, show: (claim: number, title: Title) => boolean): void {
    const { holders } = this;
    const { postings, memory } = holders;
    const known = query.tokens.filter(list => list !== undefined);
    const telling = known.filter(list => holders.isTelling(list));
    const common = known.length - telling.length;
    const shared = this.#scratch();
    const met: number[] = [];
    const lists = postings.memory;
    for (const list of telling)
      for (let at = postings.start(list), end = postings.end(list); at < end; at++) {
        const claim = lists[at] ?? 0;
        const count = shared[claim] ?? 0;
        shared[claim] = count + 1;
        if (count === 0 && postings.isAlive(claim)) met.push(claim);
        else if (count === 0) shared[claim] = 0;
      }
    this.#withPlaces(query, () => {
      for (const claim of met) {
        const most = (shared[claim] ?? 0) + common;
        let nth = 0;
        for (let head = holders.first(claim), end = holders.end(claim); head < end; nth++) {
          const place = head;
          const [words, statement] = [wordsIn(memory[head]), statementIn(memory[head])];
          head += 1 + words;
          if (!canBeLike(query, words, statement, most)) continue;
          const title = this.#beside(claim, nth, place);
          const tells = title.places.some(at => at >= 0 && holders.isTelling(query.tokens[at]));
          if (tells && !show(claim, title)) return;
        }
      }
    });
    for (const claim of met) shared[claim] = 0;
  }

  /**
   * Shows each title of the claims that have some words of a query that is being typed. Of the commonest words so many are
   * left out that a title without the others cannot be like it enough, and what is left is read in part.
   */
  eachTyped(query: Query, show: (claim: number, title: Title) => void): void {
    const { holders } = this;
    const { postings, memory } = holders;
    const known = query.tokens.filter(list => list !== undefined);
    const wanted = Math.max(0, known.length - fewestShared(query) + TYPED_SHARED);
    known.sort((a, b) => postings.size(a) - postings.size(b));
    const shared = this.#scratch();
    const met: number[] = [];
    let left = TYPED_STEPS;
    this.#withPlaces(query, () => {
      for (const list of known.slice(0, wanted))
        for (let at = postings.start(list), end = postings.end(list); at < end; at++) {
          if (left-- <= 0) return;
          const claim = postings.memory[at] ?? 0;
          if (!postings.isAlive(claim)) continue;
          const count = (shared[claim] ?? 0) + 1;
          shared[claim] = count;
          if (count === 1) met.push(claim);
          if (count !== TYPED_SHARED) continue;
          let nth = 0;
          for (let head = holders.first(claim), end = holders.end(claim); head < end; nth++) {
            show(claim, this.#beside(claim, nth, head));
            head += 1 + wordsIn(memory[head]);
          }
        }
    });
    for (const claim of met) shared[claim] = 0;
  }

  #scratch(): Uint16Array {
    const claims = this.holders.postings.stamps.length;
    if (this.#shared.length < claims) this.#shared = new Uint16Array(claims);
    return this.#shared;
  }

  /** Marks the lists of the query's words with one more than their places in it, while `work` goes on. */
  #withPlaces({ tokens }: Query, work: () => void): void {
    const { marks } = this.holders.postings;
    for (const [place, list] of tokens.entries()) if (list !== undefined) marks[list] = place + 1;
    work();
    for (const list of tokens) if (list !== undefined) marks[list] = 0;
  }

  /** The title of the claim whose head stands there. */
  #beside(claim: number, nth: number, head: number): Title {
    const { memory } = this.holders;
    const { marks } = this.holders.postings;
    const end = head + wordsIn(memory[head]);
    const places: number[] = [];
    for (let at = head + 1; at <= end; at++) places.push((marks[memory[at] ?? 0] ?? 0) - 1);
    const statement = statementIn(memory[head]);
    return { text: this.holders.text(claim, nth), statement, places };
  }
}
