/** What is code, and what is a link, agrees with a reference CommonMark parser, on a real vault's notes and on generated Markdown. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  assertSameCode,
  assertSameLinks,
  comparableLinks,
  comparableMarkdown,
  firstDifference,
} from './fuzz/targets/markdown';
import { notesOf, realVault } from './support/realVault';

describe('code and text, against a reference parser', () => {
  it('in every note of a real vault', function () {
    this.timeout(60_000);
    const files = realVault(this);
    const differences: string[] = [];
    for (const [path, text] of notesOf(files)) {
      const difference = firstDifference(text);
      if (difference !== null) differences.push(`${path}: ${difference}`);
    }
    assert.deepEqual(differences, []);
  });

  it('in generated Markdown', function () {
    this.timeout(60_000);
    fc.assert(fc.property(comparableMarkdown, assertSameCode), { numRuns: 6000 });
  });

  it('in generated Markdown full of links', function () {
    this.timeout(60_000);
    fc.assert(fc.property(comparableLinks, assertSameLinks), { numRuns: 6000 });
  });
});
