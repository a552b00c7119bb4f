/** The words that a vault uses: its fields and their values with how often, and the domains and agents of its folders. */

import type { Config } from '../schema/config';
import type { FieldKind } from '../schema/form';
import type { NoteType } from '../schema/NoteType';
import type { FolderWords } from '../schema/Schema';
import { type Field, type Frontmatter, textOf } from '../text/frontmatter';
import type { Note } from '../text/parseNote';
import { folderOf } from './names';
import { PathSets } from './PathSets';

/** A word and in how many notes it stands. */
export interface Usage {
  readonly word: string;
  readonly notes: number;
}

/** Kinds of field whose words belong to the vault. */
export type OwnKind = 'domain' | 'agent' | 'tag';

type Counts = Map<string, number>;

/** Longer values, and those that look like dates, addresses or links, are no words that come again. */
const MAX_LENGTH = 48;
const NO_WORD = /^\d{4}(?:-\d\d)*$|:\/\/|\[\[|\n/u;

export class Vocabulary {
  private readonly types: Counts = new Map();
  /** By type and field. */
  private readonly fields = new Map<string, Counts>();
  private readonly values = new Map<string, Counts>();
  private readonly own = { domain: new PathSets(), agent: new PathSets(), tag: new PathSets() };
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
  used(kind: OwnKind): Usage[] {
    const words = [...this.own[kind].keys()].filter(isWord);
    return mostFirst(words.map(word => ({ word, notes: this.own[kind].count(word) })));
  }

  /** In how many notes a field of this kind holds the word. */
  notesWith(kind: OwnKind, word: string): number {
    return this.own[kind].get(word).length;
  }

  /** How many notes say that they are of this type. */
  notesOf(type: string): number {
    return this.types.get(fold(type)) ?? 0;
  }

  /** The fields that notes of this type have, the most used first. */
  fieldsOf(type: string): Usage[] {
    return usages(this.fields.get(fold(type)));
  }

  /** The short values that this field has in notes of this type, the most used first. */
  valuesOf(type: string, field: string): Usage[] {
    return usages(this.values.get(keyOf(type, field)));
  }

  private listed(kind: 'domain' | 'agent'): readonly string[] {
    return kind === 'domain' ? this.config.domains : this.config.agents;
  }

  private count(path: string, frontmatter: Frontmatter | null, step: 1 | -1): void {
    if (frontmatter === null) return;
    const written = textOf(frontmatter, 'type') ?? '';
    const type = this.config.schema.type(written);
    const name = fold(type?.name ?? written);
    add(this.types, name, step);
    const seen = new Set<string>();
    for (const field of frontmatter.fields) {
      if (seen.has(field.name)) continue;
      seen.add(field.name);
      add(inner(this.fields, name), field.name, step);
      const kind = kindOf(type, field.name);
      const own = kind === 'domain' || kind === 'agent' || kind === 'tag' ? kind : null;
      for (const word of wordsIn(field)) {
        if (isWord(word)) add(inner(this.values, keyOf(name, field.name)), word, step);
        if (own !== null) this.own[own][step === 1 ? 'add' : 'remove'](word, path);
      }
    }
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

/** The kind of a field of that name, today's or an old one that stood for one field. */
function kindOf(type: NoteType | undefined, name: string): FieldKind | undefined {
  const today = type?.field(name);
  const [once, more] = today === undefined ? (type?.fieldsOnceNamed(name) ?? []) : [];
  return (today ?? (more === undefined ? once : undefined))?.kind;
}

function isWord(text: string): boolean {
  return text.length <= MAX_LENGTH && !NO_WORD.test(text);
}

/** Values of a field, each once. */
function wordsIn(field: Field): Set<string> {
  const words = new Set<string>();
  if (field.kind === 'map') return words;
  for (const { text, data, under } of field.values) {
    const word = text.trim();
    if (data !== null && word !== '' && under === undefined) words.add(word);
  }
  return words;
}

function usages(counts: Counts | undefined): Usage[] {
  return mostFirst([...(counts ?? [])].map(([word, notes]) => ({ word, notes })));
}

function mostFirst(usages: Usage[]): Usage[] {
  return usages.sort((a, b) => b.notes - a.notes || (a.word < b.word ? -1 : 1));
}

function add(counts: Counts, word: string, step: 1 | -1): void {
  const count = (counts.get(word) ?? 0) + step;
  if (count === 0) counts.delete(word);
  else counts.set(word, count);
}

function inner(all: Map<string, Counts>, key: string): Counts {
  const counts = all.get(key) ?? new Map<string, number>();
  all.set(key, counts);
  return counts;
}

function keyOf(type: string, field: string): string {
  return `${fold(type)}\n${field}`;
}

function fold(type: string): string {
  return type.trim().toLowerCase();
}
