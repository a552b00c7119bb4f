/** Sentences that say of something that it is a claim to be written: "Claim: …", "… deserves a claim", "Extract …". */
import type { Span } from '../../text/span';
import { isAside, isDirected } from './advice';
import { allDeclaredIn, declaredIn, partsOf } from './declared';
import { claimed, type Finding, topic } from './Finding';
import { isSentence } from './finiteVerb';
import { oneOf, pattern } from './phrases';
import { statementStart } from './stated';

const ADJECTIVES = "(?:[\\w'’/-]+\\s+){0,5}?";
/** "Key claim:", "Evidence for:", "Also:". */
const LABEL = pattern(
  `^(?:\\*\\*)?(?:${ADJECTIVES}(?:counter-?)?${oneOf('claims? / candidates? / proposition / hypothesis')}(?:\\s+#?\\d+)?|${oneOf('evidence for / evidence against / also / extract(?!:\\s+(?:no|none|nothing)\\b)')})(?:\\*\\*)?:(?:\\*\\*)?\\s*`,
);
/** "New claim about …", "Claim candidates around …", "Consider a claim about …". */
const CALLING = oneOf('extract / consider / write / draft');
const CALLED = pattern(`^(?:also\\s+)?${CALLING}\\s+(?:an?\\s+)?(?:[\\w-]+\\s+){0,2}?claims?\\b`);
const ABOUT = pattern(
  `^(?:also\\s+)?(?:${CALLING}\\s+)?${ADJECTIVES}claims?(?:\\s+candidates?)?\\s+${oneOf('about / on / around / regarding / concerning')}(?::|\\s)\\s*`,
);
/** "… could support a claim about …". */
const SUPPORTING = `${oneOf('supports? / suggests? / yields? / grounds?')}\\s+(?:a|another)\\s+(?:[\\w-]+\\s+){0,3}?claim\\s+(?:about|on|that)\\s+`;
const SUPPORTS = pattern(`\\b${SUPPORTING}`);
const EXTRACT = pattern(
  `(?:^|[.;,:—–]\\s*|\\b${oneOf('also / then / and / should')}\\s+)extract(?:\\s+(?:the|a)\\s+${oneOf('mechanism / claim / pattern / insight')}:)?\\s+(?!${oneOf('as / claims? / nothing / until / from')}\\b)`,
);
const FOCUS = /\bfocus\s+on\s+/iu;
const AS_CLAIM = /(?<!\s)\s+as\s+(?:a|an)\s+(?:[\w-]+\s+){0,4}?claim(?!\w)/iu;
/** "The most extractable insight is …", "The key claims are …". */
const REVERSED = pattern(
  `(?:^|[;:]\\s*)(?:(?:the|one|a)\\s+(?:[\\w-]+\\s+){0,3}?)?(?:extractable(?:\\s+[\\w-]+){0,2}|${oneOf('key / primary / strongest / headline / central / core / main / real / novel / new')}\\s+claims?(?:\\s+here)?)\\s+(?:is|are)\\s+(?:about\\s+|that\\s+)?`,
);

/** "Could support a claim about …". */
const SUBJECTLESS = pattern(
  `^(?:${oneOf('this / these / it / they / may / might / could / would')}\\s+){1,2}(?:also\\s+)?${SUPPORTING}`,
);

/** The claims that a sentence marks; `null` where it marks none. `span` is the sentence, `text` what it stands in. */
export function markedClaims(text: string, span: Span): Finding[] | null {
  const sentence = text.slice(span.start, span.end);
  const label = LABEL.exec(sentence);
  if (label !== null && !isDirected(sentence))
    return unquoted(text, { start: span.start + label[0].length, end: span.end }).map(each => ({
      ...each,
      // "Also:" goes on with what stands in front of it, whatever that is.
      marked: !/^also/iu.test(label[0]),
    }));
  const about = ABOUT.exec(sentence);
  if (about !== null && (!isDirected(sentence) || CALLED.test(sentence))) {
    const start = span.start + about[0].length;
    const declared = declaredIn(text, { start, end: span.end });
    if (declared !== null) return topic(text, declared.subject, declared.tail);
    return unquoted(text, { start, end: span.end }).map(each => ({ ...each, kind: 'topic' }));
  }
  const focus = FOCUS.exec(sentence);
  const extract = EXTRACT.exec(sentence);
  const found: Finding[] = [];
  if (focus !== null) {
    const as = AS_CLAIM.exec(sentence);
    if (as !== null && as.index > focus.index) {
      const start = span.start + focus.index + focus[0].length;
      found.push(...topic(text, { start, end: span.start + as.index }));
    }
  }
  if (extract !== null) {
    const start = span.start + extract.index + extract[0].length;
    found.push(...topic(text, extractedSpan(text, { start, end: span.end })));
  }
  if (found.length > 0) return found;
  if (isAside(sentence) && !SUBJECTLESS.test(sentence)) return null;
  const reversed = REVERSED.exec(sentence);
  if (reversed !== null) {
    const start = span.start + reversed.index + reversed[0].length;
    const not = /,\s+not\s/iu.exec(text.slice(start, span.end));
    const named = { start, end: not === null ? span.end : start + not.index };
    if (/\sthat\s+$/iu.test(reversed[0]))
      return claimed(text, named).map(each => ({ ...each, kind: 'proposition' }));
    const about =
      /\sabout\s+$/iu.test(reversed[0]) || !isSentence(text.slice(named.start, named.end));
    if (!about) return claimed(text, named);
    const plural = /\sare\s/iu.test(reversed[0]);
    return partsOf(text, { subject: named, plural }).flatMap(each => topic(text, each));
  }
  const supports = SUPPORTS.exec(sentence);
  if (supports !== null) {
    const start = span.start + supports.index + supports[0].length;
    return unquoted(text, { start, end: span.end }).map(each => ({ ...each, kind: 'topic' }));
  }
  const declared = allDeclaredIn(text, span);
  if (declared.length === 0) return null;
  return declared.flatMap(one =>
    partsOf(text, one).flatMap(each =>
      (isQuoted(text, each) ? claimed : topic)(text, each, one.tail),
    ),
  );
}

/** Whether all of it stands in one pair of quotes. */
function isQuoted(text: string, { start, end }: Span): boolean {
  return /^["“][^"“”]*["”]\W*$/u.test(text.slice(start, end));
}

/** Without a statement of confidence, and what follows it. */
export function unquoted(text: string, { start, end }: Span): Finding[] {
  const cut = start + statementStart(text.slice(start, end));
  return claimed(text, { start, end: cut }, { start: cut, end });
}

/** "the lane rule with specific evidence" names its evidence only in general; "the lane rule as a new claim" is that. */
function extractedSpan(text: string, { start, end }: Span): Span {
  const as = AS_CLAIM.exec(text.slice(start, end));
  if (as !== null) return { start, end: start + as.index };
  const general =
    /,?(?<!\s)\s+with\s+(?:specific|concrete|supporting)\s+(?:evidence|data)\b/iu.exec(
      text.slice(start, end),
    );
  return { start, end: general === null ? end : start + general.index };
}
