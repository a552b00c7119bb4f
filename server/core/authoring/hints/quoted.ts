/** Claims that stand in quotes, or in bold, behind words that call them claims. */
import type { Span } from '../../text/span';
import { claimed, type Finding } from './Finding';

/** So many words make a sentence; fewer in quotes are a term. */
const FEW_WORDS = 5;
const LEAD =
  /(?:\b(?:claims?|candidates?|thesis|hypothesis|evidence\s+for|also|consider|considers?|argu(?:es?|ing)|proposition)\b[^"“]{0,120}(?::|\b(?:is|are|that|consider|be))|:)\s*(?:\*\*)?$/iu;
const QUOTE = /["“]/u;

/** The quoted claim of a sentence; `inList` where sentences in quotes need no words in front of them. */
export function quotedClaim(text: string, span: Span, inList: boolean): Finding[] {
  const bold = boldClaim(text, span);
  if (bold.length > 0) return bold;
  const sentence = text.slice(span.start, span.end);
  const open = sentence.search(QUOTE);
  if (open < 0) return [];
  const close = closing(sentence, open);
  const words = close < 0 ? '' : sentence.slice(open + 1, close);
  if (words.split(/\s+/u).length < FEW_WORDS) return [];
  const lead = sentence.slice(0, open);
  const alone = /^[\s*_]*$/u.test(lead);
  if (
    alone
      ? !inList
      : !LEAD.test(lead) ||
        /^\W*(?:focus|note|look|but|enrichment|claim\s+enrichment)\b/iu.test(lead)
  )
    return [];
  const start = span.start + open;
  const end = span.start + close + 1;
  return claimed(text, { start, end }, { start: end, end: span.end });
}

/** "**A sentence** — where it comes from". */
function boldClaim(text: string, span: Span): Finding[] {
  if (!text.startsWith('**', span.start)) return [];
  const close = text.indexOf('**', span.start + 2);
  if (close < 0 || close >= span.end) return [];
  const words = text.slice(span.start + 2, close);
  if (words.split(/\s+/u).length < FEW_WORDS) return [];
  return claimed(text, { start: span.start, end: close + 2 }, { start: close + 2, end: span.end });
}

function closing(sentence: string, open: number): number {
  return sentence.indexOf(sentence[open] === '“' ? '”' : '"', open + 1);
}
