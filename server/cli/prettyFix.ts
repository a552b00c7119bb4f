/** The report of `fix` for people: what was mended by note, the lines before and after, and a line that sums it up. */
import { type AppliedFix, type FixedNote, fixesByEdit } from '../core/features/fixes/fixNote';
import type { Finding } from '../core/rules/rule';
import { type LineStarts, lineStarts, positionAt, rangeOf } from '../core/text/lines';
import { applyEdits, type TextEdit } from '../core/text/span';
import { type Paint, visible } from './paint';
import { counted, grouped, padLeft, padRight, widest } from './pretty';
import { shownPosition } from './range';

export interface FixReport {
  readonly notes: readonly FixedNote[];
  /** How many notes were looked at. */
  readonly of: number;
  readonly left: readonly Finding[];
  readonly dryRun: boolean;
}

/** More lines of one change are counted, not shown. */
const LINES = 8;
/** Characters of a long line that are shown around what changes. */
const AROUND = 40;

export function prettyFix(report: FixReport, paint: Paint): string {
  return `${prettyFixes(report.notes, paint)}${summary(report, paint)}\n`;
}

/** A block a note, each with a blank line behind it. */
export function prettyFixes(notes: readonly FixedNote[], paint: Paint): string {
  const blocks = notes.map(note =>
    [paint('underline', visible(note.path)), ...rowsOf(note, paint), '', ''].join('\n'),
  );
  return blocks.join('');
}

function rowsOf(note: FixedNote, paint: Paint): string[] {
  const lines = lineStarts(note.before);
  const at = (fix: AppliedFix) => shownPosition(rangeOf(lines, fix.span));
  const place = widest(note.fixes.map(at));
  const title = widest(note.fixes.map(fix => visible(fix.title)));
  const behind = fixesByEdit(note);
  const told = new Set<AppliedFix>();
  return hunksOf(note.edits, lines).flatMap(hunk => {
    const fixes = hunk.flatMap(edit => behind.get(edit) ?? []).filter(fix => !told.has(fix));
    const rows = [...new Set(fixes)].map(fix => {
      told.add(fix);
      const name = padRight(visible(fix.title), title);
      return `  ${padLeft(at(fix), place)}  ${name}  ${paint('dim', fix.code)}`;
    });
    const margin = ' '.repeat(place + 4);
    return [...rows, ...changeOf(note.before, lines, hunk, paint).map(line => margin + line)];
  });
}

/** Edits that stand in the same lines belong together. */
function hunksOf(edits: readonly TextEdit[], lines: LineStarts): TextEdit[][] {
  const hunks: TextEdit[][] = [];
  let last = -1;
  for (const edit of edits) {
    const { start, end } = rangeOf(lines, edit.span);
    if (start.line > last) hunks.push([]);
    hunks.at(-1)?.push(edit);
    last = Math.max(last, end.line);
  }
  return hunks;
}

function changeOf(
  text: string,
  lines: LineStarts,
  hunk: readonly TextEdit[],
  paint: Paint,
): string[] {
  const first = positionAt(lines, hunk[0]?.span.start ?? 0).line;
  const last = positionAt(lines, hunk.at(-1)?.span.end ?? 0).line;
  const start = lines[first] ?? 0;
  const end = lines[last + 1] ?? text.length;
  const moved = hunk.map(({ span, newText }) => ({
    // A byte-order mark stands before the first line.
    span: { start: Math.max(0, span.start - start), end: Math.max(0, span.end - start) },
    newText,
  }));
  const before = text.slice(start, end);
  const [removed, added] = different(linesOf(before), linesOf(applyEdits(before, moved)));
  return [
    ...shown(removed).map(line => paint('red', `- ${line}`)),
    ...shown(added).map(line => paint('green', `+ ${line}`)),
  ];
}

/** Without the line end of the last one; line ends themselves are not told. */
function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/u);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

/** What is left of both without the lines that they begin and end with alike, and long lines cut to what differs. */
function different(before: readonly string[], after: readonly string[]): [string[], string[]] {
  const start = alike(before, after);
  const end = alike(before.slice(start).reverse(), after.slice(start).reverse());
  const removed = before.slice(start, before.length - end);
  const added = after.slice(start, after.length - end);
  const [one = '', two = ''] = [removed[0], added[0]];
  if (removed.length !== 1 || added.length !== 1) return [removed, added];
  const [left, right] = [[...one], [...two]];
  const from = alike(left, right);
  const to = alike(left.slice(from).reverse(), right.slice(from).reverse());
  return [[cut(left, from, to)], [cut(right, from, to)]];
}

function alike(a: readonly string[], b: readonly string[]): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a[length] === b[length]) length++;
  return length;
}

function cut(characters: readonly string[], from: number, to: number): string {
  const start = from > AROUND + 1 ? from - AROUND : 0;
  const end = to > AROUND + 1 ? characters.length - to + AROUND : characters.length;
  const text = characters.slice(start, end).join('');
  return `${start > 0 ? '…' : ''}${text}${end < characters.length ? '…' : ''}`;
}

function shown(lines: readonly string[]): string[] {
  const hidden = lines.length - LINES;
  const some = lines.slice(0, LINES).map(visible);
  return hidden > 0 ? [...some, `… ${counted(hidden, 'more line')}`] : some;
}

function summary({ notes, of, left, dryRun }: FixReport, paint: Paint): string {
  const fixes = notes.reduce((sum, note) => sum + note.fixes.length, 0);
  const errors = left.filter(({ severity }) => severity === 'error').length;
  const rest = errors === 0 ? '' : ` · ${paint('red', `${counted(errors, 'error')} left`)}`;
  if (notes.length === 0) return `${counted(of, 'note')}, nothing to mend safely${rest}`;
  const done = `${counted(fixes, 'problem')} ${dryRun ? 'to mend' : 'mended'}`;
  const where = `in ${grouped(notes.length)} of ${counted(of, 'note')}`;
  return `${paint('green', done)} ${where}${dryRun ? ', nothing written' : ''}${rest}`;
}
