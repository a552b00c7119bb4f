/** The words that a vault uses: its fields and their values with how often, and the domains and agents of its folders. */

import type { Config } from '../schema/config';
import type { NoteType } from '../schema/NoteType';
import type { FolderWords } from '../schema/Schema';
import { type Frontmatter, textOf } from '../text/frontmatter';
import type { Note } from '../text/parseNote';
import { folderOf, ownCopy } from './names';
import { PathSets } from './PathSets';
import { type Usage, type Wanted, WordCounts } from './WordCounts';
import { nameToday, wordsByField } from './wordsByField';

export type { Usage };

/** Which words are wanted, and a note whose own do not count. */
export interface Asked extends Wanted {
  readonly without?: Note | undefined;
}

/** Kinds of field whose words belong to the vault. */
export type OwnKind = 'domain' | 'agent' | 'tag';

/** The notes of one type. */
interface Kind {
  readonly name: string;
  readonly type: NoteType | undefined;
  /** How many of them have each field, by its name of today. */
  readonly fields: WordCounts;
  /** The short values in each field. */
  readonly values: Map<string, WordCounts>;
  /** What was found out of names of fields: the name of today, and of that whose its words are. */
  readonly today: Map<string, string>;
  readonly own: Map<string, OwnKind | null>;
}

