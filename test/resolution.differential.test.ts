/** What links lead to agrees with a second, independent implementation of the rules, on a real vault and on generated ones. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { assertSameResolutions, comparableFiles } from './fuzz/targets/resolver';
import { notesOf, realVault } from './support/realVault';
import { disagreements } from './support/second/disagreements';

describe('links, against a second implementation of the rules', () => {
  it('in a real vault', function () {
    this.timeout(120_000);
    const files = realVault(this);
    const texts = new Map<string, string | null>([...files.keys()].map(path => [path, null]));
    for (const [path, text] of notesOf(files)) texts.set(path, text);
    assert.deepEqual(disagreements(texts), []);
  });

  it('in generated vaults full of names that collide', function () {
    this.timeout(120_000);
    fc.assert(fc.property(comparableFiles, assertSameResolutions), { numRuns: 5000 });
  });
});
