/** The state of one vault: its notes and the indexes over their names and links, kept exact by `apply`. */

import { type Config, defaultConfig } from '../schema/config';
import type { Schema } from '../schema/Schema';
import { textOf } from '../text/frontmatter';
import type { Link } from '../text/links';
import type { Note } from '../text/parseNote';
import { AddressIndex } from './AddressIndex';
import { Circles } from './Circles';
import { ClaimIndex } from './ClaimIndex';
import { type Change, type Entry, entryOf, sameIndexed, sameSet } from './entry';
import { FileTree } from './FileTree';
import { HeadingIndex } from './HeadingIndex';
import { imagined } from './imagined';
import type { AlikeTitle, Like } from './likeness/LikenessIndex';
import { NameIndexes } from './NameIndexes';
import { baseOf, nameOf, withoutExtension } from './names';
import { sameFrontmatter } from './noteNames';
import { Relations } from './Relations';
import { foundationsIn, type Relation, relationsIn } from './relationsIn';
import { type NameIndex, type Resolution, resolve, resolveDestination } from './resolve';
import { standsFor } from './SlugIndex';
import { SearchIndex } from './search';
import { sameStanding } from './standing';
import { type Indexes, touched, touchedByName } from './touched';
import type { UnresolvedNames } from './UnresolvedNames';
import { Vocabulary } from './Vocabulary';

export type { Change };

export interface Delta {
  /** Paths that were set or removed. */
  readonly changed: ReadonlySet<string>;
  /** Notes whose diagnostics can differ now, the changed ones included. */
  readonly affected: ReadonlySet<string>;
}

export interface Backlink {
  readonly from: string;
  readonly link: Link;
}

/** The share of telling words below which names have nothing to do with each other. */
const ALIKE = 0.33;

/** Paths count from the vault's root, with `/`. */
export class Vault implements NameIndex {
  private readonly entries = new Map<string, Entry>();
  private readonly index = new NameIndexes();
  private readonly search = new SearchIndex();
  /** Folders, and what stands in them. */
  readonly tree = new FileTree();
  /** Headings other than titles. */
  readonly headings = new HeadingIndex(() => this.eachNote());
  private circles = new Circles();
  private said = new Relations();
  private addresses = new AddressIndex();
  private applied = 0;
  private claims = new ClaimIndex();
  private words: Vocabulary;

  /** `config` is what the vault's settings say. */
  constructor(private settings: Config = defaultConfig) {
    this.words = new Vocabulary(settings);
  }

  /** What is linked to and not written yet. */
  get unresolvedNames(): UnresolvedNames {
    return this.index.unresolved;
  }

  /** Grows with each change, so that what was found out once can be told from what may differ now. */
  get revision(): number {
    return this.applied;
  }

  get config(): Config {
    return this.settings;
  }

  /** The words that the vault uses in its front matter. */
  get vocabulary(): Vocabulary {
    return this.words;
  }

  /** Takes over other settings. Returns `false`, and changes nothing, where every note has to be read again for them. */
  configure(settings: Config): boolean {
    const [before, after] = [this.settings.schema, settings.schema].map(
      each => each.relationFields,
    );
    if (before === undefined || after === undefined || !sameSet(before, after)) return false;
    this.settings = settings;
    this.applied++;
    this.words = new Vocabulary(settings);
    this.claims = new ClaimIndex();
    this.addresses = new AddressIndex();
    for (const [path, { note }] of this.entries) {
      if (note) this.words.replace(path, null, note);
      this.claims.replace(settings.schema, path, null, note);
      this.addresses.replace(settings.schema, path, null, note);
    }
    this.circles = new Circles();
    this.said = new Relations();
    this.updateRelations(this.entries.keys(), null);
    return true;
  }

  /** Takes changes in order and tells what they touch; costs what they are, not what the vault is. */
  apply(changes: Iterable<Change>): Delta {
    return this.take(changes, touched);
  }

  /**
   * Takes the files of a vault that is read for the first time, where all notes are checked in the end: as `apply`, but
   * does not look for what the notes touch by what they say, only by what they are called.
   */
  load(changes: Iterable<Change>): Delta {
    return this.take(changes, touchedByName);
  }

  private take(changes: Iterable<Change>, touches: typeof touched): Delta {
    const loading = touches === touchedByName;
    this.applied++;
    const changed = new Set<string>();
    const affected = new Set<string>();
    const restated = new Set<string>();
    for (const change of changes) {
      const { path } = change;
      const before = this.entries.get(path);
      const after =
        change.kind === 'set' ? entryOf(change, this.settings.schema.relationFields) : undefined;
      if (before === undefined && after === undefined) continue;
      changed.add(path);
      this.replace(path, before, after);
      if (!loading && !sameStanding(before?.note ?? null, after?.note ?? null)) restated.add(path);
      for (const each of touches(this.indexes, path, before, after)) affected.add(each);
      for (const each of this.countWords(path, before?.note ?? null, after?.note ?? null))
        affected.add(each);
    }
    for (const path of changed) affected.add(path);
    for (const path of this.updateRelations(affected, loading ? null : restated))
      affected.add(path);
    for (const path of affected) if (!changed.has(path) && !this.has(path)) affected.delete(path);
    return { changed, affected };
  }

