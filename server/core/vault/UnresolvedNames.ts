/** The names that notes link to though no file has them: notes that somebody still has to write. */
import { LazySearch } from './LazySearch';
import { PREFIX_LENGTH } from './resolve';
import type { SlugIndex } from './SlugIndex';

/**
 * Names are known by their slugs. One that other names match in any way (in another folder, or several) is none of
 * these, although a link by it may lead nowhere.
 */
export class UnresolvedNames {
  private readonly index: LazySearch;

  constructor(
    private readonly names: SlugIndex,
    private readonly mentions: SlugIndex,
  ) {
    this.index = new LazySearch(
      () => mentions.slugs(),
      slug => (this.has(slug) ? [slug] : null),
    );
  }

  has(slug: string): boolean {
    if (!this.mentions.has(slug) || this.names.has(slug)) return false;
    return slug.length < PREFIX_LENGTH || this.names.startingWith(slug).length === 0;
  }

  /** Whether links by this name were added or removed. */
  mentionChanged(slug: string): void {
    this.index.change(slug);
  }

  /** A file of this name came or went: what it stands for is resolved by it. */
  nameChanged(slug: string): void {
    if (!this.index.asked) return;
    for (const each of this.mentions.slugsStandingFor(slug)) this.index.change(each);
  }

  /** Slugs of all of them, in no certain order. */
  all(): Iterable<string> {
    return this.index.ids();
  }

  /** At most `limit` slugs, best first; some may lack words of the query. */
  find(query: string, limit: number): string[] {
    return this.index.findNarrowly(query, limit);
  }

  /** Paths of the notes that link to the name. */
  holders(slug: string): readonly string[] {
    return this.mentions.exact(slug);
  }

  /** Brings the index up to date in small steps. */
  settle(): Iterable<string> {
    return this.index.settle();
  }
}
