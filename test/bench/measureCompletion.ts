/** Times completion in a loaded vault beside a fuse.js scan of all titles, and how often each finds what is meant. */
import Fuse from 'fuse.js';
import { completion } from '../../server/core/features/completion/completion';
import { nameOf } from '../../server/core/vault/names';
import { toCompletionList } from '../../server/lsp/completionItems';
import type { LoadedVault } from './loaded';
import { type Quantiles, quantiles, workTime } from './quantiles';
import { HELD_OUT, makeQueries, type Query, same } from './queries';
import { pick, random } from './titles';

export interface SearchFigures {
  /** Milliseconds: of completion from the cursor to the answer as it is sent, of a scan alone. */
  readonly time: Quantiles;
  /** The share of queries whose title is among the first ten. */
  readonly recall: number;
  /** The same where a query that all ten answer as well as its title is no miss. */
  readonly fair: number;
}

export interface CompletionFigures {
  /** By the kind of query, and of all. */
  readonly completion: Readonly<Record<string, SearchFigures>>;
  readonly scan: Readonly<Record<string, SearchFigures>>;
  /** The most of any answer; bytes of its JSON text. */
  readonly items: number;
  readonly bytes: number;
}

interface Answer {
  readonly query: Query;
  readonly time: number;
  /** Titles, the first ten. */
  readonly found: readonly string[];
}

const FIRST = 10;
/** Queries of each kind: a scan of 100,000 titles takes seconds. */
const countFor = (notes: number) => (notes > 20_000 ? 25 : notes > 5000 ? 50 : 100);

export function measureCompletion(loaded: LoadedVault): CompletionFigures {
  const paths = [...loaded.vault.notes()];
  const queries = makeQueries(paths.map(nameOf), countFor(paths.length), HELD_OUT);
  const all = [...queries.values()].flat();
  const most = { items: 0, bytes: 0 };
  const complete = completer(loaded, paths, most);
  // The first round lets the engine compile what a server has long compiled.
  for (const query of all) complete(query);
  const scan = scanner(paths);
  return { completion: figuresOf(queries, complete), scan: figuresOf(queries, scan), ...most };
}

function figuresOf(
  queries: ReadonlyMap<string, readonly Query[]>,
  search: (query: Query) => Answer,
): Record<string, SearchFigures> {
  const answers = new Map(Array.from(queries, ([kind, some]) => [kind, some.map(search)] as const));
  const every = [...answers.values()].flat();
  return Object.fromEntries(
    [...answers, ['all', every] as const].map(([kind, some]) => {
      const share = (count: number) => count / Math.max(1, some.length);
      const figures: SearchFigures = {
        time: quantiles(some.map(({ time }) => time)),
        recall: share(some.filter(isFound).length),
        fair: share(some.filter(each => isFound(each) || isAsGood(each)).length),
      };
      return [kind, figures];
    }),
  );
}

function isFound({ query, found }: Answer): boolean {
  return found.some(same(query.title));
}

function isAsGood({ query, found }: Answer): boolean {
  return found.length >= FIRST && found.every(query.fits);
}

/** Types each query into some note, and asks there. */
function completer(
  { vault, texts }: LoadedVault,
  paths: readonly string[],
  most: { items: number; bytes: number },
): (query: Query) => Answer {
  const hosts = pick(paths, 50, random(1));
  let asked = 0;
  return query => {
    const host = hosts[asked++ % hosts.length] ?? '';
    const before = texts.get(host) ?? '';
    const text = `${before}\n\n[[${query.text}`;
    vault.apply([{ kind: 'set', path: host, text }]);
    const lines = vault.note(host)?.lines ?? new Uint32Array();
    const stopped = workTime();
    const list = completion(vault, host, text, text.length);
    const shown = list && toCompletionList(lines, list, { labelDetails: true }, each => each.path);
    const json = JSON.stringify(shown);
    const time = stopped();
    vault.apply([{ kind: 'set', path: host, text: before }]);
    most.items = Math.max(most.items, shown?.items.length ?? 0);
    most.bytes = Math.max(most.bytes, Buffer.byteLength(json));
    const entries = list?.entries.slice(0, FIRST) ?? [];
    return { query, time, found: entries.map(({ path }) => (path ? nameOf(path) : '')) };
  };
}

/** What a client would do without an index. */
function scanner(paths: readonly string[]): (query: Query) => Answer {
  const fuse = new Fuse(paths.map(nameOf), {
    useExtendedSearch: true,
    ignoreLocation: true,
    ignoreDiacritics: true,
    threshold: 0.3,
  });
  return query => {
    const stopped = workTime();
    const found = fuse.search(query.text, { limit: FIRST }).map(({ item }) => item);
    return { query, time: stopped(), found };
  };
}
