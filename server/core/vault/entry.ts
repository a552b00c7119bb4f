/** What the vault keeps of one file, and what differs between two states of it. */
import type { Link } from '../text/links';
import { type Note, parseNote } from '../text/parseNote';
import { isNotePath } from './names';
import { mentionSlugs, nameSlugs, titlesOf } from './noteNames';

/** `text` is `null` for a file that is no note, and for a note that cannot be read, with the reason in `problem`. */
export type Change =
  | {
      readonly kind: 'set';
      readonly path: string;
      readonly text: string | null;
      readonly problem?: string;
    }
  | { readonly kind: 'remove'; readonly path: string };

export interface Entry {
  readonly note: Note | null;
  readonly titles: readonly string[];
  readonly slugs: readonly string[];
  readonly mentions: readonly string[];
  /** For each link of the note the index of its mention; -1 where it has none, or several. */
  readonly mentionOf: readonly number[];
  /** Those of links to a heading or block. */
  readonly fragments: readonly string[];
  readonly problem: string | null;
}

/** What the vault keeps of a file. `relations` are the fields whose plain strings name notes. */
export function entryOf(change: Change & { kind: 'set' }, relations: ReadonlySet<string>): Entry {
  const { path, text } = change;
  const note = isNotePath(path) ? parseNote(path, text ?? '', relations) : null;
  const titles = note === null ? [] : titlesOf(note);
  const links = note?.links ?? [];
  const slugs = nameSlugs(path, titles);
  const mentioned = mentionsOf(links);
  const { mentions: fragments } = mentionsOf(links.filter(link => link.target.fragment !== null));
  return { note, titles, slugs, ...mentioned, fragments, problem: change.problem ?? null };
}

/** The same file elsewhere. What was no note has no text that could make it one. */
export function movedEntry(entry: Entry, path: string): Entry {
  const note = !isNotePath(path)
    ? null
    : entry.note === null
      ? parseNote(path, '', new Set())
      : { ...entry.note, path };
  const titles = note === null ? [] : entry.titles;
  return { ...entry, note, titles, slugs: nameSlugs(path, titles) };
}

function mentionsOf(links: readonly Link[]): Pick<Entry, 'mentions' | 'mentionOf'> {
  const indexes = new Map<string, number>();
  const mentionOf = links.map(link => {
    const slugs = mentionSlugs(link);
    for (const slug of slugs) if (!indexes.has(slug)) indexes.set(slug, indexes.size);
    const [slug = '', more] = slugs;
    return more === undefined ? (indexes.get(slug) ?? -1) : -1;
  });
  return { mentions: [...indexes.keys()], mentionOf };
}

/** Most keystrokes change no name and no link. The path is the same, and so is the kind of the file. */
export function sameIndexed(a: Entry, b: Entry): boolean {
  return (
    sameList(a.titles, b.titles) &&
    sameList(a.slugs, b.slugs) &&
    sameList(a.mentions, b.mentions) &&
    sameList(a.fragments, b.fragments)
  );
}

export function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every(each => b.has(each));
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}

/** What only one of the two lists has. */
export function difference(a: readonly string[], b: readonly string[]): readonly string[] {
  if (a.length === 0) return b;
  if (sameList(a, b)) return [];
  const [left, right] = [new Set(a), new Set(b)];
  return [...a.filter(each => !right.has(each)), ...b.filter(each => !left.has(each))];
}
