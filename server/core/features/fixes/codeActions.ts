/** Quick fixes for the findings in a range, and all safe fixes of a note. */

import { checkNote, fixesOf } from '../../rules/check';
import { type Finding, type Fix, placeOf } from '../../rules/rule';
import { overlaps, type Span, type TextEdit } from '../../text/span';
import type { Vault } from '../../vault/Vault';
import { safeFixes } from './fixNote';

export interface QuickFix extends Fix {
  readonly finding: Finding;
}

/** `text` is the note's, `today` is `YYYY-MM-DD`. */
export function quickFixes(
  vault: Vault,
  path: string,
  range: Span,
  text: string,
  today: string,
): QuickFix[] {
  const place = placeOf(vault, path, today);
  if (place === undefined) return [];
  const findings = checkNote(vault, path, today).filter(each => overlaps(each.span, range));
  return findings.flatMap(finding =>
    fixesOf({ ...place, text }, finding).map(fix => ({ ...fix, finding })),
  );
}

/** Every safe fix, repeated until nothing changes, as edits of `text`, which is the note's. */
export function fixAll(
  vault: Vault,
  path: string,
  text: string,
  today: string,
): readonly TextEdit[] {
  return safeFixes(vault, path, text, today).edits;
}
