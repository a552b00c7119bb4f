/** Runs the rules over a note and asks them for fixes. */
import type { TextEdit } from '../text/span';
import type { Vault } from '../vault/Vault';
import { rules } from './all';
import { type Finding, type Fix, type FixPlace, placeOf } from './rule';

const byCode = new Map(rules.map(rule => [rule.code, rule]));

/** Findings of one note, in the order of the text. */
export function checkNote(vault: Vault, path: string): Finding[] {
  const place = placeOf(vault, path);
  if (place === undefined) return [];
  const findings: Finding[] = [];
  for (const { code, severity, check } of rules) {
    for (const report of check(place)) findings.push({ severity, ...report, code });
  }
  return findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** The edits that mend a finding, the best first. */
export function fixesOf(place: FixPlace, finding: Finding): readonly Fix[] {
  return byCode.get(finding.code)?.fix(place, finding) ?? [];
}

/**
 * The edits of every safe fix that do not touch each other; one pass may uncover what the next can mend.
 */
export function safeEdits(place: FixPlace): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const finding of checkNote(place.vault, place.path)) {
    const fix = fixesOf(place, finding).find(each => each.safe);
    if (fix === undefined || fix.edits.some(edit => edits.some(other => clash(edit, other))))
      continue;
    edits.push(...fix.edits);
  }
  return edits;
}

function clash(a: TextEdit, b: TextEdit): boolean {
  const sameStart = a.span.start === b.span.start;
  return sameStart || (a.span.start < b.span.end && b.span.start < a.span.end);
}
