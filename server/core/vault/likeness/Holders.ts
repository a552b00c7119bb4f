/** Which claims have which words in their titles, and which of them have words of a title that few have. */
import { copied } from '../../text/copied';
import { NumberLists } from '../search/NumberLists';
import { Postings } from '../search/Postings';
import { descriptionKey, type Said, sayingsOf } from './said';
import type { Saying } from './saying';
import type { Query } from './title';

/** A word brings two claims together only while so few have it: what all of them are about tells nothing. */
export const MOST_HOLDERS = 300;

/** What is asked about, be it in the index or not. */
export interface Asked {
  readonly titles: readonly Query[];
  /** The list of its description. */
  readonly description: number | undefined;
}

/** Claims and keys go by numbers. */
export class Holders {
  /** Claims by the words of their titles and by their descriptions. */
  readonly postings = new Postings();
  /** Of a claim one more than the list of its description, or 0; then for each title a head, and its words. */
  readonly #records = new NumberLists();
  readonly #claims = new Map<string, number>();
  readonly #ids: string[] = [];
  /** By claim its titles, or its only one. */
  readonly #texts: (string | readonly string[])[] = [];
  #turns = 0;

  /** Adds or replaces. */
  set(id: string, said: Said): void {
    this.delete(id);
    const claim = this.postings.born();
    const sayings = sayingsOf(said);
    const { description } = said;
    const record = [description === null ? 0 : this.#open(descriptionKey(description)) + 1];
    for (const { stems, statement } of sayings) {
      record.push(statement * 0x10000 + stems.length);
      for (const stem of stems) record.push(this.#open(stem));
    }
    // What is the end of the path, as most are, stands there already.
    const texts = sayings.map(({ text }) => (id.includes(text) ? text : copied(text)));
    const [text = ''] = texts;
    this.#claims.set(id, claim);
    this.#ids[claim] = id;
    this.#texts[claim] = texts.length > 1 ? texts : text;
    this.#records.fill(claim, record);
    for (const list of this.#listsOf(claim)) {
      this.postings.add(list, claim);
      if (this.postings.size(list) === MOST_HOLDERS + 1) this.#turns++;
    }
  }

  delete(id: string): void {
    const claim = this.#claims.get(id);
    if (claim === undefined) return;
    this.#claims.delete(id);
    this.postings.die(claim);
    for (const list of this.#listsOf(claim)) this.postings.lose(list);
    this.#records.clear(claim);
    this.#ids[claim] = '';
    this.#texts[claim] = '';
    if (this.postings.bury()) this.#turns++;
  }

  /** Grows when a word comes to be had by more than `MOST_HOLDERS`, and when the numbers of claims are given out again. */
  get turns(): number {
    return this.#turns;
  }

  /** The words of all titles, as their lists. */
  get memory(): Uint32Array {
    return this.#records.memory;
  }

  claim(id: string): number | undefined {
    return this.#claims.get(id);
  }

  id(claim: number): string {
    return this.#ids[claim] ?? '';
  }

  /** Whether so few claims have the word or description that it brings them together. */
  isTelling(list: number | undefined): list is number {
    return list !== undefined && this.postings.size(list) <= MOST_HOLDERS;
  }

  /** Where the head of its first title stands in the memory. The words of a title stand behind its head. */
  first(claim: number): number {
    return this.#records.start(claim) + 1;
  }

  /** Where its last title ends. */
  end(claim: number): number {
    return this.#records.end(claim);
  }

  /** One of its titles; empty where it has none. */
  text(claim: number, title: number): string {
    const texts = this.#texts[claim] ?? '';
    return typeof texts === 'string' ? texts : (texts[title] ?? '');
  }

  /** Of a claim in the index. */
  asked(claim: number): Asked {
    const { memory } = this;
    const titles: Query[] = [];
    for (let head = this.first(claim), end = this.end(claim); head < end; ) {
      const behind = head + 1 + wordsIn(memory[head]);
      const text = this.text(claim, titles.length);
      const statement = statementIn(memory[head]);
      titles.push({ text, statement, tokens: [...memory.subarray(head + 1, behind)] });
      head = behind;
    }
    const described = this.memory[this.#records.start(claim)] ?? 0;
    return { titles, description: described === 0 ? undefined : described - 1 };
  }

  askedOf(said: Said): Asked {
    const { description } = said;
    return {
      titles: sayingsOf(said).map(saying => this.queryOf(saying)),
      description: description === null ? undefined : this.list(descriptionKey(description)),
    };
  }

  queryOf({ text, stems, statement }: Saying): Query {
    return { text, statement, tokens: stems.map(stem => this.list(stem)) };
  }

  /** The claims with the word or description of this key, if one has it. */
  list(key: string): number | undefined {
    return this.postings.list(key);
  }

  #open(key: string): number {
    return this.postings.list(key) ?? this.postings.open(copied(key));
  }

  /** Each once, however often the titles repeat it. */
  #listsOf(claim: number): Set<number> {
    const { memory } = this;
    const lists = new Set<number>();
    const end = this.end(claim);
    for (let head = this.first(claim); head < end; head += 1 + wordsIn(memory[head]))
      for (let at = head + 1; at <= head + wordsIn(memory[head]); at++) lists.add(memory[at] ?? 0);
    const described = end === 0 ? 0 : (memory[this.#records.start(claim)] ?? 0);
    if (described > 0) lists.add(described - 1);
    return lists;
  }
}

/** How many words the title has that has this head. */
export function wordsIn(head = 0): number {
  return head & 0xffff;
}

/** How many of them are the statement. */
export function statementIn(head = 0): number {
  return head >>> 16;
}
