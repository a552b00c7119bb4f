/** Any text is a note: parsing it never throws, and every position is in it. */
import assert from 'node:assert/strict';
import { builtinSchema } from '../../../server/core/schema/builtin';
import { type Note, parseNote } from '../../../server/core/text/parseNote';
import type { Span } from '../../../server/core/text/span';
import { target } from '../Target';
import { anyText } from './anyText';
import { assertPacked } from './packed';

function spansOf(note: Note): Span[] {
  const block = note.frontmatter;
  const fields = block?.fields.flatMap(field => [
    field.key,
    field.span,
    ...field.values.flatMap(each => [each.span, each.inner]),
  ]);
  return [
    ...(block === null ? [] : [block.block, block.yaml, block.close]),
    ...(fields ?? []),
    ...(block?.problems.map(each => each.span) ?? []),
    ...note.links.flatMap(link => [link.span, link.target.span]),
    ...[...note.headings, ...note.blocks].map(each => each.span),
    ...note.code,
  ];
}

export function assertInside(text: string, spans: readonly Span[]): void {
  for (const { start, end } of spans) {
    assert.ok(
      0 <= start && start <= end && end <= text.length,
      `${start}..${end} of ${text.length}`,
    );
  }
}

export function assertParsed(text: string): void {
  const note = parseNote('domains/food/note.md', text, builtinSchema.relationFields);
  assertInside(text, spansOf(note));
  for (const { span, target, form } of note.links) {
    const written = text.slice(span.start, span.end);
    if (form !== 'wiki') continue;
    assert.match(written, /^!?\[\[.*\]\]$/su);
    assert.equal(text.slice(target.span.start, target.span.end), target.written);
  }
}

export const parse = target({
  name: 'parse',
  feeds: 'texts of notes: any code units, pieces of YAML and Markdown, notes cut to pieces',
  holds: 'nothing throws, every position lies in the text, and the packed note is the same note',
  weight: 50,
  input: anyText,
  check(text) {
    assertParsed(text);
    assertPacked(text);
  },
});
