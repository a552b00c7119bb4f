/** Which notes of a graph are kept where there are too many to be shown: always such that hang together. */
import type { GraphEdge } from './form';
import { compare } from './order';

/** Notes, each with its steps from the centre; `null` where there is none. */
export type Distances = ReadonlyMap<string, number | null>;
type EdgesAt = (path: string) => readonly GraphEdge[];

interface Ranked {
  readonly path: string;
  readonly steps: number | null;
  readonly degree: number;
}

/** Around a note: the nearest ones, of those as near the best connected. */
export function* nearest(all: Distances, limit: number, edgesAt: EdgesAt) {
  const ranked = yield* best(all, limit, edgesAt);
  return new Map(ranked.map(({ path, steps }) => [path, steps]));
}

/**
 * Where there is no centre: the best connected note with all that it is joined with, then the best connected of those
 * with all that it is joined with, and so on; the best connected of the rest where nothing more hangs together with it.
 * The best connected by themselves would be hubs without what makes them such.
 */
export function* neighbourhoods(all: Distances, limit: number, edgesAt: EdgesAt) {
  const degrees = new Map<string, number>();
  const starts = yield* best(all, limit, edgesAt, degrees);
  const degreeOf = (path: string) => degrees.get(path) ?? 0;
  const kept = new Map<string, null>();
  const waiting = new Waiting();
  const keep = (path: string) => {
    kept.set(path, null);
    waiting.add(path, degreeOf(path));
  };
  for (const { path: start } of starts) {
    if (kept.size >= limit) break;
    if (kept.has(start)) continue;
    keep(start);
    for (let path = waiting.take(); path !== undefined; path = waiting.take()) {
      if (kept.size >= limit) break;
      const around = new Set(edgesAt(path).flatMap(({ from, to }) => [from, to]));
      const more = [...around]
        .filter(each => !kept.has(each))
        .sort((a, b) => degreeOf(b) - degreeOf(a) || compare(a, b));
      for (const each of more.slice(0, limit - kept.size)) keep(each);
      yield;
    }
  }
  return kept;
}

/** Those with the most edges first, of as many those that came first. */
class Waiting {
  /** By the number of edges. */
  private readonly paths: string[][] = [];
  private readonly taken: number[] = [];
  private most = 0;

  add(path: string, degree: number): void {
    const same = this.paths[degree];
    if (same === undefined) this.paths[degree] = [path];
    else same.push(path);
    this.most = Math.max(this.most, degree);
  }

  take(): string | undefined {
    for (; this.most >= 0; this.most--) {
      const at = this.taken[this.most] ?? 0;
      const path = this.paths[this.most]?.[at];
      this.taken[this.most] = at + 1;
      if (path !== undefined) return path;
      this.paths[this.most] = [];
      this.taken[this.most] = 0;
    }
    this.most = 0;
    return undefined;
  }
}

const AT_ONCE = 1000;

/** At most `limit`, the best first; puts the number of edges of each note into `degrees`. */
function* best(
  all: Distances,
  limit: number,
  edgesAt: EdgesAt,
  degrees = new Map<string, number>(),
): Generator<void, readonly Ranked[]> {
  const ranked: Ranked[] = [];
  for (const [path, steps] of all) {
    const degree = edgesAt(path).length;
    degrees.set(path, degree);
    ranked.push({ path, steps, degree });
    yield;
  }
  let kept: readonly Ranked[] = [];
  // To sort all of a large vault at once would take long.
  for (let at = 0; at < ranked.length; at += AT_ONCE) {
    kept = [...kept, ...ranked.slice(at, at + AT_ONCE)].sort(byRank).slice(0, limit);
    yield;
  }
  return kept;
}

function byRank(a: Ranked, b: Ranked): number {
  return (a.steps ?? 0) - (b.steps ?? 0) || b.degree - a.degree || compare(a.path, b.path);
}
