/** The state of one vault: its notes and the indexes over their names and links, kept exact by `apply`. */
import type { Link } from '../text/links';
import { type Note, parseNote } from '../text/parseNote';
import { baseOf, foldName, isNotePath, nameOf, withoutExtension } from './names';
import { mentionSlugs, nameSlugs, sameFrontmatter, titlesOf } from './noteNames';
import { PathSets } from './PathSets';
import { type NameIndex, type Resolution, resolve } from './resolve';
import { SlugIndex } from './SlugIndex';
import { relationFields } from './schema';
import { SearchIndex } from './search';

/** `text` is `null` for a file that is no note, and for a note that cannot be read, with the reason in `problem`. */
export type Change =
  | {
      readonly kind: 'set';
      readonly path: string;
      readonly text: string | null;
      readonly problem?: string;
    }
  | { readonly kind: 'remove'; readonly path: string };

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

interface Entry {
  readonly note: Note | null;
  readonly titles: readonly string[];
  readonly slugs: readonly string[];
  readonly mentions: readonly string[];
  readonly problem: string | null;
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

  /** Takes changes in order and tells what they touch; costs what they are, not what the vault is. */
  apply(changes: Iterable<Change>): Delta {
    const changed = new Set<string>();
    const affected = new Set<string>();
    for (const change of changes) {
      const { path } = change;
      const before = this.entries.get(path);
      const after = change.kind === 'set' ? entryOf(change) : undefined;
      if (before === undefined && after === undefined) continue;
      changed.add(path);
      this.replace(path, before, after);
      this.touch(before, after, affected);
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

  /** Adds the notes whose diagnostics depend on what differs between the two entries. */
  private touch(before: Entry | undefined, after: Entry | undefined, affected: Set<string>): void {
    const sameKind = (before?.note === null) === (after?.note === null);
    const kept = before !== undefined && after !== undefined && sameKind;
    // Messages quote titles, so one that changes in its capitals or marks alone counts as well.
    const told =
      kept &&
      before.titles.join('\n') === after.titles.join('\n') &&
      sameFrontmatter(before.note?.frontmatter ?? null, after.note?.frontmatter ?? null);
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

function entryOf(change: Change & { kind: 'set' }): Entry {
  const { path, text } = change;
  const note = isNotePath(path) ? parseNote(path, text ?? '', relationFields) : null;
  const titles = note === null ? [] : titlesOf(note);
  const mentions = new Set(note?.links.flatMap(mentionSlugs));
  const slugs = nameSlugs(path, titles);
  return { note, titles, slugs, mentions: [...mentions], problem: change.problem ?? null };
}

/** Most keystrokes change no name and no link. The path is the same, and so is the kind of the file. */
function sameIndexed(a: Entry, b: Entry): boolean {
  return (
    sameList(a.titles, b.titles) && sameList(a.slugs, b.slugs) && sameList(a.mentions, b.mentions)
  );
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}

function difference(a: readonly string[], b: readonly string[]): readonly string[] {
  if (a.length === 0) return b;
  if (sameList(a, b)) return [];
  const [left, right] = [new Set(a), new Set(b)];
  return [...a.filter(each => !right.has(each)), ...b.filter(each => !left.has(each))];
}
