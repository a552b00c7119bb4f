/** Takes one entry out of a front-matter list, and what separates it from the next. */
import type { Link } from '../../text/links';
import type { Span, TextEdit } from '../../text/span';

/** `null` where the link is not alone in an entry of a list. */
export function removedEntry(text: string, link: Link): TextEdit | null {
  const entry = withQuotes(text, link.span);
  const lineStart = text.lastIndexOf('\n', entry.start - 1) + 1;
  const newline = text.indexOf('\n', entry.end);
  const lineEnd = newline < 0 ? text.length : newline + 1;
  const before = text.slice(lineStart, entry.start);
  const behind = text.slice(entry.end, lineEnd);
  if (/^[ \t]*-[ \t]+$/u.test(before) && /^[ \t]*(?:#.*)?\r?\n?$/u.test(behind)) {
    return { span: { start: lineStart, end: lineEnd }, newText: '' };
  }
  const next = /^[ \t]*,[ \t]*/u.exec(behind)?.[0].length;
  if (next !== undefined && /[[,][ \t]*$/u.test(before)) {
    return { span: { start: entry.start, end: entry.end + next }, newText: '' };
  }
  const last = /^[ \t]*\]/u.test(behind) ? /,[ \t]*$|(?<=\[)[ \t]*$/u.exec(before) : null;
  if (last === null) return null;
  return { span: { start: lineStart + last.index, end: entry.end }, newText: '' };
}

function withQuotes(text: string, { start, end }: Span): Span {
  const quote = text[start - 1];
  const quoted = (quote === '"' || quote === "'") && text[end] === quote;
  return quoted ? { start: start - 1, end: end + 1 } : { start, end };
}
