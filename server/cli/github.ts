/** The report of `check` as workflow commands, which GitHub shows beside the lines of a pull request. */
import type { Severity } from '../core/schema/config';
import type { Diagnostic } from './check';
import { visible } from './paint';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** One command a line. `prefix` goes before the paths of notes. */
export function githubReport(diagnostics: readonly Diagnostic[], prefix: string): string {
  return diagnostics.map(diagnostic => `${commandFor(diagnostic, prefix)}\n`).join('');
}

function commandFor(diagnostic: Diagnostic, prefix: string): string {
  const { start, end } = diagnostic.range;
  // GitHub takes columns only where all is on one line.
  const columns =
    start.line === end.line ? { col: start.character + 1, endColumn: end.character + 1 } : {};
  const properties = {
    file: `${prefix}${diagnostic.file}`,
    line: start.line + 1,
    endLine: end.line + 1,
    ...columns,
    title: diagnostic.code,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${property(`${value}`)}`);
  return `::${COMMANDS[diagnostic.severity]} ${list.join(',')}::${data(diagnostic.message)}`;
}

function data(text: string): string {
  return visible(text).replaceAll('%', '%25');
}

/** A name stays as it is, or the file would not be found; but it may not end the line or drive a terminal. */
function property(text: string): string {
  return text
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A')
    .replaceAll(':', '%3A')
    .replaceAll(',', '%2C')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, visible);
}
