/** Reads "X deserves a claim": what is declared to be a claim, and what is said of it. */
import type { Span } from '../../text/span';
import { oneOf, pattern } from './phrases';

export interface Declared {
  readonly subject: Span;
  /** What the sentence goes on to say of it. */
  readonly tail: Span;
  /** Whether it is said of several. */
  readonly plural: boolean;
}

const BEING = `(?:is|are|${oneOf('may / might / could / can / would / should / will')}\\s+(?:also\\s+)?be|=)\\s+(?:${oneOf(
  'itself / themselves / also / both / each / all / probably / clearly / likely / arguably',
)}\\s+){0,3}`;
const DESERVING = `(?:${oneOf(
  'may / might / could / would / should / also / probably / clearly / arguably / likely',
)}\\s+){0,3}${oneOf('deserves? / warrants? / merits? / needs?')}\\s+(?=(?:${oneOf(
  'its / their / a / an / his / own / separate / new / standalone',
)}\\s+){1,3}claims?\\b)`;
const VAULT = '(?:the|our)\\s+(?:KB|knowledge base|vault)\\b';
const BELONGING = `${oneOf('belongs? / should be')}\\s+(?=in\\s+${VAULT})`;
const PREDICATE = pattern(`\\b(?:${BEING}|${DESERVING}|${BELONGING})`, 'g');
/** What turns the words in front of "claim" into something else. */
const TURNING = oneOf('less / not / no / for / of / to / in / from / as / than / that / against');
const TARGET = oneOf(`
  claims?(?:\\s+candidates?)?(?![\\w'’-])(?!\\s+(?:about|that)\\b) / extraction targets? / extraction candidates?
  / extraction frames? / extraction points? / extractions?(?=\\s*(?:$|[.,;:—–])) / extractable\\b / claim-worthy / worth extracting / worth documenting
  / candidates? for (?:a|an|its own|their own) (?:[\\w-]+ ){0,2}claims? / candidates? for extraction
  / worth a claim / worth its own claim
`);
const DECLARED = pattern(
  `^(?:${oneOf('its / their / a / an / the')}\\s+)?(?:own\\s+)?(?:(?!${TURNING}\\b)[\\w+'’-]+\\s+){0,5}?${TARGET}|^(?:new\\s+to|in)\\s+${VAULT}`,
);
/** What names nothing by itself. */
const PRONOUN = pattern(
  `^${oneOf('this / that / these / those / it / they / which / what / there / value / we / i / both / neither / none')}\\b(?!\\s+[\\p{L}-]+\\s+${oneOf('finding / mechanism / pattern / gap / dynamic / model / effect')})`,
);
/** What goes before the clause: another one, or a conjunction. */
const BEFORE = pattern(
  `^(?:[^]*(?:;|\\s[—–](?=\\s+${oneOf('this / that / it / these / they')}\\b))\\s*)?(?:${oneOf('but / and / so / also / however')}[,:]?\\s+)?`,
);

/** `null` where the words of the span declare nothing. */
export function declaredIn(text: string, { start, end }: Span): Declared | null {
  const sentence = text.slice(start, end);
  for (const predicate of sentence.matchAll(PREDICATE)) {
    const rest = sentence.slice(predicate.index + predicate[0].length);
    const target = DECLARED.exec(rest);
    if (target === null) continue;
    const before = sentence.slice(0, predicate.index);
    const clause = BEFORE.exec(before)?.[0].length ?? 0;
    const subject = before.slice(clause);
    if (PRONOUN.test(subject) || !/\p{L}/u.test(subject)) return null;
    const dash = rest.indexOf('—', target[0].length);
    return {
      subject: { start: start + clause, end: start + predicate.index },
      tail: { start: dash < 0 ? end : end - rest.length + dash, end },
      plural: /\bare\b|\bboth\b|\btheir\b|candidates|extractions|^deserve\s/iu.test(
        predicate[0] + target[0],
      ),
    };
  }
  return null;
}

/** Several where each clause of a sentence declares its own: "X is extractable, and Y deserves a claim". */
export function allDeclaredIn(text: string, span: Span): Declared[] {
  const found = clausesOf(text, span).flatMap(each => declaredIn(text, each) ?? []);
  if (found.length > 1) return found;
  const one = declaredIn(text, span);
  return one === null ? [] : [one];
}

function clausesOf(text: string, { start, end }: Span): Span[] {
  const clauses: Span[] = [];
  let from = start;
  for (const joint of text.slice(start, end).matchAll(/(?:;|,\s+(?:and|but|while))\s+/giu)) {
    clauses.push({ start: from, end: start + joint.index });
    from = start + joint.index + joint[0].length;
  }
  return [...clauses, { start: from, end }];
}

const NEXT = '(?=(?:the|a|an|its|their)\\s|["“])';
const JOINT = pattern(`\\sand\\s+${NEXT}`);
const JOINTS = pattern(`(?:,?(?<!\\s)\\s+and|,)\\s+${NEXT}`, 'g');

/** Joint subjects count one by one. */
export function partsOf(
  text: string,
  { subject, plural }: Pick<Declared, 'subject' | 'plural'>,
): Span[] {
  if (!plural) return [subject];
  const parts: Span[] = [];
  let from = subject.start;
  // What stands in brackets is not split.
  const words = text
    .slice(subject.start, subject.end)
    .replace(/\([^()]{0,400}\)/gu, each => '_'.repeat(each.length));
  if (!JOINT.test(words)) return [subject];
  for (const joint of words.matchAll(JOINTS)) {
    parts.push({ start: from, end: subject.start + joint.index });
    from = subject.start + joint.index + joint[0].length;
  }
  return [...parts, { start: from, end: subject.end }];
}
