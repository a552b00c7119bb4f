/**
 * Recall and speed of the search index beside a fuse.js extended scan of all titles, on queries made from titles: other
 * ones than the bench holds out, for tuning the search.
 *
 * `fair` is recall in the first ten where a query that all ten answer as well as its title is no miss.
 *
 *   node --expose-gc --import tsx test/bench/recall.ts [VAULT] [--scan-all]
 *
 * Without `--scan-all` the scan of 100,000 titles, seconds a query, gets only a few of the queries.
 */
import { readdirSync } from 'node:fs';
import Fuse from 'fuse.js';
import { nameOf } from '../../server/core/vault/names';
import { SearchIndex } from '../../server/core/vault/search';
import { makeQueries, type Query, same } from './queries';
import { makeTitles } from './titles';

type Search = (query: string) => readonly string[];

function placeOf(query: Query, found: readonly string[]): number {
  const place = found.findIndex(same(query.title));
  return place < 0 ? Number.POSITIVE_INFINITY : place;
}

function measure(search: Search, queries: readonly Query[]): string {
  const places: number[] = [];
  let fair = 0;
  const times: number[] = [];
  for (const query of queries) {
    const start = performance.now();
    const found = search(query.text);
    times.push(performance.now() - start);
    const place = placeOf(query, found);
    places.push(place);
    if (place < 10 || (found.length >= 10 && found.every(query.fits))) fair++;
  }
  times.sort((a, b) => a - b);
  const recall = (first: number) =>
    (places.filter(place => place < first).length / places.length).toFixed(3);
  const time = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
  const shares = [recall(1), recall(3), recall(10), (fair / places.length).toFixed(3)];
  return [...shares, time(0.5), time(0.95)].map(cell => cell.padStart(7)).join('');
}

/** The seed of its queries. */
const TUNED = 7;

function report(label: string, titles: readonly string[], scans: number): void {
  const start = performance.now();
  globalThis.gc?.();
  const heap = process.memoryUsage().heapUsed;
  const index = new SearchIndex();
  for (const [at, title] of titles.entries()) index.set(String(at), [title]);
  const built = performance.now() - start;
  globalThis.gc?.();
  const grown = (process.memoryUsage().heapUsed - heap) / 1e6;
  console.log(
    `\n${label}: ${titles.length} titles, ${built.toFixed(0)} ms, ${grown.toFixed(0)} MB`,
  );
  console.log(`${' '.repeat(34)}    @1     @3    @10   fair    p50    p95`);
  const find: Search = text => index.search(text, 10).map(hit => titles[Number(hit.id)] ?? '');
  const fuse = new Fuse(titles, {
    useExtendedSearch: true,
    ignoreLocation: true,
    ignoreDiacritics: true,
    threshold: 0.3,
  });
  const scan: Search = text => fuse.search(text, { limit: 10 }).map(hit => hit.item);
  for (const [kind, queries] of makeQueries(titles, 1000, TUNED)) {
    const line = (who: string, search: Search, some: readonly Query[]) => {
      const head = `${kind.padEnd(16)}${who.padEnd(11)}${String(some.length).padStart(5)}  `;
      console.log(head + measure(search, some));
    };
    line('index', find, queries);
    if (scans < queries.length) line('index', find, queries.slice(0, scans));
    line('full scan', scan, queries.slice(0, scans));
  }
}

const vault = process.argv[2];
if (vault !== undefined && !vault.startsWith('--')) {
  const files = readdirSync(vault, { recursive: true, encoding: 'utf8' });
  report('vault', files.filter(file => file.endsWith('.md')).map(nameOf), 1000);
}
report('generated', makeTitles(10_000), 60);
report('generated', makeTitles(100_000), process.argv.includes('--scan-all') ? 60 : 6);
