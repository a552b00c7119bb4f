/** Sets the bench's figures out as a table, ratios first. */
import type { Figures } from './run';

type Cell = (figures: Figures) => number;
/** Decimals follow the size: three digits tell all that a noisy machine can. */
type Row = readonly [name: string, cell: Cell, unit: string];

function rows(any: Figures): { title: string; rows: Row[] }[] {
  const edits = Object.keys(any.edits);
  const queries = Object.keys(any.completion);
  const links = Object.keys(any.links);
  const titles = Object.keys(any.titles);
  return [
    {
      title: 'ratios',
      rows: [
        ['index / read', each => each.index / each.read, '×'],
        ['index / read, processor', each => each.indexCpu / each.readCpu, '×'],
        ['index and check / read', each => each.check / each.read, '×'],
        [
          'front matter: check / parse',
          each => each.frontmatter.check / each.frontmatter.parse,
          '×',
        ],
        ['peak memory, index / read', each => each.indexResident / each.readResident, '×'],
      ],
    },
    {
      title: 'cold, in a fresh process',
      rows: [
        ['notes', each => each.notes, ''],
        ['size', each => each.megabytes, 'MB'],
        ['findings', each => each.findings, ''],
        ['list and read', each => each.read, 'ms'],
        ['index', each => each.index, 'ms'],
        ['index and check', each => each.check, 'ms'],
        ['index, a note', each => (each.index / each.notes) * 1000, 'µs'],
        ['peak memory, read', each => each.readResident, 'MB'],
        ['peak memory, index', each => each.indexResident, 'MB'],
        ['kept by the index', each => each.heap, 'MB'],
      ],
    },
    {
      title: 'front matter of all notes, warm',
      rows: [
        ['parse', each => each.frontmatter.parse, 'ms'],
        ['check', each => each.frontmatter.check, 'ms'],
        ...Object.keys(any.frontmatter.rules).map(
          (code): Row => [code, each => each.frontmatter.rules[code] ?? 0, 'ms'],
        ),
      ],
    },
    {
      title: 'one edit to its delta, and the check of the affected notes',
      rows: edits.flatMap((name): Row[] => [
        [`${name}: delta p50`, each => (each.edits[name]?.apply.p50 ?? 0) * 1000, 'µs'],
        [`${name}: delta p95`, each => (each.edits[name]?.apply.p95 ?? 0) * 1000, 'µs'],
        [`${name}: check p50`, each => (each.edits[name]?.check.p50 ?? 0) * 1000, 'µs'],
        [`${name}: check p95`, each => (each.edits[name]?.check.p95 ?? 0) * 1000, 'µs'],
        [`${name}: affected p95`, each => each.edits[name]?.affected.p95 ?? 0, ''],
      ]),
    },
    {
      title: 'completion, with the answer as sent',
      rows: queries.flatMap((name): Row[] => [
        [`${name}: p50`, each => each.completion[name]?.p50 ?? 0, 'ms'],
        [`${name}: p95`, each => each.completion[name]?.p95 ?? 0, 'ms'],
      ]),
    },
    {
      title: 'one letter of a title, and the claims that may say the same',
      rows: titles.flatMap((name): Row[] => [
        [`${name}: p50`, each => (each.titles[name]?.p50 ?? 0) * 1000, 'µs'],
        [`${name}: p95`, each => (each.titles[name]?.p95 ?? 0) * 1000, 'µs'],
      ]),
    },
    {
      title: 'links of the most-linked and of a usual note',
      rows: links.flatMap((name): Row[] => [
        [`${name}: found`, each => each.links[name]?.size ?? 0, ''],
        [`${name}: p95`, each => each.links[name]?.p95 ?? 0, 'ms'],
      ]),
    },
  ];
}

export function table(figures: readonly Figures[]): string {
  const first = figures[0];
  const [small, large] = figures.slice(-2);
  if (first === undefined || small === undefined || large === undefined) return '';
  const line = (name: string, cells: readonly string[]) =>
    name.padEnd(28) + cells.map(cell => cell.padStart(16)).join('');
  const lines = [line('', [...figures.map(each => each.vault), 'growth'])];
  for (const { title, rows: some } of rows(first)) {
    lines.push('', title);
    for (const [name, cell, unit] of some) {
      const cells = figures.map(each => `${number(cell(each))} ${unit}`.trim());
      lines.push(line(`  ${name}`, [...cells, `${number(cell(large) / cell(small))} ×`]));
    }
  }
  return lines.join('\n');
}

function number(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const digits = value >= 100 || Number.isInteger(value) ? 0 : value >= 10 ? 1 : 2;
  return value.toLocaleString('en', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}
