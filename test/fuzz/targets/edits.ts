/** Two rounds of edits in one: composed edits of the first text make what both rounds make. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { composeEdits } from '../../../server/core/text/composeEdits';
import { applyEdits, span, type TextEdit } from '../../../server/core/text/span';
import { target } from '../Target';

type Round = readonly (readonly [start: number, length: number, newText: string])[];

export const words = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '🍞'), maxLength: 12 });

/** Edits that do not overlap and of which no two begin at one place, as numbers that any text makes use of. */
export const rounds = fc.array(fc.tuple(fc.nat(30), fc.nat(4), words), { maxLength: 5 });

export function editsIn(text: string, numbers: Round): TextEdit[] {
  const edits: TextEdit[] = [];
  let position = -1;
  for (const [start, length, newText] of [...numbers].sort(([a], [b]) => a - b)) {
    const end = Math.min(start + length, text.length);
    if (start > text.length || start <= position) continue;
    edits.push({ span: span(start, end), newText });
    position = Math.max(end - 1, start);
  }
  return edits;
}

export function assertComposed(text: string, one: Round, two: Round): void {
  const first = editsIn(text, one);
  const between = applyEdits(text, first);
  const second = editsIn(between, two);
  const composed = composeEdits(text, first, second);
  assert.equal(applyEdits(text, composed), applyEdits(between, second));
  for (const [at, edit] of composed.entries()) {
    assert.notEqual(text.slice(edit.span.start, edit.span.end), edit.newText);
    assert.ok((composed[at - 1]?.span.end ?? -1) < edit.span.start, 'they touch');
  }
}

export const edits = target({
  name: 'edits',
  feeds: 'two rounds of edits of a text, one upon the other',
  holds: 'composed they make the same text, as few edits that do not touch',
  weight: 190,
  input: fc.tuple(words, rounds, rounds),
  check: ([text, one, two]) => assertComposed(text, one, two),
});
