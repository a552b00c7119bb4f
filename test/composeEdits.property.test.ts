/** Two rounds of edits in one: composed edits of the first text make what both rounds make, and lead back to it. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { composeEdits, originalSpan } from '../server/core/text/composeEdits';
import { applyEdits, span, type TextEdit } from '../server/core/text/span';

const words = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '🍞'), maxLength: 12 });

/** Edits that do not overlap and of which no two begin at one place, as numbers that any text makes use of. */
const rounds = fc.array(fc.tuple(fc.nat(30), fc.nat(4), words), { maxLength: 5 });

function editsIn(text: string, numbers: readonly [number, number, string][]): TextEdit[] {
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

describe('composed edits', () => {
  it('make what one round after the other makes', () => {
    fc.assert(
      fc.property(words, rounds, rounds, (text, one, two) => {
        const first = editsIn(text, one);
        const between = applyEdits(text, first);
        const second = editsIn(between, two);
        const composed = composeEdits(text, first, second);
        assert.equal(applyEdits(text, composed), applyEdits(between, second));
        for (const [at, edit] of composed.entries()) {
          assert.notEqual(text.slice(edit.span.start, edit.span.end), edit.newText);
          assert.ok((composed[at - 1]?.span.end ?? -1) < edit.span.start, 'they touch');
        }
      }),
    );
  });

  it('leave text that no edit touched where it was', () => {
    fc.assert(
      fc.property(words, rounds, (text, numbers) => {
        const edits = editsIn(text, numbers);
        for (let start = 0; start < text.length; start++) {
          if (edits.some(each => each.span.start <= start && start < each.span.end)) continue;
          const earlier = edits.filter(each => each.span.end <= start);
          const before = applyEdits(text.slice(0, start), earlier);
          const moved = span(before.length, before.length + 1);
          assert.deepEqual(originalSpan(edits, moved), span(start, start + 1));
        }
      }),
    );
  });

  it('keep a place in new text at the edit that wrote it', () => {
    const edits = [{ span: span(4, 6), newText: 'long words' }];
    assert.deepEqual(originalSpan(edits, span(6, 9)), span(4, 6));
    assert.deepEqual(originalSpan(edits, span(2, 20)), span(2, 12));
    assert.deepEqual(originalSpan(edits, span(14, 15)), span(6, 7));
  });
});
