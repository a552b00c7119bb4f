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

export function prettyCheck(
  notes: number,
  diagnostics: readonly Diagnostic[],
  paint: Paint,
): string {
  const blocks = [...byFile(diagnostics)].map(([file, found]) =>
    [paint('underline', visible(file)), ...rowsOf(found, paint), '', ''].join('\n'),
  );
  return `${blocks.join('')}${summary(notes, diagnostics, paint)}\n`;
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

function summary(notes: number, diagnostics: readonly Diagnostic[], paint: Paint): string {
  if (diagnostics.length === 0)
    return paint('green', `${counted(notes, 'note')}, nothing to report`);
  const counts = severities.flatMap(severity => {
    const count = diagnostics.filter(each => each.severity === severity).length;
    return count === 0 ? [] : [paint(STYLES[severity], totalOf(count, severity))];
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
function totalOf(count: number, severity: Severity): string {
  return severity === 'information' ? counted(count, 'remark') : counted(count, severity);
}
