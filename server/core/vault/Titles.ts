/** Notes found by what they are called: as somebody types, or by a name that leads nowhere. */
import type { Schema } from '../schema/Schema';
import { textOf } from '../text/frontmatter';
import type { Note } from '../text/parseNote';
import type { Backlog, Backlogs } from './Backlog';
import { type Entry, sameIndexed } from './entry';
import { baseOf, nameOf, withoutExtension } from './names';
import { SearchIndex } from './search';

/** The share of telling words below which names have nothing to do with each other. */
const ALIKE = 0.33;
/** Notes that are made ready for a search while its author waits: they take some ten milliseconds. */
const WHILE_ONE_WAITS = 500;

export class Titles {
  private readonly index = new SearchIndex();
  private readonly backlog: Backlog;

  /** `entryAt` tells what there is. */
  constructor(
    private readonly backlogs: Backlogs,
    entryAt: (path: string) => Entry | undefined,
  ) {
    this.backlog = backlogs.add(paths => {
      for (const path of paths) this.set(path, entryAt(path));
    });
  }

  /** Takes over a file that came, changed or went; `late`: a new note may wait until somebody asks. */
  replace(path: string, before: Entry | undefined, after: Entry | undefined, late: boolean): void {
    const lacking = this.backlog.delete(path) || before === undefined;
    if (late && lacking && after?.note) this.backlog.add(path);
    else if (lacking || !sameNames(before, after)) this.set(path, after);
  }

  /** Notes whose names fit a half-typed query, best first; only of `types` where they are given. */
  find(query: string, limit: number, schema: Schema, types?: readonly string[]): string[] {
    if (this.backlogs.early) this.backlog.settleNow(WHILE_ONE_WAITS);
    this.backlog.settleIfDue();
    const wanted = types && isAnyOf(schema, types);
    return this.index.search(query, limit, wanted).map(hit => hit.id);
  }

  /** At most three notes that a name which leads nowhere may have meant, best first. */
  alike(written: string): string[] {
    this.backlog.settleIfDue();
    const hits = this.index.similar(baseOf(withoutExtension(written)), 3);
    const least = Math.max(ALIKE, (hits[0]?.score ?? 0) / 2);
    return hits.filter(hit => hit.score >= least).map(hit => hit.id);
  }

  /** How many notes have this word, folded as `wordsOf` does it, in one of their names. */
  holders(word: string): number {
    this.backlog.settleIfDue();
    return this.index.holders(word);
  }

  private set(path: string, entry: Entry | undefined): void {
    if (entry?.note) this.index.set(path, [nameOf(path), ...entry.titles], typeSaid(entry.note));
    else this.index.delete(path);
  }
}

function sameNames(before: Entry | undefined, after: Entry | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  return sameIndexed(before, after) && typeSaid(before.note) === typeSaid(after.note);
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
