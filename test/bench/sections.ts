/** All that the bench tells, section by section, with the bars that hold. */
import type { Figures } from './figures';
import { growsAtMost, hasAtLeast, least, micro, most, type Row, ratio, row } from './row';

export interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
}

/** `all` tell which names there are. */
export function sections(all: readonly Figures[]): Section[] {
  return [
    { title: 'Cold start, in a fresh process', rows: cold },
    { title: 'Warm start, in a fresh process', rows: warm },
    { title: 'Start over LSP, since the process was started', rows: start },
    { title: 'One keystroke over LSP', rows: keystroke },
    { title: 'One keystroke in the index', rows: namesIn(all, 'edits').flatMap(edits) },
    { title: 'Completion, beside a fuse.js scan of all titles', rows: completion(all) },
    {
      title: 'What looks over the vault from one note',
      rows: namesIn(all, 'links').flatMap(links),
    },
    { title: 'Check of the whole vault', rows: check },
    { title: 'Memory', rows: memory },
    { title: 'Storms', rows: namesIn(all, 'storms').flatMap(storms) },
    { title: 'One letter of a new title', rows: namesIn(all, 'titles').flatMap(titles) },
    { title: 'Front matter of all notes, warm', rows: frontmatter },
  ];
}

function namesIn(
  all: readonly Figures[],
  part: 'edits' | 'links' | 'storms' | 'titles',
): readonly string[] {
  return [...new Set(all.flatMap(figures => Object.keys(figures[part] ?? {})))];
}

/** In the real vault warming up the runtime dominates; in a smaller one nothing else does. */
const coldBar = most(
  ({ size }) => (size === null ? 15 : 8),
  ({ size }) => size === null || size >= 10_000,
);

const cold: readonly Row[] = [
  row('cold start / read, time', '×', f => ratio(f.cold?.cold.time, f.cold?.read.time), coldBar),
  row('cold start / read, processor', '×', f => ratio(f.cold?.cold.cpu, f.cold?.read.cpu), coldBar),
  row('settled / read, time', '×', f => ratio(f.cold?.settled.time, f.cold?.read.time)),
  row('listed and read', 'ms', f => f.cold?.read.time),
  row('every note indexed', 'ms', f => f.cold?.indexed.time),
  row('and validated, links resolved', 'ms', f => f.cold?.cold.time),
  row('and everything settled', 'ms', f => f.cold?.settled.time),
  row('listed and read, processor', 'ms', f => f.cold?.read.cpu),
  row('cold start, processor', 'ms', f => f.cold?.cold.cpu),
  row('cold start, processor, a note', 'µs', f => micro(ratio(f.cold?.cold.cpu, f.notes))),
];

const third = most(1 / 3, hasAtLeast(100_000));

const warm: readonly Row[] = [
  row('warm / cold start, time', '×', f => ratio(f.warm?.warm.time, f.cold?.cold.time), third),
  row('warm / cold start, processor', '×', f => ratio(f.warm?.warm.cpu, f.cold?.cold.cpu), third),
  row('every note indexed', 'ms', f => f.warm?.indexed.time),
  row('and validated, links resolved', 'ms', f => f.warm?.warm.time),
  row('warm start, processor', 'ms', f => f.warm?.warm.cpu),
];

const start: readonly Row[] = [
  row('progress shows', 'ms', f => f.start?.progress),
  row('first answer of completion', 'ms', f => f.start?.answer),
  row('first note offered', 'ms', f => f.start?.offer ?? undefined),
  row('problems of the open note by itself', 'ms', f => f.start?.alone),
  row('problems of the open note', 'ms', f => f.start?.open),
  row('all indexed', 'ms', f => f.start?.ready),
  row('problems of all notes', 'ms', f => f.start?.checked),
  row('wait while loading, p95', 'ms', f => f.start?.loading.p95),
  row('wait while loading, longest', 'ms', f => f.start?.loading.max),
];

const keystroke: readonly Row[] = [
  row('to the index, p50', 'ms', f => f.keystroke?.index.p50),
  row('to the index, p95', 'ms', f => f.keystroke?.index.p95, growsAtMost(1.5)),
  row('to its diagnostics, p50', 'ms', f => f.keystroke?.diagnostics.p50),
  row('to its diagnostics, p95', 'ms', f => f.keystroke?.diagnostics.p95, growsAtMost(1.5)),
];

function edits(name: string): Row[] {
  return [
    row(`${name}: delta, p50`, 'µs', f => micro(f.edits?.[name]?.apply.p50)),
    row(`${name}: delta, p95`, 'µs', f => micro(f.edits?.[name]?.apply.p95)),
    row(`${name}: check, p50`, 'µs', f => micro(f.edits?.[name]?.check.p50)),
    row(`${name}: check, p95`, 'µs', f => micro(f.edits?.[name]?.check.p95)),
    row(`${name}: notes checked, p95`, '', f => f.edits?.[name]?.affected.p95),
  ];
}