/** Longer values, and those that look like dates, addresses or links, are no words that come again. */
const MAX_LENGTH = 48;
const NO_WORD = /^\d{4}(?:-\d\d)*$|:\/\/|\[\[|\n/u;

/** Kept of folders at once: more than any vault has. */
const MOST_FOLDERS = 10_000;

export class Vocabulary {
  private readonly types = new WordCounts();
  /** By the folded name of the type. */
  private readonly kinds = new Map<string, Kind>();
  private readonly own = { domain: new PathSets(), agent: new PathSets(), tag: new PathSets() };
  private readonly ownCounts = {
    domain: new WordCounts(),
    agent: new WordCounts(),
    tag: new WordCounts(),
  };
  private readonly folders = {
    domain: new Map<string, number>(),
    agent: new Map<string, number>(),
  };
  private readonly wordsByFolder = new Map<string, FolderWords>();

  constructor(private readonly config: Config) {}

  /** Takes over a note that came, changed or went. Returns other notes whose words are known or unknown only now. */
  replace(path: string, before: Note | null, after: Note | null): ReadonlySet<string> {
    const flipped = { domain: new Set<string>(), agent: new Set<string>() };
    if ((before === null) !== (after === null)) {
      const words = this.wordsOfFolder(folderOf(path));
      for (const kind of ['domain', 'agent'] as const) {
        const word = words[kind];
        if (word === undefined) continue;
        const count = (this.folders[kind].get(word) ?? 0) + (after === null ? -1 : 1);
        if (count === 0) this.folders[kind].delete(word);
        else this.folders[kind].set(word, count);
        if (count === 0 || (count === 1 && after !== null)) flipped[kind].add(word);
      }
    }
    if (before !== null) this.count(path, before.frontmatter, -1);
    if (after !== null) this.count(path, after.frontmatter, 1);
    return this.holdersOf(flipped);
  }

  /** Whether the vault has that domain or agent, by its folders or its settings. */
  knows(kind: 'domain' | 'agent', word: string): boolean {
    return this.folders[kind].has(word) || this.listed(kind).includes(word);
  }

  /** The domains or agents of the folders and of the settings. */
  known(kind: 'domain' | 'agent'): string[] {
    return [...new Set([...this.listed(kind), ...this.folders[kind].keys()])].sort();
  }

  /** The words that fields of this kind hold, the most used first. */
  used(kind: OwnKind, asked: Asked = {}): Usage[] {
    const said = this.saidBy(asked.without);
    const words = said?.fields.flatMap(([field, all]) =>
      ownKind(said.kind, field) === kind ? [...all] : [],
    );
    return this.ownCounts[kind].mostUsed(asked, new Set(words));
  }

  /** In how many notes a field of this kind holds the word. */
  notesWith(kind: OwnKind, word: string): number {
    return this.own[kind].count(word);
  }

  /** The notes in which a field of this kind holds the word. */
  holders(kind: OwnKind, word: string): Iterable<string> {
    return this.own[kind].each(word);
  }

  /** How many notes say that they are of this type. */
  notesOf(type: string): number {
    return this.types.notes(fold(type));
  }

  /** How many notes of this type have the field, under whatever name it had. */
  notesWithField(type: string, field: string): number {
    return this.kinds.get(fold(type))?.fields.notes(this.nameToday(type, field)) ?? 0;
  }

  /** In how many notes of this type the field has this short value. */
  notesWithValue(type: string, field: string, word: string): number {
    return this.valuesIn(type, field)?.notes(word) ?? 0;
  }

  /** The fields that notes of this type have, by today's names, the most used first. */
  fieldsOf(type: string, asked: Asked = {}): Usage[] {
    const said = this.saidBy(asked.without);
    const fields = said?.kind.name === fold(type) ? said.fields.map(([field]) => field) : [];
    return this.kinds.get(fold(type))?.fields.mostUsed(asked, new Set(fields)) ?? [];
  }

  /** The short values that this field has in notes of this type, the most used first. */
  valuesOf(type: string, field: string, asked: Asked = {}): Usage[] {
    const name = this.nameToday(type, field);
    const said = this.saidBy(asked.without);
    const own = said?.kind.name === fold(type) ? said.fields.find(([each]) => each === name) : null;
    return this.valuesIn(type, field)?.mostUsed(asked, own?.[1] ?? new Set()) ?? [];
  }

  /** How many different short values this field has in notes of this type. */
  distinctValues(type: string, field: string): number {
    return this.valuesIn(type, field)?.size ?? 0;
  }

  private valuesIn(type: string, field: string): WordCounts | undefined {
    return this.kinds.get(fold(type))?.values.get(this.nameToday(type, field));
  }

  private nameToday(type: string, field: string): string {
    return nameToday(this.config.schema.type(type), field);
  }

  private listed(kind: 'domain' | 'agent'): readonly string[] {
    return kind === 'domain' ? this.config.domains : this.config.agents;
  }

  private count(path: string, frontmatter: Frontmatter | null, step: 1 | -1): void {
    if (frontmatter === null) return;
    const { kind, fields } = this.saidIn(frontmatter);
    this.types.add(kind.name, step);
    for (const [field, words] of fields) {
      kind.fields.add(field, step);
      const own = ownKind(kind, field);
      for (const word of words) {
        if (isWord(word)) valuesOf(kind, field).add(word, step);
        if (own !== null) this.countOwn(own, word, path, step);
      }
    }
  }

  /** A note that holds the word in several fields counts once. */
  private countOwn(kind: OwnKind, word: string, path: string, step: 1 | -1): void {
    const paths = this.own[kind];
    const before = paths.count(word);
    if (step === -1) paths.remove(word, path);
    else paths.add(before === 0 ? ownCopy(word) : word, path);
    if (paths.count(word) !== before && isWord(word)) this.ownCounts[kind].add(word, step);
  }

  private saidBy(note: Note | undefined) {
    const frontmatter = note?.frontmatter ?? null;
    return frontmatter === null ? null : this.saidIn(frontmatter);
  }

  private saidIn(frontmatter: Frontmatter) {
    const kind = this.kindOf(textOf(frontmatter, 'type') ?? '');
    return { kind, fields: wordsByField(frontmatter, name => today(kind, name)) };
  }

  private kindOf(written: string): Kind {
    const type = this.config.schema.type(written);
    const name = fold(type?.name ?? written);
    const known = this.kinds.get(name);
    if (known !== undefined) return known;
    const fields = new WordCounts();
    const kind = { name, type, fields, values: new Map(), today: new Map(), own: new Map() };
    this.kinds.set(ownCopy(name), kind);
    return kind;
  }

  private wordsOfFolder(folder: string): FolderWords {
    let words = this.wordsByFolder.get(folder);
    if (words === undefined) {
      words = this.config.schema.wordsOfFolder(folder);
      // Folders come and go, and nobody would forget them.
      if (this.wordsByFolder.size >= MOST_FOLDERS) this.wordsByFolder.clear();
      this.wordsByFolder.set(folder, words);
    }
    return words;
  }

  /** Whoever holds a word that came or went, or one that is unknown and may be meant for it. */
  private holdersOf(flipped: Readonly<Record<'domain' | 'agent', Set<string>>>): Set<string> {
    const holders = new Set<string>();
    for (const kind of ['domain', 'agent'] as const) {
      if (flipped[kind].size === 0) continue;
      for (const word of this.own[kind].keys()) {
        if (this.knows(kind, word) && !flipped[kind].has(word)) continue;
        for (const path of this.own[kind].get(word)) holders.add(path);
      }
    }
    return holders;
  }
}

function isWord(text: string): boolean {
  return text.length <= MAX_LENGTH && !NO_WORD.test(text);
}

function valuesOf({ values }: Kind, field: string): WordCounts {
  const known = values.get(field);
  if (known !== undefined) return known;
  const made = new WordCounts();
  values.set(field, made);
  return made;
}

function today({ type, today }: Kind, written: string): string {
  const known = today.get(written);
  if (known !== undefined) return known;
  const name = ownCopy(nameToday(type, written));
  today.set(ownCopy(written), name);
  return name;
}

function ownKind({ type, own }: Kind, field: string): OwnKind | null {
  const known = own.get(field);
  if (known !== undefined) return known;
  const kind = type?.fieldMeant(field)?.kind;
  const found = kind === 'domain' || kind === 'agent' || kind === 'tag' ? kind : null;
  own.set(field, found);
  return found;
}

function fold(type: string): string {
  return type.trim().toLowerCase();
}
