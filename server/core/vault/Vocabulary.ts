/** The words that a vault uses: its fields and their values with how often, and the domains and agents of its folders. */

import type { Config } from '../schema/config';
import type { NoteType } from '../schema/NoteType';
import type { FolderWords } from '../schema/Schema';
import { type Frontmatter, textOf } from '../text/frontmatter';
import type { Note } from '../text/parseNote';
import { folderOf } from './names';
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

/** What one note says. */
interface Said {
  readonly type: NoteType | undefined;
  /** Of the type, under which its fields count. */
  readonly name: string;
  /** The words that the fields hold, by today's names. */
  readonly fields: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Longer values, and those that look like dates, addresses or links, are no words that come again. */
const MAX_LENGTH = 48;
const NO_WORD = /^\d{4}(?:-\d\d)*$|:\/\/|\[\[|\n/u;

export class Vocabulary {
  private readonly types = new WordCounts();
  /** By type, and by type and field. */
  private readonly fields = new Map<string, WordCounts>();
  private readonly values = new Map<string, WordCounts>();
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
  replace(path: string, before: Note | null, after: Note | null): Set<string> {
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
    const own = this.saidIn(asked.without?.frontmatter ?? null);
    const words = [...own.fields].flatMap(([field, said]) =>
      own.type?.fieldMeant(field)?.kind === kind ? [...said] : [],
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
    return this.fields.get(fold(type))?.notes(this.nameToday(type, field)) ?? 0;
  }

  /** In how many notes of this type the field has this short value. */
  notesWithValue(type: string, field: string, word: string): number {
    return this.values.get(keyOf(type, this.nameToday(type, field)))?.notes(word) ?? 0;
  }

  /** The fields that notes of this type have, by today's names, the most used first. */
  fieldsOf(type: string, asked: Asked = {}): Usage[] {
    const own = this.saidIn(asked.without?.frontmatter ?? null);
    const fields = own.name === fold(type) ? own.fields.keys() : [];
    return this.fields.get(fold(type))?.mostUsed(asked, new Set(fields)) ?? [];
  }

  /** The short values that this field has in notes of this type, the most used first. */
  valuesOf(type: string, field: string, asked: Asked = {}): Usage[] {
    const name = this.nameToday(type, field);
    const own = this.saidIn(asked.without?.frontmatter ?? null);
    const words = own.name === fold(type) ? own.fields.get(name) : undefined;
    return this.values.get(keyOf(type, name))?.mostUsed(asked, words ?? new Set()) ?? [];
  }

  /** How many different short values this field has in notes of this type. */
  distinctValues(type: string, field: string): number {
    return this.values.get(keyOf(type, this.nameToday(type, field)))?.size ?? 0;
  }

  private nameToday(type: string, field: string): string {
    return nameToday(this.config.schema.type(type), field);
  }

  private listed(kind: 'domain' | 'agent'): readonly string[] {
    return kind === 'domain' ? this.config.domains : this.config.agents;
  }

  private count(path: string, frontmatter: Frontmatter | null, step: 1 | -1): void {
    if (frontmatter === null) return;
    const { type, name, fields } = this.saidIn(frontmatter);
    this.types.add(name, step);
    for (const [field, words] of fields) {
      inner(this.fields, name).add(field, step);
      const kind = type?.fieldMeant(field)?.kind;
      const own = kind === 'domain' || kind === 'agent' || kind === 'tag' ? kind : null;
      for (const word of words) {
        if (isWord(word)) inner(this.values, keyOf(name, field)).add(word, step);
        if (own !== null) this.countOwn(own, word, path, step);
      }
    }
  }

  /** A note that holds the word in several fields counts once. */
  private countOwn(kind: OwnKind, word: string, path: string, step: 1 | -1): void {
    const before = this.own[kind].count(word);
    this.own[kind][step === 1 ? 'add' : 'remove'](word, path);
    const counts = isWord(word) && this.own[kind].count(word) !== before;
    if (counts) this.ownCounts[kind].add(word, step);
  }

  private saidIn(frontmatter: Frontmatter | null): Said {
    const written = textOf(frontmatter, 'type') ?? '';
    const type = this.config.schema.type(written);
    const fields =
      frontmatter === null ? new Map<string, Set<string>>() : wordsByField(type, frontmatter);
    return { type, name: fold(type?.name ?? written), fields };
  }

  private wordsOfFolder(folder: string): FolderWords {
    let words = this.wordsByFolder.get(folder);
    if (words === undefined) {
      words = this.config.schema.wordsOfFolder(folder);
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

function inner(all: Map<string, WordCounts>, key: string): WordCounts {
  const counts = all.get(key) ?? new WordCounts();
  all.set(key, counts);
  return counts;
}

function keyOf(type: string, field: string): string {
  return `${fold(type)}\n${field}`;
}

function fold(type: string): string {
  return type.trim().toLowerCase();
}
