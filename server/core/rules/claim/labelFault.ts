/** Why a title names a topic or asks instead of saying something. */
import { isEnglish } from './isEnglish';
import { mayBeVerb } from './mayBeVerb';
import { isSureVerb, isVerb } from './verbs';

/** Longer than any title, in UTF-16 units. */
const LONGEST = 1000;
/** Longer titles without a known verb have one that is not known here. */
const MOST_WORDS = 7;
const MARK = /[?？؟]["”’»」)]*$/u;
const QUESTION =
  /^(?:why\b|(?:what|which|who|how|when|where) (?:is|are|was|were|do|does|did|can|could|should|would|will|to)\b)/iu;
/** What stands first asks, but in an order: “do not …”. */
const ASKING =
  /^(?:is|are|was|were|do|does|did|has|have|should|could|would) (?!not\b|no\b|nothing\b|more\b|less\b)\S/iu;
/** These are nouns as well: they ask where no other word can be the verb. */
const MAY_ASK = /^(?:can|will) \S/iu;
const SORT =
  'overview|summary|analysis|review|introduction|guide|primer|notes?|thoughts|reflections|discussion|comparison|history|list|study';
const OPENING = new RegExp(
  `^(?:(?:an? )?(?:short |brief )?(?:${SORT}) (?:of|on|to|about)|(?:the )?(?:role|impact|effect|importance|economics|future|state|nature|need) (?:of|for)|on (?:the|an?))\\b`,
  'iu',
);
/** In first form, too, a verb may stand behind these. */
const OPENINGS =
  /^(?:the )?(?:impacts|effects|benefits|challenges|limits|problems|advantages|costs|implications) (?:of|for)\b/iu;
const CLOSING = new RegExp(
  `(?::|\\s[-–—])\\s(?:an? )?(?:short |brief |critical )?(?:${SORT})$`,
  'iu',
);
const LESSONS = /^(?:\w+ )?(?:things|lessons|ideas|questions|mistakes) (?:that )?(?:i|we)\b/iu;
const TEST = '“This note argues that” and the title should make a sentence.';
const ASKS = `This title asks; a claim says what holds. ${TEST}`;
const TOPIC = `This title names a topic and does not say what holds of it. ${TEST}`;

/** Why a title asks, or names a topic and says nothing of it; `null` where it may be a sentence. */
export function labelFault(title: string): string | null {
  if (title.length > LONGEST) return null;
  const plain = title.trim().replace(/[*_`]+/gu, '');
  if (MARK.test(plain)) return ASKS;
  const words = wordsIn(plain);
  // Of other scripts nothing is known, and one mark is no title yet.
  if (words.length === 0 || /[^\p{Script=Latin}\p{N}\p{P}\p{S}\p{Z}]/u.test(plain)) return null;
  if (!isEnglish(words)) return null;
  if (asks(plain, words)) return ASKS;
  return isTopic(plain, words) ? TOPIC : null;
}

/** Behind a colon the answer may stand. */
function asks(plain: string, words: readonly string[]): boolean {
  if (/[:;.!]\s/u.test(plain)) return false;
  if (ASKING.test(plain)) return true;
  return (
    MAY_ASK.test(plain) && !words.some((word, at) => at > 1 && isInflected(word, at, words, 1))
  );
}

function isTopic(plain: string, words: readonly string[]): boolean {
  if (CLOSING.test(plain)) return true;
  if (LESSONS.test(plain)) return !words.some(isSureVerb);
  const opening = OPENINGS.exec(plain) ?? OPENING.exec(plain);
  if (opening !== null) {
    const known = wordsIn(opening[0]).length;
    const several = OPENINGS.test(plain);
    return !words.some(
      (word, at) =>
        at > known &&
        (isInflected(word, at, words) || (several && isVerb(word) && mayBeVerb(word, at, words))),
    );
  }
  if (QUESTION.test(plain)) return !words.some((word, at) => isInflected(word, at, words));
  return words.length <= MOST_WORDS && !words.some(mayBeVerb);
}

function wordsIn(title: string): string[] {
  return title
    .toLowerCase()
    .replace(/’/gu, "'")
    .split(/[^\p{L}\p{M}\p{N}'-]+/u)
    .filter(word => /\p{L}/u.test(word));
}

/** The words up to `before` are what the title speaks of. */
function isInflected(word: string, at: number, words: readonly string[], before = 2): boolean {
  return isSureVerb(word) || (at > before && /(?:s|ed)$/u.test(word) && mayBeVerb(word, at, words));
}
