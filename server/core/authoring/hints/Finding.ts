/** A hint as the readers of sentences find it, before what became of it is looked at. */
import type { Span } from '../../text/span';
import { isSentence } from './finiteVerb';
import type { HintKind } from './Hint';
import { trimmed } from './trim';

export interface Finding {
  readonly kind: HintKind;
  /** Of its text. */
  readonly span: Span;
  /** What follows it and speaks for it. */
  readonly tail: Span;
  /** Whether something says that it is a claim to be written. */
  readonly marked: boolean;
}

/** A longer sentence is no claim, whatever it is. */
export const LONGEST = 1200;
/** So many words without "as" are a sentence where somebody calls them a claim, though its verb be a rare one. */
const MANY_WORDS = 6;

/** What somebody calls a claim. */
export function claimed(text: string, span: Span, tail: Span | null = null): Finding[] {
  const found = withoutThat(text, trimmed(text, span));
  const words = text.slice(found.start, found.end);
  if (words.length > LONGEST || !/\p{L}/u.test(words) || isPlaceholder(words)) return [];
  return [{ kind: calledKind(words), span: found, tail: tail ?? after(span), marked: true }];
}

export function topic(text: string, span: Span, tail: Span | null = null): Finding[] {
  return claimed(text, span, tail).map(each => ({ ...each, kind: 'topic' }));
}

export function enrichment(text: string, span: Span): Finding[] {
  return claimed(text, span).map(each => ({ ...each, kind: 'enrichment', marked: false }));
}

/** "Claims: (1) that lamps …". */
function withoutThat(text: string, { start, end }: Span): Span {
  const that = /^that\s+/u.exec(text.slice(start, Math.min(end, start + 12)))?.[0].length ?? 0;
  return that > 0 && end - start <= LONGEST && isSentence(text.slice(start + that, end))
    ? { start: start + that, end }
    : { start, end };
}

function calledKind(words: string): HintKind {
  const long = words.split(/\s+/u).length >= MANY_WORDS && !/\s(?:as|vs\.?)\s/u.test(words);
  return long ? 'proposition' : kindOf(words);
}

export function kindOf(words: string): HintKind {
  return isSentence(words) ? 'proposition' : 'topic';
}

/** A place in a template that nobody filled in. */
export function isPlaceholder(words: string): boolean {
  return /^[<[{][^<>[\]{}]*[>\]}]$/u.test(words) || /^<!--/u.test(words);
}

function after({ end }: Span): Span {
  return { start: end, end };
}
