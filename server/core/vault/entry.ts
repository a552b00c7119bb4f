/** What the vault knows of one file, and what differs between two states of it. */
import type { Link } from '../text/links';
import { type Note, parseNote } from '../text/parseNote';
import { isNotePath } from './names';
import { mentionSlugs, nameSlugs, titlesOf } from './noteNames';
import { ANY_NAME, nameMark } from './packed/links';
import { PackedNote } from './packed/PackedNote';

/** `text` is `null` for a file that is no note, and for a note that cannot be read, with the reason in `problem`. */
export type Change =
  | {
      readonly kind: 'set';
      readonly path: string;
      readonly text: string | null;
      readonly problem?: string;
    }
  | { readonly kind: 'remove'; readonly path: string };

/** A note as `Vault.packed` of the same program gave it for the same text and the same relation fields. */
export interface PackedChange {
  readonly kind: 'set';
  readonly path: string;
  readonly packed: Uint8Array;
}

/** Everything but the note is worked out when it is asked for. */
export class Entry {
  private knownTitles: readonly string[] | undefined;
  private knownSlugs: readonly string[] | undefined;
  private knownMentioned: Mentioned | undefined;
  private knownFragments: readonly string[] | undefined;

  constructor(
    readonly path: string,
    readonly note: Note | null,
    readonly problem: string | null,
  ) {}

  get titles(): readonly string[] {
    this.knownTitles ??= this.note === null ? [] : titlesOf(this.note);
    return this.knownTitles;
  }

  /** Of the names by which the file can be meant. */
  get slugs(): readonly string[] {
    this.knownSlugs ??= nameSlugs(this.path, this.titles);
    return this.knownSlugs;
  }

  /** The slugs of what its links name. */
  get mentions(): readonly string[] {
    return this.mentioned.mentions;
  }

  /** For each link of the note the index of its mention; -1 where it has none, or several. */
  get mentionOf(): readonly number[] {
    return this.mentioned.mentionOf;
  }

  /** The mentions of links to a heading or block. */
  get fragments(): readonly string[] {
    this.knownFragments ??= this.fragmentsOf();
    return this.knownFragments;
  }

  /** What tells of each link which names it cannot mean. */
  marks(): number[] {
    const marks = this.mentions.map(nameMark);
    return this.mentionOf.map(mention => marks[mention] ?? ANY_NAME);
  }

  private get mentioned(): Mentioned {
    this.knownMentioned ??= mentionsOf(this.note?.links ?? []);
    return this.knownMentioned;
  }

  private fragmentsOf(): readonly string[] {
    const links = this.note?.links ?? [];
    if (links.every(link => link.target.fragment === null)) return [];
    return mentionsOf(links.filter(link => link.target.fragment !== null)).mentions;
  }
}

/**
 * What a file says. `relations` are the fields whose plain strings name notes. Throws `DamagedNote` where bytes are no
 * packed note.
 */
export function entryOf(
  change: (Change & { kind: 'set' }) | PackedChange,
  relations: ReadonlySet<string>,
): Entry {
  const { path } = change;
  if ('packed' in change) return packedEntry(path, change.packed);
  const note = isNotePath(path) ? parseNote(path, change.text ?? '', relations) : null;
  return new Entry(path, note, change.problem ?? null);
}

/** All of it is read at once: later nobody could do anything about damage. */
function packedEntry(path: string, packed: Uint8Array): Entry {
  const note = new PackedNote(path, packed);
  note.check();
  return new Entry(path, note, null);
}

/** The same file elsewhere. What was no note has no text that could make it one. */
export function movedEntry(entry: Entry, path: string): Entry {
  if (!isNotePath(path)) return new Entry(path, null, entry.problem);
  const note = entry.note === null ? parseNote(path, '', new Set()) : elsewhere(entry.note, path);
  return new Entry(path, note, entry.problem);
}

/** Its parts may be no properties of its own. */
function elsewhere(note: Note, path: string): Note {
  const { frontmatter, fault, misplaced, headings, blocks, links, body, code, signs, lines } = note;
  return { path, frontmatter, fault, misplaced, headings, blocks, links, body, code, signs, lines };
}

interface Mentioned {
  readonly mentions: readonly string[];
  readonly mentionOf: readonly number[];
}

function mentionsOf(links: readonly Link[]): Mentioned {
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
