/** How the cost would go at one million notes: each figure grows on as it grew between the two largest vaults. */
import type { Figures } from './figures';
import { number } from './number';
import { sections } from './sections';

export const millionHead = ['', 'largest', 'grows with the notes to the', 'at 1,000,000 notes'];

/** What is told, by section and row. */
const TOLD = [
  ['Cold start, in a fresh process', 'and validated, links resolved'],
  ['Start over LSP, since the process was started', 'problems of the open note'],
  ['Start over LSP, since the process was started', 'problems of all notes'],
  ['One keystroke over LSP', 'to the index, p95'],
  ['One keystroke in the index', 'body: delta, p50'],
  ['One keystroke in the index', 'title: delta, p50'],
  ['Completion, beside a fuse.js scan of all titles', 'p50'],
  ['Completion, beside a fuse.js scan of all titles', 'p95'],
  ['Completion, beside a fuse.js scan of all titles', 'scan, p50'],
  ['What looks over the vault from one note', 'references, usual: p50'],
  ['What looks over the vault from one note', 'references, most: p50'],
  ['What looks over the vault from one note', 'rename preview, most: p50'],
  ['What looks over the vault from one note', 'near-duplicates, usual: p50'],
  ['What looks over the vault from one note', 'symbols, usual: p50'],
  ['Check of the whole vault', 'check'],
  ['Memory', 'heap'],
  ['Memory', 'outside of the heap'],
  ['Memory', 'resident, peak'],
];

const MILLION = 1e6;

export function million(all: readonly Figures[]): string[][] {
  const rows = sections(all).flatMap(({ title, rows }) => rows.map(row => ({ title, row })));
  return TOLD.flatMap(([title = '', name]) => {
    const row = rows.find(each => each.title === title && each.row.name === name)?.row;
    const measured = all.filter(each => each.size !== null && row?.cell(each) !== undefined);
    const [before, largest] = measured.slice(-2);
    if (row === undefined || before === undefined || largest === undefined) return [];
    const value = row.cell(largest) ?? 0;
    const grown = value / (row.cell(before) ?? 0);
    const power = Math.log(grown) / Math.log(largest.notes / before.notes);
    const then = value * (MILLION / largest.notes) ** power;
    const told = [value, then].map(each => `${number(each)} ${row.unit}`);
    return [[`${title}: ${name}`, told[0] ?? '', `power of ${number(power)}`, told[1] ?? '']];
  });
}
