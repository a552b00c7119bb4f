/** The report of `hints` for people: how many there are and how many are open, then each with its number and what became of it. */
import type { HintedFile, HintRecord } from './hints';
import { type Paint, type Style, visible } from './paint';
import { counted, grouped, padLeft, padRight, widest } from './pretty';
import { shownPosition } from './range';

type Fate = 'open' | 'promoted' | 'dropped';

const STYLES: Record<Fate, Style> = { open: 'yellow', promoted: 'green', dropped: 'dim' };

export function prettyHints(files: readonly HintedFile[], paint: Paint): string {
  const all = files.flatMap(({ hints }) => hints);
  const open = all.filter(each => fateOf(each) === 'open').length;
  const title = `${counted(all.length, 'hint')} in ${counted(files.length, 'note')}, ${grouped(open)} open`;
  const blocks = files
    .filter(({ hints }) => hints.length > 0)
    .map(({ file, hints }) =>
      ['', paint('underline', visible(file)), ...rowsOf(hints, paint), ''].join('\n'),
    );
  return `${title}\n${blocks.join('')}`;
}

function rowsOf(hints: readonly HintRecord[], paint: Paint): string[] {
  const rows = hints.map(each => ({
    ...each,
    at: shownPosition(each.range),
    place: `#${each.number}`,
  }));
  const place = widest(rows.map(row => row.place));
  const at = widest(rows.map(row => row.at));
  const fate = widest(rows.map(fateOf));
  const kind = widest(rows.map(row => row.kind));
  return rows.flatMap(row => {
    const label = paint(STYLES[fateOf(row)], padRight(fateOf(row), fate));
    const text = visible(row.text.replace(/\s+/gu, ' '));
    const head = `  ${padLeft(row.place, place)}  ${padLeft(row.at, at)}  ${label}  ${padRight(row.kind, kind)}  ${text}`;
    const indent = ' '.repeat(place + at + fate + kind + 10);
    return [head, ...notesOf(row).map(each => `${indent}${paint('dim', visible(each))}`)];
  });
}

function notesOf({ confidence, reason, promoted }: HintRecord): string[] {
  const said = [confidence, reason].filter(each => each !== null).join(': ');
  return [...(said === '' ? [] : [said]), ...(promoted === null ? [] : [`→ ${promoted}`])];
}

function fateOf({ promoted, dropped }: HintRecord): Fate {
  if (dropped === true) return 'dropped';
  return promoted === null ? 'open' : 'promoted';
}
