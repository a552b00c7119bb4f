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
    return this.inBucket(
      slug,
      each => each === slug || (each.length >= PREFIX_LENGTH && slug.startsWith(each)),
    );
  }

  private inBucket(slug: string, test: (slug: string) => boolean): string[] {
    const paths = new Set<string>();
    for (const each of this.buckets.get(slug.slice(0, PREFIX_LENGTH))) {
      if (test(each)) for (const path of this.paths.get(each)) paths.add(path);
    }
    return [...paths];
  }
}
