/** The state of one vault: its notes and the indexes over their names and links, kept exact by `apply`. */

import { type Config, defaultConfig } from '../schema/config';
import type { Link } from '../text/links';
import type { Note } from '../text/parseNote';
import { AddressIndex } from './AddressIndex';
import { Argument } from './Argument';
import { Backlogs } from './Backlog';
import { ClaimIndex } from './ClaimIndex';
import { type Change, type Entry, entryOf, type PackedChange, sameIndexed, sameSet } from './entry';
import { Files } from './Files';
import { FileTree } from './FileTree';
import { HeadingIndex } from './HeadingIndex';
import { imagined } from './imagined';
import type { AlikeTitle, Like } from './likeness/LikenessIndex';
import { NameIndexes } from './NameIndexes';
import { isNotePath } from './names';
import { sameFrontmatter } from './noteNames';
import { textOfNote } from './packed/PackedNote';
import type { Relations } from './Relations';
import { relationsIn } from './relationsIn';
import { type NameIndex, type Resolution, resolve, resolveDestination } from './resolve';
import { sameStanding } from './standing';
import { Titles } from './Titles';
import { type Indexes, touched, touchedByName } from './touched';
import type { UnresolvedNames } from './UnresolvedNames';
import { Vocabulary } from './Vocabulary';

export type { Change, PackedChange };

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

