/** Whatever a note holds, nothing throws, every position is in the text, and every fix does what it says. */
import fc from 'fast-check';
import { builtinSchema } from '../server/core/schema/builtin';
import { parseNote } from '../server/core/text/parseNote';
import { resolve } from '../server/core/vault/resolve';
import {
  assertFixesEdit,
  assertFixesMend,
  assertFixesRest,
  fixesIn,
  vault,
} from './fuzz/targets/fixes';
import { assertParsed } from './fuzz/targets/parse';
import { adversarial } from './support/adversarialTexts';
import { strangeName, strangeText } from './support/strangeTexts';

const PATH = 'domains/food/note.md';

describe('any text', () => {
  it('is parsed, with every position in it', () => {
    fc.assert(fc.property(strangeText, assertParsed), { numRuns: 1000 });
  });

  it('is resolved as a target, from anywhere', () => {
    fc.assert(
      fc.property(strangeName, strangeName, (written, from) => {
        resolve(vault, written, from);
      }),
      { numRuns: 1000 },
    );
  });

  it('is checked, and every fix edits only places in it that do not overlap', () => {
    fc.assert(fc.property(strangeText, assertFixesEdit), { numRuns: 1000 });
  });

  it('loses a finding with its safe fix, and gets no new error', () => {
    fc.assert(fc.property(strangeText, assertFixesMend), { numRuns: 1000 });
  });

  it('comes to rest when all safe fixes are applied again and again', () => {
    fc.assert(fc.property(strangeText, assertFixesRest), { numRuns: 600 });
  });
});

describe('a text made to be slow', function () {
  this.timeout(10_000);
  for (const [unit, make] of Object.entries(adversarial)) {
    it(`${JSON.stringify(unit)} over and over`, () => {
      parseNote(PATH, make(50_000), builtinSchema.relationFields);
      fixesIn(make(20_000));
      // The YAML parser, and gray-matter's expression for comments, take the square of some of these.
      parseNote(PATH, `---\nsupports: ${make(10_000)}\n---\n`, builtinSchema.relationFields);
      parseNote(PATH, `---\n${make(10_000)}\n---\n`, builtinSchema.relationFields);
    });
  }
});
