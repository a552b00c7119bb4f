/** Whatever a source holds and a title says, a claim made of it is sound, and making it takes no longer than it must. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sectionEntry } from '../server/core/authoring/edits/sectionEntry';
import { parseNote } from '../server/core/text/parseNote';
import { applyEdits } from '../server/core/text/span';
import { assertDraftSound, drafted, draftParts, sourceWith } from './fuzz/targets/drafts';
import { adversarial } from './support/adversarialTexts';

describe('a claim made of anything', () => {
  it('has front matter that can be read, one heading, and only links that lead somewhere', () => {
    let done = 0;
    fc.assert(
      fc.property(draftParts, parts => {
        if (assertDraftSound(parts)) done++;
      }),
      { numRuns: 1500 },
    );
    assert.ok(done > 700, `${done}`);
  });
});

describe('a source made to be slow', function () {
  this.timeout(10_000);
  for (const [unit, make] of Object.entries(adversarial)) {
    it(`${JSON.stringify(unit)} over and over`, () => {
      const long = make(50_000);
      for (const body of [long, `## Content\n${long}`, `**KB connections:** ${long}`])
        drafted(sourceWith('rain', body), 'rain falls on old towns again', make(20_000));
      drafted(sourceWith('rain', long), 'rain falls on old towns again', '', long);
      const text = `# a\n\n## Evidence\n${long}`;
      const note = parseNote('a.md', text, new Set());
      const section = { called: /^evidence/iu, heading: 'Evidence', above: /^challenges/iu };
      applyEdits(text, [sectionEntry(note, text, section, ['x'])]);
    });
  }
});
