/** Quick fixes for the findings in a range, and all safe fixes of a note. */

import { checkNote, fixesOf, safeEdits } from '../rules/check';
import { type Finding, type Fix, placeOf } from '../rules/rule';
import { overlaps, type Span, type TextEdit } from '../text/span';
import type { Vault } from '../vault/Vault';

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
  const place = placeOf(vault, path);
  if (place === undefined) return [];
  const findings = checkNote(vault, path).filter(each => overlaps(each.span, range));
  return findings.flatMap(finding =>
    fixesOf({ ...place, text, today }, finding).map(fix => ({ ...fix, finding })),
  );
}

export function fixAll(vault: Vault, path: string, text: string, today: string): TextEdit[] {
  const place = placeOf(vault, path);
  return place === undefined ? [] : safeEdits({ ...place, text, today });
}
