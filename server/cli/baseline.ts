/** The findings of a vault that are known, so that only new ones count. */
import { baseOf, foldName } from '../core/vault/names';
import type { Found } from './findings';
import { type Identity, identityOf, keyOf } from './identity';

export interface Entry extends Identity {
  /** How many findings of the file have this identity. */
  readonly count: number;
}

/** What a baseline knows of the findings of some files. */
export interface Sifted {
  readonly fresh: readonly Found[];
  readonly known: readonly Found[];
  /** How many of the known findings of these files occur no more. */
  readonly gone: number;
}

export interface Sieve {
  /** The files whose findings are given, all of each. */
  readonly files: ReadonlySet<string>;
  /** Whether these are all files of the vault. */
  readonly whole: boolean;
  /** Whether a file is in the vault. */
  exists(path: string): boolean;
}

/**
 * Tells known findings from new ones. Two findings of a file with the same identity count: where one is known and two
 * are there, the second is new. What is known of a file that is gone is also looked for in files of its name elsewhere,
 * so that a note can move.
 */
export function sift(
  entries: readonly Entry[],
  findings: readonly Found[],
  { files, whole, exists }: Sieve,
): Sifted {
  const left = new Map<string, number>();
  const moved = new Map<string, string[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    left.set(key, Math.max(left.get(key) ?? 0, entry.count));
    if (exists(entry.file)) continue;
    const elsewhere = moved.get(elsewhereKey(entry));
    if (elsewhere === undefined) moved.set(elsewhereKey(entry), [key]);
    else elsewhere.push(key);
  }
  const take = (key: string | undefined) => {
    const count = key === undefined ? 0 : (left.get(key) ?? 0);
    if (key !== undefined && count > 0) left.set(key, count - 1);
    return count > 0;
  };
  const known = new Set<Found>();
  for (const found of findings) {
    const identity = identityOf(found);
    const keys = moved.get(elsewhereKey(identity)) ?? [];
    while (keys.length > 0 && left.get(keys.at(-1) ?? '') === 0) keys.pop();
    if (take(keyOf(identity)) || take(keys.at(-1))) known.add(found);
  }
  return {
    known: findings.filter(found => known.has(found)),
    fresh: findings.filter(found => !known.has(found)),
    gone: goneOf(left, path => files.has(path) || (whole && !exists(path))),
  };
}

/** The entries for these findings, with those of the baseline before that speak of other files. */
export function entriesFor(findings: readonly Found[], others: readonly Entry[]): Entry[] {
  const entries = new Map<string, Entry>();
  for (const other of others) {
    const before = entries.get(keyOf(other))?.count ?? 0;
    entries.set(keyOf(other), { ...other, count: Math.max(before, other.count) });
  }
  for (const found of findings) {
    const identity = identityOf(found);
    const count = (entries.get(keyOf(identity))?.count ?? 0) + 1;
    entries.set(keyOf(identity), { ...identity, count });
  }
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return sorted.map(([, entry]) => entry);
}

function goneOf(left: ReadonlyMap<string, number>, looked: (path: string) => boolean): number {
  let gone = 0;
  for (const [key, count] of left) if (looked(key.slice(0, key.indexOf('\0')))) gone += count;
  return gone;
}

function elsewhereKey(identity: Identity): string {
  return keyOf({ ...identity, file: foldName(baseOf(identity.file)) });
}
