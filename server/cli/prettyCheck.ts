/** The report of `check` for people: findings by note, and a line that sums them up. */
import type { Severity } from '../core/rules/rule';
import { severities } from '../core/schema/config';
import { vaultMarker } from '../core/vault/marker';
import type { Diagnostic } from './check';
import { type Paint, type Style, visible } from './paint';
import { byFile, counted, grouped, padLeft, padRight, widest, widthOf } from './pretty';
import { shownPosition } from './range';

const STYLES: Record<Severity, Style> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'dim',
};

/** A longer message pushes its own code aside, not those of its neighbours. */
const MESSAGE_COLUMN = 64;

/** What the last line says besides the findings. */
export interface CheckSummary {
  /** How many notes were asked for. */
  readonly notes: number;
  /** How many findings a baseline knows, and how many of those it knows occur no more. */
  readonly baseline?: { readonly known: number; readonly gone: number };
  /** How many notes differ from which commit; `null` where there is none yet. */
  readonly changes?: { readonly changed: number; readonly base: string | null };
}

export function prettyCheck(
  diagnostics: readonly Diagnostic[],
  about: CheckSummary,
  paint: Paint,
): string {
  const blocks = [...byFile(diagnostics)].map(([file, found]) =>
    [paint('underline', visible(file)), ...rowsOf(found, paint), '', ''].join('\n'),
  );
  return `${blocks.join('')}${summaryOf(diagnostics, about, paint)}\n`;
}

function rowsOf(found: readonly Diagnostic[], paint: Paint): string[] {
  const rows = found.map(each => ({
    ...each,
    at: shownPosition(each.range),
    message: visible(each.message),
  }));
  const at = widest(rows.map(row => row.at));
  const severity = widest(rows.map(row => row.severity));
  const message = widest(
    rows.map(row => row.message).filter(text => widthOf(text) <= MESSAGE_COLUMN),
  );
  return rows.map(row => {
    const level = paint(STYLES[row.severity], padRight(row.severity, severity));
    const tail = row.fixes.length === 0 ? row.code : `${row.code} · ${fixable(row.fixes.length)}`;
    return `  ${padLeft(row.at, at)}  ${level}  ${padRight(row.message, message)}  ${paint('dim', tail)}`;
  });
}

function fixable(fixes: number): string {
  return fixes === 1 ? 'fixable' : `${fixes} fixes`;
}

/** The closing lines, without a line end. */
export function summaryOf(
  diagnostics: readonly Diagnostic[],
  { notes, baseline, changes }: CheckSummary,
  paint: Paint,
): string {
  const all = [
    totals(diagnostics, notes, baseline === undefined ? '' : ' new', paint),
    ...(baseline && baseline.known > 0 ? [`${counted(baseline.known, 'known problem')}`] : []),
    ...(changes ? [`${counted(changes.changed, 'note')} changed since ${shownBase(changes)}`] : []),
  ];
  const gone = baseline?.gone ?? 0;
  const forget = `${counted(gone, 'known problem')} ${gone === 1 ? 'is' : 'are'} gone: run --write-baseline to forget ${gone === 1 ? 'it' : 'them'}`;
  return [all.join(' · '), ...(gone > 0 ? [paint('dim', forget)] : [])].join('\n');
}

function shownBase({ base }: { base: string | null }): string {
  return base === null ? 'the beginning' : base.slice(0, 10);
}

function totals(
  diagnostics: readonly Diagnostic[],
  notes: number,
  kind: string,
  paint: Paint,
): string {
  if (diagnostics.length === 0)
    return paint('green', `${counted(notes, 'note')}, nothing${kind} to report`);
  const counts = severities.flatMap(severity => {
    const count = diagnostics.filter(each => each.severity === severity).length;
    return count === 0 ? [] : [paint(STYLES[severity], totalOf(count, severity, kind))];
  });
  const fixables = diagnostics.filter(({ fixes }) => fixes.length > 0).length;
  const hint =
    fixables === 0 ? '' : ` · ${grouped(fixables)} ${fixables === 1 ? 'has' : 'have'} a quick fix`;
  return `${counts.join(', ')} in ${places(notes, diagnostics)}${hint}`;
}

/** “2 of 10 notes and the settings”. */
function places(notes: number, diagnostics: readonly Diagnostic[]): string {
  const files = new Set(diagnostics.map(({ file }) => file));
  const settings = files.delete(vaultMarker);
  const faulty = `${grouped(files.size)} of ${counted(notes, 'note')}`;
  return [...(files.size > 0 ? [faulty] : []), ...(settings ? ['the settings'] : [])].join(' and ');
}

/** "Information" has no plural. */
function totalOf(count: number, severity: Severity, kind: string): string {
  return counted(
    count,
    `${kind.trimStart()} ${severity === 'information' ? 'remark' : severity}`.trimStart(),
  );
}
