/** Widens a selection step by step: word, link, value or block, field or section, and so on to the whole note. */
import { scanBlocks } from '../../text/blocks';
import type { Note } from '../../text/parseNote';
import { type Span, span, touches } from '../../text/span';
import { hrefSpan } from './hrefSpan';
import { sectionsOf } from './sections';

/** For each UTF-16 offset the spans around it, the smallest first; each holds the one before it, and is larger. An empty text has one empty span. */
export function selectionRanges(note: Note, text: string, offsets: readonly number[]): Span[][] {
  const { links, frontmatter, body } = note;
  const fields = frontmatter?.fields ?? [];
  const values = fields.flatMap(field => field.values);
  const around: Span[] = [
    ...links.flatMap(link => [
      link.target.span,
      link.target.fragmentSpan ?? link.target.span,
      link.aliasSpan ?? link.target.span,
      hrefSpan(link),
      link.span,
    ]),
    ...fields.flatMap(field => [field.key, field.span]),
    ...(frontmatter === null ? [] : [frontmatter.yaml, frontmatter.block]),
    ...scanBlocks(text, body).map(block => block.span),
    ...sectionsOf(note.headings, text.length),
    span(body, text.length),
    span(0, text.length),
  ];
  return offsets.map(offset => {
    const touching = around.filter(each => touches(each, offset));
    const inValue = values.filter(each => touches(each.span, offset));
    const entries = inValue.flatMap(each => [each.inner, each.span, entryAround(text, each.span)]);
    return nested([wordAt(text, offset), ...entries, ...touching], offset);
  });
}

/** The lines of a value, without the blanks around them: of an item of a list its dash, too. */
function entryAround(text: string, { start, end }: Span): Span {
  const first = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', end);
  const lines = text.slice(first, newline < 0 ? text.length : newline);
  const from = first + lines.length - lines.trimStart().length;
  return { start: from, end: from + lines.trim().length };
}

function nested(spans: readonly Span[], offset: number): Span[] {
  const sorted = [...spans].sort((a, b) => a.end - a.start - (b.end - b.start));
  const kept: Span[] = [];
  for (const each of sorted) {
    const inner = kept.at(-1) ?? span(offset, offset);
    const holds = each.start <= inner.start && inner.end <= each.end;
    if (holds && each.end - each.start > inner.end - inner.start) kept.push(each);
  }
  return kept.length === 0 ? [span(offset, offset)] : kept;
}

/** Longer words are cut there. */
const LONGEST_WORD = 200;

function wordAt(text: string, offset: number): Span {
  const before = text.slice(Math.max(0, offset - LONGEST_WORD), offset);
  const behind = text.slice(offset, offset + LONGEST_WORD);
  const start =
    offset - (/(?<![\p{L}\p{M}\p{N}_])[\p{L}\p{M}\p{N}_]+$/u.exec(before)?.[0].length ?? 0);
  return { start, end: offset + (/^[\p{L}\p{M}\p{N}_]+/u.exec(behind)?.[0].length ?? 0) };
}
