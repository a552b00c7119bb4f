/** Sentences and fragments that nothing marks as hints: in a list each counts for itself. */
import type { Span } from '../../text/span';
import { isAdvice, isEmphasis } from './advice';
import { claimed, type Finding, kindOf } from './Finding';
import { isSentence } from './finiteVerb';

/** What an entry says of itself or the vault behind its dash. */
const REMARK =
  /^(?:this\s+is\b|parallel\s+to|potential\s+(?:cross-domain|position)|maps?\s+(?:directly\s+)?to|connects?\s+to|trackable|similar\s+to|related\s+to|a\s+claim\b|new\s+claim\b)/iu;
const NEW_CLAIM = /\b(?:potential|possible|new)\s+(?:[\w-]+\s+)?claims?\b/iu;
const TO_DO =
  /^(?:check|track|investigate|verify|upcoming|watch|see|flag|don't|do not|but need|needs?)\b|\blow\s+(?:extraction\s+)?priority\b|\bworth\s+flagging\b/iu;
/** What an entry names where it names a part of the source and nothing of the world. */
const PART =
  /\b(?:acknowledgment|analys[ei]s|commentary|comparisons?|content|context|coverage|data|discussions?|evaluations|intersection|list|mentions|musing|notes|overview|patterns|sentiment|specifics)(?:\s+(?:\([^()]*\)|#?\d+|(?:across|around|for|from|on)\s[^—]*))?\s+[—–]\s+$/iu;
/** Calls what it stands behind material for claims, and names none. */
const MATERIAL =
  /^(?:[\p{L}\p{N}'’/-]+\s+){0,4}?(?:background|context|data(?:\s+points?)?|metrics|statistics)(?=\s*$|\s+(?:about|behind|for|from|of|on)\s)/iu;
const EXISTING = /\b(?:existing|other)\s+(?:[\w-]+\s+){0,3}claims?\b/iu;
/** "Lock problem: …", "**Lock problem:** …" */
const LABEL = /^(?:\*\*[^:*]{2,60}:\*\*|[^:"“(—]{2,60}:)\s+(?=\S)/u;

/** "'A sentence' — what it means". */
const SINGLE_QUOTES = /^['‘](?:[^'’]|['’](?=\p{L}))+['’](?=\s|$)/u;

export function plainClaim(text: string, span: Span, listed: boolean): Finding[] {
  const whole = text.slice(span.start, span.end);
  const label = listed ? (LABEL.exec(whole)?.[0].length ?? 0) : 0;
  const start =
    isSentence(whole.slice(label)) && !/^\d/u.test(whole.slice(label))
      ? span.start + label
      : span.start;
  const sentence = text.slice(start, span.end);
  // What ends with a colon leads to what stands below it.
  if (isAdvice(whole) || (label > 0 && isAdvice(whole.slice(label)))) return [];
  if (EXISTING.test(whole) || /:[^\w:]*$/u.test(whole)) return [];
  const quote = listed ? SINGLE_QUOTES.exec(sentence) : null;
  if (quote !== null && isSentence(quote[0]) && !NEW_CLAIM.test(sentence))
    return unmarked(text, { start, end: start + quote[0].length });
  const dash = behindDash(sentence);
  if (isEmphasis(sentence)) {
    if (!listed || dash < 0) return [];
    const behind = sentence.slice(dash);
    return isSentence(behind) && !isAdvice(behind)
      ? unmarked(text, { start: start + dash, end: span.end })
      : [];
  }
  if (!listed || dash < 0) return unmarked(text, { start, end: span.end });
  const remark = sentence.slice(dash);
  const before = { start, end: start + dash };
  if (TO_DO.test(remark)) return [];
  const quoted = /^["“'‘]/u.test(sentence);
  const full = isSentence(text.slice(before.start, before.end));
  if (REMARK.test(remark) || MATERIAL.test(remark))
    return full || quoted ? unmarked(text, before) : [];
  if (NEW_CLAIM.test(remark))
    return unmarked(text, { start, end: span.end }).map(each => ({ ...each, kind: 'topic' }));
  if (full) return unmarked(text, { start, end: span.end });
  if (PART.test(sentence.slice(0, dash))) return [];
  return unmarked(text, { start, end: span.end }).map(each => ({ ...each, kind: 'topic' }));
}

/** Where the clause behind a dash begins; -1 where there is none. */
function behindDash(sentence: string): number {
  const dash = /\s[—–]\s+/u.exec(sentence);
  return dash === null ? -1 : dash.index + dash[0].length;
}

function unmarked(text: string, span: Span): Finding[] {
  return claimed(text, span).flatMap(each => {
    const words = text.slice(each.span.start, each.span.end);
    if (words.split(/\s+/u).length < 2) return [];
    return [{ ...each, kind: kindOf(words), marked: false }];
  });
}
