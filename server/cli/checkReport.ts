/** The output of `check` in each of its formats. */
import type { Diagnostic } from './check';
import type { Found } from './findings';
import { githubReport } from './github';
import { jsonDocument } from './json';
import { type Paint, plain } from './paint';
import { type CheckSummary, prettyCheck, summaryOf } from './prettyCheck';
import { reportedPrefix } from './reportedPath';
import { sarifReport } from './sarif';

export const checkFormats = ['pretty', 'json', 'github', 'sarif'] as const;

export type CheckFormat = (typeof checkFormats)[number];

export interface CheckResult extends CheckSummary {
  readonly root: string;
  readonly format: CheckFormat;
  readonly paint: Paint;
  /** What is reported. */
  readonly fresh: readonly Found[];
}

export function checkReport({ root, format, paint, fresh, ...summary }: CheckResult): string {
  if (format === 'sarif') return sarifReport(fresh, reportedPrefix(root));
  const diagnostics = fresh.map(diagnosticOf);
  const { notes, baseline, changes } = summary;
  if (format === 'json')
    return jsonDocument(
      { vault: root, notes, ...baseline, ...changes },
      'diagnostics',
      diagnostics,
    );
  if (format === 'github')
    return `${githubReport(diagnostics, reportedPrefix(root))}${summaryOf(diagnostics, summary, plain)}\n`;
  return prettyCheck(diagnostics, summary, paint);
}

function diagnosticOf(found: Found): Diagnostic {
  const { file, range, severity, code, message } = found;
  return { file, range, severity, code, message, fixes: found.fixes() };
}
