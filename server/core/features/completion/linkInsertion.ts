/** What choosing an entry puts into a half-typed wiki link: the part, its brackets, and the quotes around them. */
import { lineEndOf } from '../../rules/frontmatter/frontmatterText';
import type { TextEdit } from '../../text/span';
import { insideQuotes } from '../../text/yamlText';
import type { ValueContext } from '../frontmatter/frontmatterContext';
import type { CompletionEntry } from './Completions';
import type { LinkContext } from './linkContext';

/** `before` is what has to stand before the link. */
export function linkInsertion(
  part: string,
  { quoting, suffix, closing, missing }: LinkContext,
  before: readonly TextEdit[],
): Pick<CompletionEntry, 'newText' | 'edits'> {
  const inserted = insideQuotes(part, quoting === 'bare' ? 'double' : quoting) + suffix;
  if (closing === null || missing === '') return { newText: inserted + missing, edits: before };
  const after = { span: { start: closing, end: closing }, newText: missing };
  return { newText: inserted, edits: [...before, after] };
}

/** The quote that the link lacks, and the dash of a list that is not begun: `list` where one should be. */
export function beforeLink(
  text: string,
  { quoting, opening }: LinkContext,
  list: ValueContext | null,
): TextEdit[] {
  const quote = quoting === 'bare' ? '"' : '';
  const start = list?.whole?.start;
  const end = quoting === 'double' || quoting === 'single' ? opening - 1 : opening;
  if (list !== null && start !== undefined && text.slice(start, end).trim() === '')
    return [{ span: { start, end }, newText: `${lineEndOf(text)}${list.indent}- ${quote}` }];
  return quote === '' ? [] : [{ span: { start: opening, end: opening }, newText: quote }];
}
