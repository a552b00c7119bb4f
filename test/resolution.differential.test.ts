/** What links lead to agrees with a second, independent implementation of the rules, on a real vault and on generated ones. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { notesOf, realVault } from './support/realVault';
import { collidingFiles } from './support/second/collidingFiles';
import { disagreements } from './support/second/disagreements';

/** What a Markdown file's name ends with, however often. */
const ENDINGS = /(?:\.(?:md|markdown))+$/iu;

/**
 * Where the rules do not say enough, and the two read them differently: names that are alike but for `.md`, `.MD` or
 * `.md.md` at their end.
 */
function isOpen(texts: ReadonlyMap<string, string | null>): boolean {
  const endings = new Map<string, string>();
  for (const path of texts.keys()) {
    const base = path.slice(path.lastIndexOf('/') + 1);
    const name = base.replace(ENDINGS, '').normalize('NFC').replace(/\s+/gu, ' ').toLowerCase();
    const ending = ENDINGS.exec(base)?.[0];
    if (ending === undefined) continue;
    if ((endings.get(name) ?? ending) !== ending) return true;
    endings.set(name, ending);
  }
  return false;
}

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
    fc.assert(
      fc.property(collidingFiles, texts => {
        fc.pre(!isOpen(texts));
        assert.deepEqual(disagreements(texts), []);
      }),
      { numRuns: 5000 },
    );
  });
});
