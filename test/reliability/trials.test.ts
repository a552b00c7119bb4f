/** Every other input and fault. */
import assert from 'node:assert/strict';
import { groups } from './all';
import { readPart } from './document';
import { hugeTexts } from './trials/hugeTexts';
import { hugeTextsGrowth } from './trials/hugeTextsGrowth';
import { tryGroups } from './tryGroups';

describe('reliability', () => {
  it('has no line in the document that nobody tries', () => {
    const written = readPart('trials')
      .split('\n')
      .filter(line => line.startsWith('| '));
    const tried = groups.flatMap(group => group.trials);
    assert.equal(written.length, tried.length + 2 * groups.length);
  });

  tryGroups(groups.filter(group => group !== hugeTexts && group !== hugeTextsGrowth));
});
