/** Paths by slug, found by the whole slug or by a long prefix of it at a cost that does not grow with the vault. */
import { ownCopy } from './names';
import { PathSets } from './PathSets';
import { PREFIX_LENGTH } from './resolve';

export class SlugIndex {
  private readonly paths = new PathSets();
  /** The long slugs by a hash of their first `PREFIX_LENGTH` characters. */
  private readonly buckets = new PathSets<number>();

  add(slug: string, path: string, twin: SlugIndex | null = null): void {
    if (this.paths.addToKnown(slug, path)) return;
    // The same string as in an index that has it already costs nothing.
    const own = twin?.own(slug) ?? ownCopy(slug);
    this.paths.addNew(own, path);
    if (isLong(own)) this.buckets.add(bucketOf(own), own);
  }

  remove(slug: string, path: string): void {
    if (this.paths.remove(slug, path) && isLong(slug)) this.buckets.remove(bucketOf(slug), slug);
  }

  /** Whether there are paths under exactly this slug. */
  has(slug: string): boolean {
    return this.paths.hasAny(slug);
  }

  slugs(): Iterable<string> {
    return this.paths.keys();
  }

  /** Paths under exactly this slug. */
  exact(slug: string): readonly string[] {
    return this.paths.get(slug);
  }

  /** Paths under a slug that begins with `prefix`, which has `PREFIX_LENGTH` characters or more. */
  startingWith(prefix: string): readonly string[] {
    if (!isLong(prefix)) return this.exact(prefix);
    return this.pathsUnder(this.inBucket(prefix, slug => slug.startsWith(prefix)));
  }

  /** Paths under `slug` or under a prefix of it that is long enough to stand for it. */
  standingFor(slug: string): readonly string[] {
    return isLong(slug) ? this.pathsUnder(this.slugsStandingFor(slug)) : this.exact(slug);
  }

  /** The slugs themselves: this one and such prefixes, as far as there are paths under them. */
  slugsStandingFor(slug: string): readonly string[] {
    if (!isLong(slug)) return this.has(slug) ? [slug] : [];
    // Where very many names begin alike, there are fewer prefixes than names to look at.
    if (this.buckets.count(bucketOf(slug)) > slug.length)
      return prefixesOf(slug).filter(each => this.has(each));
    return this.inBucket(slug, each => standsFor(each, slug));
  }

  /** The string that is kept for the slug, if it is easily found. */
  private own(slug: string): string | undefined {
    if (!isLong(slug) || !this.has(slug)) return undefined;
    const bucket = bucketOf(slug);
    if (this.buckets.count(bucket) > MOST_COMPARED) return undefined;
    return this.buckets.get(bucket).find(each => each === slug);
  }

  private inBucket(slug: string, test: (slug: string) => boolean): string[] {
    const found: string[] = [];
    for (const each of this.buckets.each(bucketOf(slug))) if (test(each)) found.push(each);
    return found;
  }

  /** Each path once. */
  private pathsUnder(slugs: readonly string[]): readonly string[] {
    const [only] = slugs;
    if (only === undefined) return slugs;
    if (slugs.length === 1) return this.paths.get(only);
    const paths = new Set<string>();
    for (const slug of slugs) for (const path of this.paths.each(slug)) paths.add(path);
    return [...paths];
  }
}

const MOST_COMPARED = 32;

/** Whether a mention of the slug `each` can mean a name of the slug `slug`. */
export function standsFor(each: string, slug: string): boolean {
  return each === slug || (isLong(each) && slug.startsWith(each));
}

/** Whether it can be the opening of others. */
function isLong(slug: string): boolean {
  return slug.length >= PREFIX_LENGTH;
}

/** The slug itself and the prefixes that may stand for it. */
function prefixesOf(slug: string): string[] {
  const count = slug.length - PREFIX_LENGTH + 1;
  return Array.from({ length: count }, (_, more) => slug.slice(0, PREFIX_LENGTH + more));
}

/** FNV-1a of the opening of a long slug: a number costs less than the opening itself, and what is found is compared. */
function bucketOf(slug: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < PREFIX_LENGTH; at++)
    hash = Math.imul(hash ^ slug.charCodeAt(at), 0x01000193);
  return hash;
}
