/** Paths by slug, found by the whole slug or by a long prefix of it at a cost that does not grow with the vault. */
import { PathSets } from './PathSets';
import { PREFIX_LENGTH } from './resolve';

export class SlugIndex {
  private readonly paths = new PathSets();
  /** The slugs by their first `PREFIX_LENGTH` characters. */
  private readonly buckets = new PathSets();

  add(slug: string, path: string): void {
    if (this.paths.add(slug, path)) this.buckets.add(slug.slice(0, PREFIX_LENGTH), slug);
  }

  remove(slug: string, path: string): void {
    if (this.paths.remove(slug, path)) this.buckets.remove(slug.slice(0, PREFIX_LENGTH), slug);
  }

  /** Whether there are paths under exactly this slug. */
  has(slug: string): boolean {
    return this.paths.count(slug) > 0;
  }

  slugs(): Iterable<string> {
    return this.paths.keys();
  }

  /** Paths under exactly this slug. */
  exact(slug: string): readonly string[] {
    return this.paths.get(slug);
  }

  /** Paths under a slug that begins with `prefix`, which has `PREFIX_LENGTH` characters or more. */
  startingWith(prefix: string): string[] {
    return this.inBucket(prefix, slug => slug.startsWith(prefix));
  }

  /** Paths under `slug` or under a prefix of it that is long enough to stand for it. */
  standingFor(slug: string): string[] {
    return this.inBucket(slug, each => standsFor(each, slug));
  }

  /** The slugs themselves: this one and such prefixes, as far as there are paths under them. */
  slugsStandingFor(slug: string): string[] {
    const bucket = this.buckets.get(slug.slice(0, PREFIX_LENGTH));
    return bucket.filter(each => standsFor(each, slug));
  }

  private inBucket(slug: string, test: (slug: string) => boolean): string[] {
    const paths = new Set<string>();
    for (const each of this.buckets.each(slug.slice(0, PREFIX_LENGTH))) {
      if (test(each)) for (const path of this.paths.get(each)) paths.add(path);
    }
    return [...paths];
  }
}

/** Whether a mention of the slug `each` can mean a name of the slug `slug`. */
export function standsFor(each: string, slug: string): boolean {
  return each === slug || (each.length >= PREFIX_LENGTH && slug.startsWith(each));
}
