/** Whether a word of a title can be its verb, by where it stands and what it looks like. */
import { isIrregularPast, isSureVerb, isVerb, looksLikeVerb } from './verbs';

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const ENDED = /(?:s|ed)$/u;
const ARTICLES = set('a an the this these its their our each no');
const ADVERB = /..ly$|^(?:not|never|always|often|rarely|seldom|also|still|soon|even)$/u;
const JOINTS = set(
  'of in for on with by from about between and or at into under over per via as to vs versus across through against among towards toward within during around',
);
const PLURALS = set(
  'people men women children we they you i data police most many some few two both who fish deer sheep cattle mice teeth feet staff',
);
/** `words` are in small letters. */
export function mayBeVerb(word: string, at: number, words: readonly string[]): boolean {
  if (isSureVerb(word)) return true;
  const before = words[at - 1];
  const behind = words[at + 1];
  // The first word is what the title speaks of, and behind these stands a noun.
  if (before === undefined || ARTICLES.has(before) || JOINTS.has(before) || JOINTS.has(word))
    return false;
  if (isIrregularPast(word)) return true;
  if (ENDED.test(word)) {
    if (isVerb(word) || ADVERB.test(before)) return true;
    // At the end stand nouns in the plural, and pasts.
    const follows = behind === undefined ? word.endsWith('ed') && at > 1 : !JOINTS.has(behind);
    return follows && looksLikeVerb(word);
  }
  if (ARTICLES.has(word)) return false;
  if (isVerb(word) && behind !== undefined && isHeadPlural(words, at)) return true;
  // In its first form a verb stands behind several, or behind an adverb.
  if (!isPlural(before) && !ADVERB.test(before)) return false;
  return isVerb(word) || (behind !== undefined && !word.endsWith('ing'));
}

function isPlural(word: string): boolean {
  return PLURALS.has(word) || /(?<![siu])s$|[cgt]pus$/u.test(word);
}

/** “birds of prey kill …”: what does it are the birds. */
function isHeadPlural(words: readonly string[], at: number): boolean {
  const joint = words.findIndex((word, place) => place > 0 && JOINTS.has(word));
  return joint > 0 && joint < at - 1 && isPlural(words[joint - 1] ?? '');
}
