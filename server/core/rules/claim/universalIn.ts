/** The words of a title that allow no exception, in what it asserts. */
import type { Span } from '../../text/span';
import { isSureVerb, isVerb } from './verbs';

/** Longer than any title, in UTF-16 units. */
const LONGEST = 1000;
const UNIVERSAL =
  /(?<![\p{L}\p{N}_'’-])(?:always|never|nobody|no[ -]one|nothing|everyone|everybody|everything|impossible|guarantees?|guaranteed|inevitabl[ey]|invariably|without exception|proves|prove that|all|every|none|only|no)(?![\p{L}\p{N}_'’-])/giu;

/** Behind these stands no longer what the title asserts, but why, where, when, or of which. */
const ASIDE =
  /[,;(]|(?<![\p{L}-])(?:because|since|so that|that|which|whose|who|where|when|whenever|while|until|unless|if|although|though|despite|without(?! exception)|whether|what|how|than|suggesting|not)(?![\p{L}-])/iu;

const HEDGED =
  /\b(?:could|may|might|can|seems?|appears?|tends?|often|usually|mostly|sometimes|likely|nearly|almost|virtually|practically|hardly|rarely|seldom|cannot|\w+n['’]t)\b/iu;

export interface Universal {
  /** In the title, UTF-16. */
  readonly span: Span;
  readonly message: string;
}

/** “in all” at the beginning goes on so where it counts nothing. */
const IDIOM =
  /^\s*(?:$|,)|^ (?:but|probability|likelihood|fairness|honesty|seriousness|practical|intents|its|their|the|that|this|his|her|our)\b/iu;
/** What is said of a certain year or trial is a fact that was counted. */
const COUNTED =
  /(?<!\b(?:by|until|before) )\b(?:19|20)\d\d\b|\b(?:in|of|during|throughout) (?:the|this|that|our|its|one|a) (?:[\w-]+ )?(?:trials?|study|studies|samples?|surveys?|experiments?|dataset|cohort|pilot|tests?|census)\b/iu;
/** No fact yet. */
const FORESEEN = /\b(?:will|would|shall|should|must|can)\b/iu;
const NUMBER =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\\w+)?|(?:a )?(?:dozen|hundred|thousand)';
const THOSE = new RegExp(
  `^ of (?:them|these|those|(?:the|our|its|their|his|her) (?:\\d+|${NUMBER}))\\b`,
  'iu',
);
// “all three”, “they all went”, “all agents running the same model fail alike”
const TAME_ALL = new RegExp(
  `^[ -](?:but|in|at once|else|things|too|\\d+|${NUMBER}|\\w+ed|are|were|have|do|\\w+ \\w+ing)\\b`,
  'iu',
);

/** The first word of what a title asserts by which a single counter-example would refute it. */
export function universalIn(title: string): Universal | null {
  if (title.length > LONGEST) return null;
  if (COUNTED.test(title) && !FORESEEN.test(title)) return null;
  const asserted = title.slice(0, ASIDE.exec(title)?.index ?? title.length);
  for (const { 0: word, index: start } of asserted.matchAll(UNIVERSAL)) {
    const end = start + word.length;
    if (isTame(word, title.slice(0, start), title.slice(end))) continue;
    return {
      span: { start, end },
      message: `“${word}” allows no exception, so that a single one refutes it. Say where it holds, or how often.`,
    };
  }
  return null;
}

/** Whether it is quoted, weakened, or part of a phrase that says something else. */
function isTame(written: string, before: string, after: string): boolean {
  const word = written.toLowerCase();
  const quotes = before.match(/["“”]/gu)?.length ?? 0;
  if (quotes % 2 === 1 || HEDGED.test(before)) return true;
  if (isInName(written, before, after)) return true;
  switch (word) {
    case 'all':
      return (
        /\b(?:(?:percent|share|half|third|quarter|majority|most|some|part|fraction) of|at|after|above|first of)\s$|%\s+of\s$/iu.test(
          before,
        ) ||
        (/\b(?:for|in)\s$/iu.test(before) && (!/^\s*in\s$/iu.test(before) || IDIOM.test(after))) ||
        TAME_ALL.test(after) ||
        THOSE.test(after)
      );
    case 'every':
      return /^ (?:\d|(?:few|other|second|third|day|year|month|week|hour|time|minute|so)\b)/iu.test(
        after,
      );
    case 'no':
      return (
        !/^\s*$/u.test(before) ||
        /^ (?:longer|matter|doubt|single|evidence|more|less)\b/iu.test(after)
      );
    case 'none':
      return THOSE.test(after);
    case 'impossible':
      return /\b(?:mathematically|provably|logically|formally|physically|by definition)\s$/iu.test(
        before,
      );
    case 'guarantee':
    case 'guarantees':
    case 'guaranteed':
      return isNoVerb(word, before, after);
    case 'proves':
      return /^ (?:to be|more|less|too|un\w+|in\w+ble|\w+(?:ful|less|ive|able|ous|ant|ult))\b/iu.test(
        after,
      );
    case 'only':
      return !isExclusive(before, after);
    default:
      return false;
  }
}

/** Whether “only” says that nothing else does: where it opens the title, or behind “the”. Elsewhere it mostly means “merely”. */
function isExclusive(before: string, after: string): boolean {
  const opens = /^\s*$/u.test(before);
  return (
    (opens || /\bthe\s$/iu.test(before)) &&
    !/^ (?:\d|(?:an?|one|two|half|if|when|some|part|partly|after|as|because)\b)/iu.test(after)
  );
}

/** “guaranteed income”, “a basic income guarantee raises …”: the thing, and no promise. */
function isNoVerb(word: string, before: string, after: string): boolean {
  if (
    /(?:ible|able|al|ive|ous|ic|\b(?:a|an|the|no|any|of|with|by|is|are))\s$|-$/iu.test(before) ||
    (word === 'guaranteed' && /^\s*$/u.test(before))
  )
    return true;
  const next = /^ ([a-z]+)/u.exec(after)?.[1] ?? '';
  const isAtEnd = /^\s*$/u.test(after) && word !== 'guaranteed';
  return isAtEnd || (word !== 'guaranteed' && (isSureVerb(next) || isVerb(next)));
}

/** “No Child Left Behind”, “the All Blacks”: words with a capital among words without one. */
function isInName(written: string, before: string, after: string): boolean {
  const title = before + written + after;
  const isHabit = (title.match(/[\p{L}'’]{4,}/gu) ?? []).every(each => /^\p{Lu}/u.test(each));
  if (isHabit || !/^\p{Lu}\p{Ll}/u.test(written)) return false;
  // At the beginning every word has one.
  return /^\s*$/u.test(before)
    ? /^ \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}/u.test(after)
    : /^ \p{Lu}/u.test(after);
}
