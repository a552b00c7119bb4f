/** The text of a note after all safe fixes of one pass. */
import { safeEdits } from '../../server/core/rules/check';
import type { FixPlace } from '../../server/core/rules/rule';
import { applyEdits } from '../../server/core/text/span';

export function fixedText(place: FixPlace): string {
  return applyEdits(place.text, safeEdits(place));
}
