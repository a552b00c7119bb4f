/** The headings in a vault by their words: made when it is first asked, and from then on kept exact. */
import type { Note } from '../text/parseNote';
import { LazySearch } from './LazySearch';
import { foldName, ownCopy } from './names';
import { PathSets } from './PathSets';

export interface FoundHeading {
  readonly path: string;
  /** The heading's text as `foldName` has it. */
  readonly key: string;
}

/** As every note of a kind has the same headings, one of them must not be all that is found. */
const MOST_OF_ONE = 20;

export class HeadingIndex {
  /** Paths by the texts of headings, each text once: far fewer than there are headings. */
  private holders: PathSets | null = null;
  /** Shared by all who bring the index up to date at a time. */
  private unread: Iterator<Note> | null = null;
  private readonly texts = new LazySearch(
    () => this.holders?.keys() ?? [],
    key => ((this.holders?.count(key) ?? 0) > 0 ? [key] : null),
  );

  /** `notes` are all notes there are. */
  constructor(private readonly notes: () => Iterator<Note>) {}

  /** To be told of every note that came, changed or went. */
  replace(path: string, before: Note | null, after: Note | null): void {
    if (this.holders === null) return;
    const [old, now] = [keysOf(before), keysOf(after)];
    for (const key of old) if (!now.has(key)) this.step('remove', this.holders, key, path);
    for (const key of now) if (!old.has(key)) this.step('add', this.holders, key, path);
  }

  /** Brings the index up to date in small steps, so that whoever asks first holds up nothing. */
  *settle(): Generator<string> {
    this.holders ??= new PathSets();
    this.unread ??= this.notes();
    const { holders, unread } = this;
    // Notes that change before they are read are read as they are then.
    for (let next = unread.next(); next.done !== true; next = unread.next()) {
      for (const key of keysOf(next.value)) addCopy(holders, key, next.value.path);
      yield next.value.path;
    }
    yield* this.texts.settle();
  }

  /** At most `limit` headings, the best first; those that are titles are none of them. */
  find(query: string, limit: number): FoundHeading[] {
    for (const _ of this.settle());
    const found: FoundHeading[] = [];
    for (const key of this.texts.find(query, limit)) {
      let left = MOST_OF_ONE;
      for (const path of this.holders?.each(key) ?? []) {
        if (left-- === 0) break;
        if (found.push({ path, key }) >= limit) return found;
      }
    }
    return found;
  }

  private step(what: 'add' | 'remove', holders: PathSets, key: string, path: string): void {
    if (what === 'add' ? addCopy(holders, key, path) : holders.remove(key, path))
      this.texts.change(key);
  }
}

/** Whether the key had nothing before. A slice would keep the texts of the whole note alive. */
function addCopy(holders: PathSets, key: string, path: string): boolean {
  if (holders.addToKnown(key, path)) return false;
  holders.addNew(ownCopy(key), path);
  return true;
}

/** The first heading of level one is a title, by which notes are found. */
function keysOf(note: Note | null): Set<string> {
  const keys = new Set<string>();
  note?.headings.forEach(({ level, text }, at) => {
    if (at > 0 || level > 1) keys.add(foldName(text));
  });
  keys.delete('');
  return keys;
}
