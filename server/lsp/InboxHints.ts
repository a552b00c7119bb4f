/** What became of the hints of one vault's sources: counted when somebody wants to know, and again when it may differ. */
import { isOpen, type PlacedHint } from '../core/authoring/hints/Hint';
import { textOf } from '../core/text/frontmatter';
import type { Note } from '../core/text/parseNote';
import { slugOf } from '../core/vault/names';
import { nameSlugs, titlesOf } from '../core/vault/noteNames';
import { PathSets } from '../core/vault/PathSets';
import type { Delta } from '../core/vault/Vault';
import { knownHints } from './knownHints';
import type { OpenVault } from './OpenVault';
import type { HintCounts } from './protocol';

interface Counted {
  readonly counts: HintCounts;
  /** Slugs of the hints: a claim of such a name is what they became. */
  readonly slugs: readonly string[];
  /** All that a list of them shows. */
  readonly shown: string;
}

export class InboxHints {
  private readonly counted = new Map<string, Counted>();
  /** Counted sources of which something else may be true now. */
  private readonly stale = new Set<string>();
  private readonly bySlug = new PathSets();

  constructor(
    private readonly vault: OpenVault,
    private readonly report: (error: unknown) => void,
  ) {}

  /** `undefined` where it has to be counted first. */
  counts(path: string): HintCounts | undefined {
    return this.stale.has(path) ? undefined : this.counted.get(path)?.counts;
  }

  /** The sources that have to be counted again. */
  get outdated(): Iterable<string> {
    return this.stale;
  }

  get isOutdated(): boolean {
    return this.stale.size > 0;
  }

  /** Reads one source. Returns whether something else is true of it than was told before. */
  count(path: string): boolean {
    const before = this.counted.get(path);
    this.forget(path);
    const after = countedOf(this.hintsOf(path));
    this.counted.set(path, after);
    for (const slug of after.slugs) this.bySlug.add(slug, path);
    return before?.shown !== after.shown;
  }

  /** Notes changed, and `before` are those that were there, as they were. */
  touch({ changed, affected }: Delta, before: ReadonlyMap<string, Note>): void {
    if (this.counted.size === 0) return;
    for (const path of affected) this.outdate(path);
    for (const path of changed) {
      const after = this.vault.index.note(path);
      if (after === undefined) this.forget(path);
      const [had, has] = [namesOf(before.get(path)), namesOf(after)];
      if (had.join('\n') === has.join('\n')) continue;
      for (const slug of new Set([...had, ...has]))
        for (const source of this.bySlug.each(slug)) this.outdate(source);
    }
  }

  /** A fault in one source costs it its hints, and no other source. */
  private hintsOf(path: string): readonly PlacedHint[] {
    try {
      return knownHints(this.vault, path);
    } catch (error) {
      this.report(error);
      return [];
    }
  }

  private outdate(path: string): void {
    if (this.counted.has(path)) this.stale.add(path);
  }

  private forget(path: string): void {
    for (const slug of this.counted.get(path)?.slugs ?? []) this.bySlug.remove(slug, path);
    this.counted.delete(path);
    this.stale.delete(path);
  }
}

function countedOf(hints: readonly PlacedHint[]): Counted {
  const promoted = hints.filter(hint => hint.promoted !== null).length;
  const open = hints.filter(isOpen).length;
  return {
    counts: { open, promoted, dropped: hints.length - open - promoted },
    slugs: [...new Set(hints.map(({ text }) => slugOf(text)))],
    shown: JSON.stringify(hints.map(hint => [hint.text, hint.kind, hint.promoted, hint.dropped])),
  };
}

/** The slugs by which a hint may mean the note, and its type: only claims are what hints became. */
function namesOf(note: Note | undefined): string[] {
  if (note === undefined) return [];
  const type = textOf(note.frontmatter, 'type') ?? '';
  return [` ${type}`, ...nameSlugs(note.path, titlesOf(note))];
}
