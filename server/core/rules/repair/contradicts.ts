/** Whether two names that are alike word by word say the opposite of each other. */
import type { WordLikeness } from './wordLikeness';

const DENIAL =
  /^(?:not|nor?|never|none|neither|nobody|nothing|without|cannot|hardly|rarely|seldom|fails?|(?:do|does|did|is|are|was|were|has|have|had|would|could|should|must|ca|wo)nt)$/u;
/** Beginnings of words. */
const OPPOSITES: readonly (readonly [string, string])[] = [
  ['increas', 'decreas'],
  ['increas', 'reduc'],
  ['more', 'less'],
  ['more', 'fewer'],
  ['rais', 'lower'],
  ['rais', 'reduc'],
  ['high', 'low'],
  ['ris', 'fall'],
  ['gain', 'los'],
  ['before', 'after'],
  ['with', 'without'],
  ['help', 'harm'],
  ['strength', 'weak'],
];
const PREFIX = /^(?:un|in|im|il|ir|dis|non)(?=\p{L}{3})/u;

export function isDenial(word: string): boolean {
  return DENIAL.test(word);
}

/** One of the two denies, counts, or says the opposite of what the other says. */
export function contradicts({ missing, added }: Pick<WordLikeness, 'missing' | 'added'>): boolean {
  const counts = (words: readonly string[]) => words.some(word => /\d/u.test(word));
  return (
    missing.some(isDenial) !== added.some(isDenial) ||
    (counts(missing) && counts(added)) ||
    missing.some(word => added.some(other => areOpposites(word, other)))
  );
}

export function areOpposites(a: string, b: string): boolean {
  if (a.replace(PREFIX, '') === b || b.replace(PREFIX, '') === a) return a !== b;
  return OPPOSITES.some(
    ([one, other]) =>
      (a.startsWith(one) && b.startsWith(other)) || (b.startsWith(one) && a.startsWith(other)),
  );
}