  has(path: string): boolean {
    return this.entries.has(path);
  }

  note(path: string): Note | undefined {
    return this.entries.get(path)?.note ?? undefined;
  }

  /** Why a note could not be read; `null` where it was. */
  problem(path: string): string | null {
    return this.entries.get(path)?.problem ?? null;
  }

  /** Paths of all files, notes and others. */
  files(): Iterable<string> {
    return this.entries.keys();
  }

  /** Paths of all notes. */
  *notes(): Generator<string> {
    for (const [path, entry] of this.entries) if (entry.note !== null) yield path;
  }

  resolve(link: Link, from: string): Resolution {
    const { form, target } = link;
    return (form === 'markdown' ? resolveDestination : resolve)(this, target.written, from);
  }

  /**
   * Runs `work` as if files stood elsewhere, all at once, and notes, by their paths of now, had other texts, new ones
   * among them; afterwards all is as before. Only names and links are imagined, neither words nor search.
   */
  imagine<Result>(
    moves: ReadonlyMap<string, string>,
    texts: ReadonlyMap<string, string>,
    work: () => Result,
  ): Result {
    const { relationFields } = this.settings.schema;
    const { before, after } = imagined(this.entries, moves, texts, relationFields);
    this.swap(before, after);
    try {
      return work();
    } finally {
      this.swap(after, before);
    }
  }

  private swap(before: ReadonlyMap<string, Entry>, after: ReadonlyMap<string, Entry>): void {
    for (const [path, entry] of before) {
      this.entries.delete(path);
      this.index.remove(path, entry);
    }
    for (const [path, entry] of after) {
      this.entries.set(path, entry);
      this.index.add(path, entry);
    }
  }

  /** Notes with a link that may lead to this one, in no certain order. */
  mentioning(path: string): Iterable<string> {
    return new Set(this.slugsOf(path).flatMap(slug => this.index.mentions.standingFor(slug)));
  }

  /** Links of other notes that lead to this one, near ones included; by path, then by place. */
  backlinks(path: string): Backlink[] {
    const holders = [...this.mentioning(path)].filter(from => from !== path).sort();
    return holders.flatMap(from => this.linksTo(path, from).map(link => ({ from, link })));
  }

  /** Whether a link of another note leads to this one, near or not. */
  isLinked(path: string): boolean {
    for (const slug of this.slugsOf(path))
      for (const from of this.index.mentions.standingFor(slug))
        if (from !== path && this.linksTo(path, from).length > 0) return true;
    return false;
  }

  /** Slugs of the names by which a file can be meant. */
  slugsOf(path: string): readonly string[] {
    return this.entries.get(path)?.slugs ?? [];
  }

  /** The links of a note that may mean a file with one of these slugs: all that may, and few others. */
  linksLike(slugs: readonly string[], from: string): Link[] {
    const { note = null, mentions = [], mentionOf = [] } = this.entries.get(from) ?? {};
    const fits = mentions.map(mention => slugs.some(slug => standsFor(mention, slug)));
    return (note?.links ?? []).filter((_, index) => {
      const mention = mentionOf[index] ?? -1;
      return mention < 0 || fits[mention] === true;
    });
  }

  /** The links of one note that lead to another. */
  linksTo(path: string, from: string): Link[] {
    return this.linksLike(this.slugsOf(path), from).filter(link => {
      const resolution = this.resolve(link, from);
      return 'path' in resolution && resolution.path === path;
    });
  }

  /** Claims that say the same as this one, by path; `null` where there are more than anybody would read. */
  sameClaims(claim: Note): readonly string[] | null {
    return this.claims.same(claim);
  }

  /** Other claims that may say the same as this one in other words, the likest first; `null` where they are very many. */
  alikeClaims(path: string): readonly AlikeTitle[] | null {
    return this.claims.alike(path);
  }

  /** At most `limit` claims that a title, whole or half typed, may say again, the likest first; ids are paths. */
  likeClaims(title: string, limit: number): readonly Like[] {
    return this.claims.likeTitle(title, limit);
  }

  /** All notes that this one rests on and that rest on it, itself included; `undefined` where there are none. */
  circleAround(path: string): ReadonlySet<string> | undefined {
    return this.circles.around(path);
  }

