/** Renames and moves in small vaults full of names that collide: links lead where they led, or are said to be lost. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { assertRenamed, renames } from './fuzz/targets/rename';

describe('renaming among names that collide', () => {
  it('keeps every link that can be kept, and changes nothing else', function () {
    this.timeout(60_000);
    let [done, lost] = [0, 0];
    fc.assert(
      fc.property(renames, ([notes, steps]) => {
        const tried = assertRenamed(notes, steps);
        done += tried.done;
        lost += tried.lost;
      }),
      { numRuns: 3000 },
    );
    // Two names that differ in their normal form alone cannot be told apart by any link.
    assert.ok(done > 3000 && lost < done / 20, `${done} done, ${lost} links lost`);
  });
});
