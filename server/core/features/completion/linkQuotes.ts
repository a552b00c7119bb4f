/** The quotes that YAML has, or needs, around a half-typed link in front matter. */
import type { Note } from '../../text/parseNote';
import type { Span } from '../../text/span';
import { closes, closingQuote } from '../frontmatter/flowItems';
import { KEY_LINE } from '../frontmatter/frontmatterLines';
import { ITEM } from '../frontmatter/frontmatterLists';

export interface LinkQuotes {
  /** The kind of quotes around the link; `bare` where they are needed and missing; `null` in the body. */
  readonly quoting: 'double' | 'single' | 'block' | 'bare' | null;
  /** What has to follow the link where no quote closes around it; may be empty. */
  readonly missing: '"' | "'" | '';
}

/** `link` ends behind what will be replaced of it, or behind its closing brackets where those stay. */
export function linkQuotes(text: string, note: Note, link: Span): LinkQuotes {
  const none = { quoting: null, missing: '' } as const;
  const block = note.frontmatter;
  const { start } = link;
  if (block === null || start < block.yaml.start || start >= block.yaml.end) return none;
  const value = block.fields
    .flatMap(field => field.values)
    .find(each => each.span.start <= start && start < each.span.end);
  if (value?.style === 'block') return { ...none, quoting: 'block' };
  // The half-typed value may not parse, so the characters decide.
  const begin = /["']/u.test(text[start - 1] ?? '') ? start - 1 : value?.span.start;
  const quote = begin === undefined ? undefined : text[begin];
  if (begin !== undefined && (quote === '"' || quote === "'")) {
    const missing = isOpen(text, begin, link) ? quote : '';
    return { quoting: quote === '"' ? 'double' : 'single', missing };
  }
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return /(?:^|[-:[,])[ \t]*$/u.test(before)
    ? { quoting: 'bare', missing: '"' }
    : { ...none, quoting: 'block' };
}

/** Whether the quote that opens at `begin` is still to be closed, right behind the link. */
function isOpen(text: string, begin: number, link: Span): boolean {
  const newline = text.indexOf('\n', link.start);
  const end = newline < 0 ? text.length : newline;
  // One from a line above has been closed by whoever wrote it.
  if (text.lastIndexOf('\n', link.start) > begin) return false;
  if (!/^[ \t]*(?:$|[,\]}#\r])/u.test(text.slice(link.end, end))) return false;
  const close = closingQuote(text, begin, end);
  return !(close >= link.end && closes(text, close, end)) && !goesOn(text, end + 1);
}

/** Whether the line that begins at `start` is more of the value above. */
function goesOn(text: string, start: number): boolean {
  const newline = text.indexOf('\n', start);
  const line = text.slice(start, newline < 0 ? text.length : newline).trimEnd();
  return /^[ \t]+\S/u.test(line) && !ITEM.test(line) && !KEY_LINE.test(line.trimStart());
}