  /** The notes that it rests on, in the order of its links, each once. */
  restsOn(path: string): readonly string[] {
    return this.circles.restsOn(path);
  }

  /** What notes say of each other in the argument. */
  get relations(): Relations {
    return this.said;
  }

  /** Sources at an address on the web, given by its key. */
  sourcesAt(key: string): readonly string[] {
    return this.addresses.sourcesAt(key);
  }

  /** Notes whose names fit a half-typed query, best first; only of `types` where they are given. */
  find(query: string, limit: number, types?: readonly string[]): string[] {
    const wanted = types && isAnyOf(this.settings.schema, types);
    return this.search.search(query, limit, wanted).map(hit => hit.id);
  }

  /** At most three notes that a name which leads nowhere may have meant, best first. */
  alike(written: string): string[] {
    const hits = this.search.similar(baseOf(withoutExtension(written)), 3);
    const least = Math.max(ALIKE, (hits[0]?.score ?? 0) / 2);
    return hits.filter(hit => hit.score >= least).map(hit => hit.id);
  }

  /** How many files it holds, notes and others. */
  get size(): number {
    return this.entries.size;
  }

  /** How many notes have this word, folded as `wordsOf` does it, in one of their names. */
  holders(word: string): number {
    return this.search.holders(word);
  }

  /** Builds in small steps what else the first completion would have to build. */
  *prepareCompletion(): Generator<string> {
    yield* this.unresolvedNames.settle();
    yield* this.tree.settle();
  }

  notesNamed(key: string): readonly string[] {
    return this.index.notesNamed(key);
  }

  filesNamed(key: string): readonly string[] {
    return this.index.filesNamed(key);
  }

  notesTitled(key: string): readonly string[] {
    return this.index.notesTitled(key);
  }

  notesWithSlug(slug: string): readonly string[] {
    return this.index.notesWithSlug(slug);
  }

  notesWithSlugPrefix(prefix: string): readonly string[] {
    return this.index.notesWithSlugPrefix(prefix);
  }

  private *eachNote(): Generator<Note> {
    for (const { note } of this.entries.values()) if (note !== null) yield note;
  }

  private replace(path: string, before: Entry | undefined, after: Entry | undefined): void {
    if (after === undefined) this.entries.delete(path);
    else this.entries.set(path, after);
    if (before === undefined) this.tree.add(path);
    if (after === undefined) this.tree.remove(path);
    const [old, now] = [before?.note ?? null, after?.note ?? null];
    this.headings.replace(path, old, now);
    this.claims.replace(this.settings.schema, path, old, now);
    this.addresses.replace(this.settings.schema, path, old, now);
    const type = typeSaid(now);
    const same = before !== undefined && after !== undefined && sameIndexed(before, after);
    if (same && typeSaid(old) === type) return;
    if (before !== undefined) this.index.remove(path, before);
    if (after !== undefined) this.index.add(path, after);
    if (after?.note) this.search.set(path, [nameOf(path), ...after.titles], type);
    else this.search.delete(path);
  }

  private countWords(path: string, before: Note | null, after: Note | null): Iterable<string> {
    const same =
      before !== null && after !== null && sameFrontmatter(before.frontmatter, after.frontmatter);
    return same ? [] : this.words.replace(path, before, after);
  }

  private get indexes(): Indexes {
    const { names, mentions, fragments, stems } = this.index;
    const { schema } = this.settings;
    const note = (each: string) => this.note(each);
    const { circles, claims, addresses } = this;
    return { schema, names, mentions, fragments, stems, circles, claims, addresses, note };
  }

  /**
   * Returns the notes of which something else is to be told, `restated` being those that say something else of
   * themselves; `null` where nobody asks.
   */
  private updateRelations(
    paths: Iterable<string>,
    restated: ReadonlySet<string> | null,
  ): ReadonlySet<string> {
    const said = Array.from(paths, (path): readonly [string, readonly Relation[]] => {
      const note = this.note(path);
      return [path, note === undefined ? [] : relationsIn(this, this.settings.schema, note)];
    });
    const circles = this.circles.update(said.map(([path, all]) => [path, foundationsIn(all)]));
    if (restated !== null) return new Set([...circles, ...this.said.update(said, restated)]);
    this.said.replace(said);
    return circles;
  }
}

function typeSaid(note: Note | null): string {
  return textOf(note?.frontmatter ?? null, 'type') ?? '';
}

/** Each word is looked up once: of the notes of a vault there are many, and of their types few. */
function isAnyOf(schema: Schema, types: readonly string[]): (said: string) => boolean {
  const known = new Map<string, boolean>();
  return said => {
    const before = known.get(said);
    if (before !== undefined) return before;
    const is = types.includes(schema.type(said)?.name ?? '');
    known.set(said, is);
    return is;
  };
}
