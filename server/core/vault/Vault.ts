/** The state of one vault: its notes and the indexes over their names and links, kept exact by `apply`. */

import { type Config, defaultConfig } from '../schema/config';
import type { Link } from '../text/links';
import type { Note } from '../text/parseNote';
import { type Change, difference, type Entry, entryOf, sameIndexed, sameSet } from './entry';
import { baseOf, foldName, nameOf, withoutExtension } from './names';
import { sameFrontmatter } from './noteNames';
import { PathSets } from './PathSets';
import { type NameIndex, type Resolution, resolve } from './resolve';
import { SlugIndex } from './SlugIndex';
import { SearchIndex } from './search';
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
  private readonly stems = new PathSets();
  private readonly attachments = new PathSets();
  private readonly titles = new PathSets();
  private readonly names = new SlugIndex();
  private readonly mentions = new SlugIndex();
  private readonly search = new SearchIndex();
  private words: Vocabulary;

  /** `config` is what the vault's settings say. */
  constructor(private settings: Config = defaultConfig) {
    this.words = new Vocabulary(settings);
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
    this.words = new Vocabulary(settings);
    for (const [path, { note }] of this.entries) if (note) this.words.replace(path, null, note);
    return true;
  }

  /** Takes changes in order and tells what they touch; costs what they are, not what the vault is. */
  apply(changes: Iterable<Change>): Delta {
    const changed = new Set<string>();
    const affected = new Set<string>();
    for (const change of changes) {
      const { path } = change;
      const before = this.entries.get(path);
      const after =
        change.kind === 'set' ? entryOf(change, this.settings.schema.relationFields) : undefined;
      if (before === undefined && after === undefined) continue;
      changed.add(path);
      this.replace(path, before, after);
      this.touch(before, after, affected);
      for (const each of this.countWords(path, before?.note ?? null, after?.note ?? null))
        affected.add(each);
    }
    for (const path of changed) affected.add(path);
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
    return resolve(this, link.target.written, from);
  }

  /** Links of other notes that lead to this one, near ones included. */
  backlinks(path: string): Backlink[] {
    const found: Backlink[] = [];
    const entry = this.entries.get(path);
    const holders = new Set(entry?.slugs.flatMap(slug => this.mentions.standingFor(slug)));
    holders.delete(path);
    for (const from of [...holders].sort()) {
      for (const link of this.note(from)?.links ?? []) {
        const resolution = this.resolve(link, from);
        if (
          (resolution.kind === 'found' || resolution.kind === 'near') &&
          resolution.path === path
        ) {
          found.push({ from, link });
        }
      }
    }
    return found;
  }

  /** Notes whose names fit a half-typed query, best first. */
  find(query: string, limit: number): string[] {
    return this.search.search(query, limit).map(hit => hit.id);
  }

  /** At most three notes that a name which leads nowhere may have meant, best first. */
  alike(written: string): string[] {
    const hits = this.search.similar(baseOf(withoutExtension(written)), 3);
    const least = Math.max(ALIKE, (hits[0]?.score ?? 0) / 2);
    return hits.filter(hit => hit.score >= least).map(hit => hit.id);
  }

  notesNamed(key: string): readonly string[] {
    return this.stems.get(key);
  }

  filesNamed(key: string): readonly string[] {
    return this.attachments.get(key);
  }

  notesTitled(key: string): readonly string[] {
    return this.titles.get(key);
  }

  notesWithSlug(slug: string): readonly string[] {
    return this.names.exact(slug).filter(path => this.note(path) !== undefined);
  }

  notesWithSlugPrefix(prefix: string): readonly string[] {
    return this.names.startingWith(prefix).filter(path => this.note(path) !== undefined);
  }

  private replace(path: string, before: Entry | undefined, after: Entry | undefined): void {
    if (after === undefined) this.entries.delete(path);
    else this.entries.set(path, after);
    if (before !== undefined && after !== undefined && sameIndexed(before, after)) return;
    if (before !== undefined) this.index(path, before, 'remove');
    if (after !== undefined) this.index(path, after, 'add');
    if (after?.note) this.search.set(path, [nameOf(path), ...after.titles]);
    else this.search.delete(path);
  }

  private index(path: string, entry: Entry, step: 'add' | 'remove'): void {
    if (entry.note === null) this.attachments[step](foldName(baseOf(path)), path);
    else this.stems[step](foldName(nameOf(path)), path);
    for (const title of entry.titles) this.titles[step](foldName(title), path);
    for (const slug of entry.slugs) this.names[step](slug, path);
    for (const slug of entry.mentions) this.mentions[step](slug, path);
  }

  private countWords(path: string, before: Note | null, after: Note | null): Iterable<string> {
    const same =
      before !== null && after !== null && sameFrontmatter(before.frontmatter, after.frontmatter);
    return same ? [] : this.words.replace(path, before, after);
  }

  /** Adds the notes whose diagnostics depend on what differs between the two entries. */
  private touch(before: Entry | undefined, after: Entry | undefined, affected: Set<string>): void {
    const sameKind = (before?.note === null) === (after?.note === null);
    const kept = before !== undefined && after !== undefined && sameKind;
    // Messages quote titles, so one that changes in its capitals or marks alone counts as well.
    const told = kept && before.titles.join('\n') === after.titles.join('\n');
    const names = told
      ? difference(before.slugs, after.slugs)
      : [...(before?.slugs ?? []), ...(after?.slugs ?? [])];
    for (const slug of names) {
      for (const path of this.mentions.standingFor(slug)) affected.add(path);
    }
    for (const slug of difference(before?.mentions ?? [], after?.mentions ?? [])) {
      for (const path of this.names.exact(slug)) affected.add(path);
    }
  }
}
