/** Runs the rules over a note and asks them for fixes. */
import type { Vault } from '../vault/Vault';
import { rules } from './all';
import { type Finding, type Fix, type FixPlace, placeOf } from './rule';

const byCode = new Map(rules.map(rule => [rule.code, rule]));

/** Findings of one note, in the order of the text. `today` is `YYYY-MM-DD`. */
export function checkNote(vault: Vault, path: string, today: string): Finding[] {
  const place = placeOf(vault, path, today);
  const { config } = vault;
  if (place === undefined || config.excludes(path)) return [];
  const findings: Finding[] = [];
  for (const { code, severity, check } of rules) {
    const wanted = config.severity.get(code) ?? config.severity.get(code.split('/')[0] ?? '');
    if (wanted === 'off') continue;
    for (const report of check(place)) {
      findings.push({ severity, ...report, ...(wanted && { severity: wanted }), code });
    }
  }
  return findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** Those that may be applied unasked. */
export function safeFixesOf(place: FixPlace, finding: Finding): readonly Fix[] {
  if (byCode.get(finding.code)?.asks === true) return [];
  return fixesOf(place, finding).filter(({ safe }) => safe);
}

/** The edits that mend a finding, the best first. */
export function fixesOf(place: FixPlace, finding: Finding): readonly Fix[] {
  return byCode.get(finding.code)?.fix(place, finding) ?? [];
}
