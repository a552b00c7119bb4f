/** Sets the bench's figures out: first the bars and which of them are missed, then everything. */
import type { Figures } from './figures';
import { million, millionHead } from './million';
import { number } from './number';
import type { Row } from './row';
import { sections } from './sections';

/** A bar of one vault, and how it stands. */
export interface Verdict {
  readonly section: string;
  readonly name: string;
  readonly vault: string;
  readonly bar: string;
  readonly figure: string;
  readonly holds: boolean;
  /** By how many times the bar is missed; 0 where it holds. */
  readonly missedBy: string;
}

export type Cells = readonly string[];

export function verdicts(all: readonly Figures[]): Verdict[] {
  return sections(all).flatMap(({ title, rows }) =>
    rows.flatMap(row => all.flatMap(figures => verdict(title, row, figures, all) ?? [])),
  );
}

function verdict(
  section: string,
  { name, unit, cell, bar }: Row,
  figures: Figures,
  all: readonly Figures[],
): Verdict | null {
  const [smallest] = all.filter(({ size }) => size !== null);
  const value = cell(figures);
  if (bar === undefined || value === undefined || smallest === undefined) return null;
  const grows = bar.of === 'growth';
  if (grows && (figures.size === null || figures === smallest)) return null;
  const limit = bar.limit(figures, smallest);
  const compared = grows ? value / (cell(smallest) ?? Number.NaN) : value;
  if (limit === undefined || Number.isNaN(compared)) return null;
  const holds = bar.kind === 'most' ? compared <= limit : compared >= limit;
  const measure = grows ? `× that of ${smallest.vault}` : unit;
  return {
    ...{ section, name, vault: figures.vault, holds },
    bar: `${bar.kind === 'most' ? '≤' : '≥'} ${number(limit)} ${measure}`.trim(),
    figure: `${number(compared)} ${grows ? '×' : unit}`.trim(),
    missedBy: holds ? '' : `${number(bar.kind === 'most' ? compared / limit : limit / compared)} ×`,
  };
}

/** For a terminal, or in Markdown. */
export function report(all: readonly Figures[], markdown: boolean): string {
  const heading = (title: string) => (markdown ? `\n## ${title}\n` : `\n${title}`);
  const table = markdown ? markdownTable : plainTable;
  const bars = verdicts(all);
  const missed = bars.filter(({ holds }) => !holds);
  const told = bars.map(({ section, name, vault, bar, figure, holds, missedBy }) => [
    ...[`${section}: ${name}`, vault, bar, figure],
    holds ? 'holds' : `missed by ${missedBy}`,
  ]);
  const lines = [
    heading(`Bars: ${bars.length - missed.length} hold, ${missed.length} are missed`),
    table(['', 'vault', 'bar', 'figure', ''], told),
  ];
  for (const { title, rows } of sections(all)) {
    const cells = rows.map(row => cellsOf(row, all)).filter(each => each !== null);
    if (cells.length === 0) continue;
    lines.push(heading(title), table(['', ...all.map(({ vault }) => vault), 'growth'], cells));
  }
  const grown = million(all);
  if (grown.length > 0) lines.push(heading('At one million notes'), table(millionHead, grown));
  return lines.join('\n');
}

/** The last of them is how many times the smallest generated vault's figure that of the largest is. */
function cellsOf({ name, unit, cell }: Row, all: readonly Figures[]): Cells | null {
  const values = all.map(cell);
  if (values.every(value => value === undefined)) return null;
  const told = values.map(value => (value === undefined ? '–' : `${number(value)} ${unit}`.trim()));
  const measured = all.filter(each => each.size !== null && cell(each) !== undefined);
  const [first, last] = [measured[0], measured.at(-1)].map(each => each && cell(each));
  const grown = measured.length < 2 ? '–' : `${number((last ?? 0) / (first ?? 0))} ×`;
  return [name, ...told, grown];
}

function markdownTable(head: Cells, rows: readonly Cells[]): string {
  const line = (cells: Cells) => `| ${cells.join(' | ')} |`;
  return [
    line(head),
    line(head.map((_, at) => (at === 0 ? '---' : '---:'))),
    ...rows.map(line),
  ].join('\n');
}

function plainTable(head: Cells, rows: readonly Cells[]): string {
  const widths = head.map((_, at) =>
    Math.max(...[head, ...rows].map(cells => cells[at]?.length ?? 0)),
  );
  const line = (cells: Cells) =>
    cells
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ');
  return [head, ...rows].map(cells => `  ${line(cells)}`.trimEnd()).join('\n');
}