function completion(all: readonly Figures[]): Row[] {
  const scanned = (f: Figures) => f.completion?.scan['all']?.time;
  const at10k = all.find(({ size }) => size === 10_000);
  // At any size no slower than a twentieth of the scan of 10,000 titles.
  const floor = at10k && scanned(at10k);
  const twentieth = most(1 / 20, hasAtLeast(10_000));
  const time = (f: Figures) => f.completion?.completion['all']?.time;
  const kinds = new Set(all.flatMap(f => Object.keys(f.completion?.completion ?? {})));
  return [
    row('p50', 'ms', f => time(f)?.p50),
    row('p95', 'ms', f => time(f)?.p95, most(10, hasAtLeast(100_000))),
    row('p95 / p95 of the scan at 10k', '×', f => ratio(time(f)?.p95, floor?.p95), twentieth),
    row('longest', 'ms', f => time(f)?.most),
    row('scan, p50', 'ms', f => scanned(f)?.p50),
    row('scan, p95', 'ms', f => scanned(f)?.p95),
    row('p95 / p95 of the scan', '×', f => ratio(time(f)?.p95, scanned(f)?.p95)),
    row('items, most', '', f => f.completion?.items, most(50)),
    row('bytes, most', '', f => f.completion?.bytes, most(40 * 1024)),
    ...[...kinds].flatMap(kind => {
      const found = (f: Figures) => f.completion?.completion[kind];
      const scan = (f: Figures) => f.completion?.scan[kind];
      return [
        ...(kind === 'all' ? [] : [row(`${kind}: p95`, 'ms', f => found(f)?.time.p95)]),
        row(
          `${kind}: recall in ten`,
          '',
          f => found(f)?.recall,
          least(f => scan(f)?.recall),
        ),
        row(`${kind}: recall of the scan`, '', f => scan(f)?.recall),
        row(`${kind}: recall, as good ones counted`, '', f => found(f)?.fair),
        row(`${kind}: the same of the scan`, '', f => scan(f)?.fair),
      ];
    }),
  ];
}

/** What is asked for may grow with what is found, and half as much again for caches that no longer hold it. */
function links(name: string): Row[] {
  const size = (f: Figures) => f.links?.[name]?.size;
  const bar = growsAtMost((f, smallest) => {
    const grown = ratio(Math.max(1, size(f) ?? 0), Math.max(1, size(smallest) ?? 0));
    return 1.5 * Math.max(1, grown ?? 1);
  });
  return [
    row(`${name}: p50`, 'ms', f => f.links?.[name]?.p50, bar),
    row(`${name}: p95`, 'ms', f => f.links?.[name]?.p95),
    row(`${name}: results`, '', size),
  ];
}

const check: readonly Row[] = [
  row(
    'check / cold start, processor',
    '×',
    f => ratio(f.check?.check.cpu, f.check?.cold.cpu),
    most(4),
  ),
  row(
    'check / cold start, time',
    '×',
    f => ratio(f.check?.check.time, f.check?.cold.time),
    most(4),
  ),
  row('check', 'ms', f => f.check?.check.time),
  row('check, processor', 'ms', f => f.check?.check.cpu),
  row('findings', '', f => f.check?.findings),
  row('wait behind it, p50', 'ms', f => f.start?.checking.p50),
  row('wait behind it, p95', 'ms', f => f.start?.checking.p95),
  row('wait behind it, longest', 'ms', f => f.start?.checking.max, most(50)),
];

const memory: readonly Row[] = [
  row('heap, a note', 'KB', f => f.memory?.heapPerNote, most(3, hasAtLeast(100_000))),
  row('heap and array buffers, a note', 'KB', f => f.memory?.perNote),
  row('heap', 'MB', f => f.memory?.heap),
  row('outside of the heap', 'MB', f => f.memory?.external),
  row('resident after collection', 'MB', f => f.memory?.resident),
  row('resident, peak', 'MB', f => f.memory?.peak, most(450, hasAtLeast(100_000))),
  row('peak / peak of reading', '×', f => ratio(f.cold?.resident, f.cold?.read.resident)),
  // A megabyte is what engines shift about; a leak of 100 bytes an edit is half a megabyte.
  row('grown by 10,000 edits', 'MB', f => f.memory?.grownByEdits, most(1)),
  row('grown by 1,000 changes', 'MB', f => f.memory?.grownByChanges, most(1)),
  row('server: kept when all is checked', 'MB', f => f.start?.kept),
  row(
    'server: resident when all is checked',
    'MB',
    f => f.start?.resident,
    most(450, hasAtLeast(100_000)),
  ),
  row('server: grown by 10,000 edits', 'MB', f => f.keystroke?.grown, most(1)),
];

function storms(name: string): Row[] {
  const storm = (f: Figures) => f.storms?.[name];
  return [
    row(`${name}: notes`, '', f => storm(f)?.notes),
    row(`${name}: settles within`, 'ms', f => storm(f)?.settles),
    row(`${name}: wait, p95`, 'ms', f => storm(f)?.p95, most(50)),
    row(`${name}: wait, longest`, 'ms', f => storm(f)?.max),
    row(`${name}: differs from scratch`, 'notes', f => storm(f)?.differing, most(0)),
  ];
}

function titles(name: string): Row[] {
  return [
    row(`${name}: p50`, 'µs', f => micro(f.titles?.[name]?.p50)),
    row(`${name}: p95`, 'µs', f => micro(f.titles?.[name]?.p95)),
  ];
}

const frontmatter: readonly Row[] = [
  row('parse', 'ms', f => f.frontmatter?.parse),
  row('check', 'ms', f => f.frontmatter?.check),
  row('check / parse', '×', f => ratio(f.frontmatter?.check, f.frontmatter?.parse)),
];
