/** Sentences that say of a claim of the vault that it is to be updated, supported or challenged. */
import type { Span } from '../../text/span';
import { isAside } from './advice';
import { enrichment, type Finding } from './Finding';

const LABEL =
  /^(?:\*\*)?(?:claim\s+)?enrichments?(?:\s+(?:target|candidate))?s?(?:\*\*)?:(?:\*\*)?\s*/iu;
const IMPERATIVE =
  /^(?:also\s+)?(?:update|enrich(?:es)?|strengthens?|revise|correct|amend|challenges?)\b/iu;
/** Behind a clause that says that there is no new claim. */
const ADDED = /[—–]\s+(?:but\s+)?(?=(?:add|enriches|strengthens|updates)\s)/iu;
const PATTERNS: readonly RegExp[] = [
  /\b(?:claims?|timeframe|numbers?|figures?|counts?|timeline|estimates?|position)\b[^.;]{0,60}\bneeds?\s+(?:an?\s+)?(?:[\w-]+\s+)?(?:updat|revis|correct|refram)/iu,
  /\bclaims?\s+needs?\s+(?:a\s+)?(?:new|newer|later)\s+(?!claims?\b)/iu,
  /\b(?:evidence|data points?|data|counter-evidence|confirmation|implementation detail)\s+(?:for|against)\s+(?:(?:the|our)\s[^.;]{0,80}\bclaims?\b|["“'‘]|(?:[\w-]+\s+){1,3}(?:claim|thesis)\b)/iu,
  /\bdata\s+for\s+(?:enriching|updating|revising)\b/iu,
  /\b(?:challenges?|supports?|confirms?|contradicts?|complicates?|extends?|contributes\s+to|revising|reframing|updating)\s+(?:the|our|existing|an existing)\s[^.;]{0,90}\b(?:claims?|KB)\b/iu,
  /\b(?:contributes\s+to|extends|enriches|supports|challenges|confirms|updates)\s+["“'‘]/iu,
  /\b(?:enriches|enrichment\s+for|could\s+enrich|would\s+enrich|enriching|strengthens)\s+(?:\p{L}|["“'‘([])/iu,
  /\bmay\s+(?:already\s+)?(?:be|have\s+become)\s+(?:obsolete|outdated|out\s+of\s+date|wrong)\b/iu,
];

/** What stands behind the semicolon is often the news. */
const OUTGROWN =
  /\b(?:existing|current)\s+[^.;]{0,60}\bclaims?\s+(?:focus|assume|understate|overstate|miss|ignore)/iu;

/** `span` is a sentence or an entry of a list. */
export function enrichmentsIn(text: string, span: Span): Finding[] {
  const sentence = text.slice(span.start, span.end);
  const label = LABEL.exec(sentence);
  if (label !== null)
    return enrichment(text, { start: span.start + label[0].length, end: span.end });
  if (IMPERATIVE.test(sentence)) return enrichment(text, span);
  if (/\b(?:no|low)\b.{0,40}\bpriority\b|\bunless\s+enriching\b/iu.test(sentence)) return [];
  const added = ADDED.exec(sentence);
  const negated = /^(?:may|might|likely|probably|does|not|no)\b/iu.test(sentence);
  if (added !== null && negated)
    return enrichment(text, { start: span.start + added.index + added[0].length, end: span.end });
  if (isAside(sentence) && !/^(?:this|use)\b/iu.test(sentence)) return [];
  if (OUTGROWN.test(sentence)) return enrichment(text, span);
  return clausesOf(text, span)
    .filter(({ start, end }) => PATTERNS.some(each => each.test(text.slice(start, end))))
    .flatMap(each => enrichment(text, each));
}

function clausesOf(text: string, { start, end }: Span): Span[] {
  const clauses: Span[] = [];
  let from = start;
  for (const part of text.slice(start, end).split(';')) {
    clauses.push({ start: from, end: from + part.length });
    from += part.length + 1;
  }
  return clauses;
}
