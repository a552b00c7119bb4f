/** What is read of front matter agrees with the `yaml` package, its spans with the text, its block with gray-matter. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseFrontmatter } from '../server/core/text/frontmatter';
import { checkBlock, checkFields } from './fuzz/targets/frontmatter';
import { generatedFrontmatter } from './support/generatedFrontmatter';
import { notesOf, realVault } from './support/realVault';

describe('front matter, against reference readers', () => {
  it('in every note of a real vault', function () {
    this.timeout(60_000);
    const files = realVault(this);
    for (const [path, text] of notesOf(files)) {
      try {
        checkFields(text);
        checkBlock(text);
      } catch (error) {
        assert.fail(`${path}: ${error}`);
      }
    }
  });

  it('in generated notes', () => {
    fc.assert(
      fc.property(generatedFrontmatter, text => {
        checkFields(text);
        checkBlock(text);
      }),
      { numRuns: 4000 },
    );
  });

  it('generates blocks that can be read, mostly', () => {
    const texts = fc.sample(generatedFrontmatter, 300);
    const read = texts.filter(text => parseFrontmatter(text)?.problems.length === 0);
    assert.ok(read.length > 150, `${read.length} of 300`);
  });
});
