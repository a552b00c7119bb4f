/** What of a source or musing a claim can be made of. */
import type { ClaimOrigin, ClaimWish } from './claimDraft';
import type { Candidate } from './description';
import { evidenceFor } from './evidence';
import { type PartLine, partsOf } from './partsOf';
import { type Passage, passagesIn } from './passages';
import { plainWords } from './plainWords';
import { quotation, wholeQuotation } from './quotation';

export interface Material {
  readonly parts: readonly PartLine[];
  /** Lines of a quoted block, without line ends and without whose words they are; may be none. */
  readonly quote: readonly string[];
  /** What may describe the claim, better ones first. */
  readonly candidates: readonly Candidate[];
}

/** Remarks about the work on the source say nothing of the world. */
const ABOUT_WORK =
  /\b(?:claims?|kb|knowledge base|extract\w*|archiv\w*|this (?:source|note|paper))\b/iu;
/** Nor does that of whoever put its text there. */
const ABOUT_CLAIMS =
  /\b(?:(?:existing|new) claims?|knowledge base|KB|FLAG @\w+|(?:[Ff]ull|[Cc]omplete) (?:paper|text|article)\b.{0,40}\bnot)\b/u;

/** Remarks are the reader's words, not the source's: they are never quoted. */
export function materialOf(
  { note, text }: ClaimOrigin,
  title: string,
  { hint = '', reason, quoted }: Pick<ClaimWish, 'hint' | 'reason' | 'quoted'>,
): Material {
  const beside = `${hint} ${reason ?? ''}`;
  const parts = partsOf(note, text);
  const content = passagesIn(parts, 'content').filter(({ text: said }) => !ABOUT_CLAIMS.test(said));
  const remarks = passagesIn(parts, 'remarks').filter(({ text: said }) => !ABOUT_WORK.test(said));
  const passages = quoted === null ? evidenceFor(content, title, beside) : passagesOf(quoted);
  const own = reason === null ? [] : [{ text: plainWords(reason) }];
  const words = new Set([...passages, ...own].map(each => each.text));
  const others = content.filter(each => !words.has(each.text));
  const candidates = [
    ...passages.slice(0, 2),
    ...own,
    ...passages.slice(2),
    ...evidenceFor(others, title, beside),
    ...evidenceFor(remarks, title, beside),
    ...content.slice(0, 3),
  ].map(({ text: said }): Candidate => ({ text: said, argued: words.has(said) }));
  return {
    parts,
    quote: quoted === null ? quotation(passages) : wholeQuotation(quoted),
    candidates,
  };
}

function passagesOf(quoted: string): Passage[] {
  const lines = quoted
    .split(/\r?\n/u)
    .map((text): PartLine => ({ part: 'content', text, span: { start: 0, end: 0 }, heading: '' }));
  return passagesIn(lines, 'content');
}
