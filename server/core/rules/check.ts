/** Runs the rules over a note and asks them for fixes. */
import type { Config } from '../schema/config';
import type { Vault } from '../vault/Vault';
import { rules } from './all';
import {
  type Finding,
  type Fix,
  type FixPlace,
  type Place,
  placeOf,
  type Rule,
  type Severity,
} from './rule';

const byCode = new Map(rules.map(rule => [rule.code, rule]));

/**
 * Findings of one note, in the order of the text. `today` is `YYYY-MM-DD`. With `alone` only what can be told without
 * the other notes, as long as they are not read.
 */
export function checkNote(
  vault: Vault,
  path: string,
  today: string,
  { alone = false }: { readonly alone?: boolean } = {},
): Finding[] {
  const place = placeOf(vault, path, today);
  return place === undefined || vault.config.excludes(path) ? [] : checkPlace(place, alone);
}

/** The same of a note that is looked at already, and that nothing leaves out. */
export function checkPlace(place: Place, alone = false): Finding[] {
  const findings: Finding[] = [];
  for (const { rule, severity } of wantedRules(place.vault.config)) {
    if (alone && rule.alone !== true) continue;
    for (const report of rule.check(place)) {
      const said = severity ?? report.severity ?? rule.severity;
      findings.push({ ...report, severity: said, code: rule.code });
    }
  }
  return findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

interface WantedRule {
  readonly rule: Rule;
  /** Where the settings say one. */
  readonly severity: Severity | undefined;
}

/** Found once for all notes. */
const wanted = new WeakMap<Config, readonly WantedRule[]>();

function wantedRules(config: Config): readonly WantedRule[] {
  const known = wanted.get(config);
  if (known !== undefined) return known;
  const found = rules.flatMap((rule): WantedRule[] => {
    const [family = ''] = rule.code.split('/');
    const severity = config.severity.get(rule.code) ?? config.severity.get(family);
    return severity === 'off' ? [] : [{ rule, severity }];
  });
  wanted.set(config, found);
  return found;
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
