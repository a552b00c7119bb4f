/** Two rounds of edits in one: composed edits of the first text make what both rounds make, and lead back to it. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { originalSpan } from '../server/core/text/composeEdits';
import { applyEdits, span } from '../server/core/text/span';
import { assertComposed, editsIn, rounds, words } from './fuzz/targets/edits';

describe('composed edits', () => {
  it('make what one round after the other makes', () => {
    fc.assert(fc.property(words, rounds, rounds, assertComposed));
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