/** Paths count from the vault's root, with `/`. */
export class Vault implements NameIndex {
  private readonly stored = new Files();
  private readonly index = new NameIndexes();
  private readonly backlogs = new Backlogs();
  private readonly titles = new Titles(this.backlogs, path => this.stored.glance(path));
  /** Folders, and what stands in them. */
  readonly tree = new FileTree();
  /** Headings other than titles. */
  readonly headings = new HeadingIndex(() => this.eachNote());
  private readonly argument = new Argument(this.backlogs, path => {
    const note = this.stored.glance(path)?.note ?? null;
    return note === null ? [] : relationsIn(this, this.settings.schema, note);
  });
  private addresses = new AddressIndex();
  private applied = 0;
  private claims = new ClaimIndex();
  private words: Vocabulary;
  private readonly unclaimed = this.backlogs.add(paths => {
    const { schema } = this.settings;
    for (const path of paths)
      this.claims.replace(schema, path, null, this.stored.glance(path)?.note ?? null);
  });

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
    for (const note of this.eachNote()) {
      this.words.replace(note.path, null, note);
      this.unclaimed.add(note.path);
      this.addresses.replace(settings.schema, note.path, null, note);
    }
    this.argument.renew(this.notes());
    return true;
  }

  /** Takes changes in order and tells what they touch; costs what they are, not what the vault is. */
  apply(changes: Iterable<Change | PackedChange>): Delta {
    this.backlogs.settleIfDue();
    return this.take(changes, false);
  }

  /**
   * Takes the files of a vault that is read for the first time, where all notes are checked in the end: as `apply`, but
   * tells of the files themselves alone, not of what they touch. Of a note that is given as bytes and damaged, nothing is
   * taken over: `DamagedNote` is thrown, and changes after it are left.
   */
  load(changes: Iterable<Change | PackedChange>): Delta {
    return this.take(changes, true);
  }

  /**
   * The same for a vault of which more is to be loaded: until `settle` has come to its end, who searches or asks for
   * claims that are alike or for relations does not wait, and is answered of the notes that were settled by then.
   */
  loadPart(changes: Iterable<Change | PackedChange>): Delta {
    this.backlogs.early = true;
    return this.load(changes);
  }

  /** Builds in small steps what loading left for those who ask. */
  *settle(): Generator<string> {
    if (this.unsettled === 0 && !this.backlogs.early) return;
    yield* this.backlogs.settle();
    this.applied++;
  }

  /** How many notes are still to be settled, each counted once for every index that lacks it. */
  get unsettled(): number {
    return this.backlogs.size;
  }

  private take(changes: Iterable<Change | PackedChange>, loading: boolean): Delta {
    this.applied++;
    const changed = new Set<string>();
    const affected = new Set<string>();
    const restated = new Set<string>();
    for (const change of changes) {
      const { path } = change;
      const before = this.stored.get(path);
      const after =
        change.kind === 'set' ? entryOf(change, this.settings.schema.relationFields) : undefined;
      if (before === undefined && after === undefined) continue;
      changed.add(path);
      if (after === undefined) this.stored.delete(path);
      else this.stored.set(after, loading, 'packed' in change ? change.packed : undefined);
      this.replace(path, before, after, loading);
      const holders = this.countWords(path, before?.note ?? null, after?.note ?? null);
      if (loading) {
        this.readLater(path, before, after);
        continue;
      }
      if (!sameStanding(before?.note ?? null, after?.note ?? null)) restated.add(path);
      for (const each of touched(this.indexes, path, before, after)) affected.add(each);
      for (const each of holders) affected.add(each);
    }
    for (const path of changed) affected.add(path);
    const retold = loading ? [] : this.argument.update(affected, restated);
    for (const path of retold) affected.add(path);
    for (const path of affected) if (!changed.has(path) && !this.has(path)) affected.delete(path);
    return { changed, affected };
  }

  /** What the argument has to read of a file that was loaded. */
  private readLater(path: string, before: Entry | undefined, after: Entry | undefined): void {
    if (before !== undefined || hasTypedLinks(after)) this.argument.readLater([path]);
    if (this.argument.hasBegun)
      this.argument.readLater(touchedByName(this.indexes, path, before, after));
  }

  has(path: string): boolean {
    return this.stored.has(path);
  }

  note(path: string): Note | undefined {
    return this.stored.get(path)?.note ?? undefined;
  }

  /** The same, for who goes through all notes: it does not displace those that are asked for again and again. */
  glance(path: string): Note | undefined {
    return this.stored.look(path)?.note ?? undefined;
  }

  /** What `textOf` tells of a field of a note, of which nothing else is read. */
  fieldText(path: string, field: string): string | undefined {
    return textOfNote(this.stored.peek(path)?.note ?? null, field);
  }

  /** Why a note could not be read; `null` where it was. */
  problem(path: string): string | null {
    return this.stored.problem(path);
  }

  /** Paths of all files, notes and others. */
  files(): Iterable<string> {
    return this.stored.paths();
  }

  /** Paths of all notes. */
  *notes(): Generator<string> {
    for (const path of this.stored.paths()) if (isNotePath(path)) yield path;
  }

  /** What to keep of a note so that it need not be read again; `null` for other files and notes that cannot be read. */
  packed(path: string): Uint8Array | null {
    return this.problem(path) === null ? this.stored.packed(path) : null;
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
    // What is imagined must not be taken in.
    this.backlogs.settleIfDue();
    const { before, after } = imagined(path => this.stored.get(path), moves, texts, relationFields);
    const others = new Map<string, Entry | undefined>(after);
    for (const path of before.keys()) if (!after.has(path)) others.set(path, undefined);
    this.swap(before, after);
    try {
      return this.stored.imagine(others, work);
    } finally {
      this.swap(after, before);
    }
  }

  private swap(before: ReadonlyMap<string, Entry>, after: ReadonlyMap<string, Entry>): void {
    for (const [path, entry] of before) this.index.remove(path, entry);
    for (const [path, entry] of after) this.index.add(path, entry);
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
    return this.stored.get(path)?.slugs ?? [];
  }

  /** The links of a note that may mean a file with one of these slugs: all that may, and few others. */
  linksLike(slugs: readonly string[], from: string): readonly Link[] {
    return this.stored.linksLike(slugs, from);
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
    return this.settledClaims.same(claim);
  }

  /** Other claims that may say the same as this one in other words, the likest first; `null` where they are very many. */
  alikeClaims(path: string): readonly AlikeTitle[] | null {
    return this.settledClaims.alike(path);
  }

  /** At most `limit` claims that a title, whole or half typed, may say again, the likest first; ids are paths. */
  likeClaims(title: string, limit: number): readonly Like[] {
    return this.settledClaims.likeTitle(title, limit);
  }

  /** All notes that this one rests on and that rest on it, itself included; `undefined` where there are none. */
  circleAround(path: string): ReadonlySet<string> | undefined {
    return this.argument.settledCircles.around(path);
  }

  /** The notes that it rests on, in the order of its links, each once. */
  restsOn(path: string): readonly string[] {
    return this.argument.settledCircles.restsOn(path);
  }

  /** What notes say of each other in the argument. */
  get relations(): Relations {
    return this.argument.relations;
  }

  /** Sources at an address on the web, given by its key. */
  sourcesAt(key: string): readonly string[] {
    return this.addresses.sourcesAt(key);
  }

  /** Notes whose names fit a half-typed query, best first; only of `types` where they are given. */
  find(query: string, limit: number, types?: readonly string[]): string[] {
    return this.titles.find(query, limit, this.settings.schema, types);
  }

  /** At most three notes that a name which leads nowhere may have meant, best first. */
  alike(written: string): string[] {
    return this.titles.alike(written);
  }

  /** How many files it holds, notes and others. */
  get size(): number {
    return this.stored.size;
  }

  /** How many notes have this word, folded as `wordsOf` does it, in one of their names. */
  holders(word: string): number {
    return this.titles.holders(word);
  }

  /** Builds in small steps what else the first completion would have to build. */
  *prepareCompletion(): Generator<string> {
    yield* this.settle();
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
    for (const path of this.notes()) {
      const note = this.stored.glance(path)?.note ?? null;
      if (note !== null) yield note;
    }
  }

  /** `late`: what nobody has asked for yet may wait. */
  private replace(
    path: string,
    before: Entry | undefined,
    after: Entry | undefined,
    late: boolean,
  ): void {
    if (before === undefined) this.tree.add(path);
    if (after === undefined) this.tree.remove(path);
    const [old, now] = [before?.note ?? null, after?.note ?? null];
    this.headings.replace(path, old, now);
    this.addresses.replace(this.settings.schema, path, old, now);
    const unclaimed = this.unclaimed.delete(path) || before === undefined;
    if (late && unclaimed && now !== null) this.unclaimed.add(path);
    else this.claims.replace(this.settings.schema, path, unclaimed ? null : old, now);
    const same = before !== undefined && after !== undefined && sameIndexed(before, after);
    if (!same && before !== undefined) this.index.remove(path, before);
    if (!same && after !== undefined) this.index.add(path, after);
    this.titles.replace(path, before, after, late);
  }

  private get settledClaims(): ClaimIndex {
    this.unclaimed.settleIfDue();
    return this.claims;
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
    const { claims, addresses } = this;
    const { circles } = this.argument;
    return { schema, names, mentions, fragments, stems, circles, claims, addresses, note };
  }
}

/** Whether it may say something of other notes in the argument. */
function hasTypedLinks(entry: Entry | undefined): boolean {
  return entry?.note?.links.some(link => link.field !== null) ?? false;
}
