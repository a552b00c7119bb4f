/** Paths by slug, found by the whole slug or by a long prefix of it at a cost that does not grow with the vault. */
import { PREFIX_LENGTH } from './resolve';

/** How often each path was added under one slug. */
type Counts = Map<string, number>;

export class SlugIndex {
  /** By the slug's first `PREFIX_LENGTH` characters, then by the slug. */
  private readonly buckets = new Map<string, Map<string, Counts>>();

  add(slug: string, path: string): void {
    const key = slug.slice(0, PREFIX_LENGTH);
    let bucket = this.buckets.get(key);
    if (bucket === undefined) {
      bucket = new Map();
      this.buckets.set(key, bucket);
    }
    let counts = bucket.get(slug);
    if (counts === undefined) {
      counts = new Map();
      bucket.set(slug, counts);
    }
    counts.set(path, (counts.get(path) ?? 0) + 1);
  }

  remove(slug: string, path: string): void {
    const key = slug.slice(0, PREFIX_LENGTH);
    const bucket = this.buckets.get(key);
    const counts = bucket?.get(slug);
    const count = counts?.get(path);
    if (bucket === undefined || counts === undefined || count === undefined) return;
    if (count > 1) counts.set(path, count - 1);
    else counts.delete(path);
    if (counts.size === 0) bucket.delete(slug);
    if (bucket.size === 0) this.buckets.delete(key);
  }

  /** Paths under exactly this slug. */
  exact(slug: string): string[] {
    return [...(this.buckets.get(slug.slice(0, PREFIX_LENGTH))?.get(slug)?.keys() ?? [])];
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
    for (const [each, counts] of this.buckets.get(slug.slice(0, PREFIX_LENGTH)) ?? []) {
      if (test(each)) for (const path of counts.keys()) paths.add(path);
    }
    return [...paths];
  }
}
