/** Whatever a source holds, its hints are found in order, where they are written, and in time that grows with the text. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hintsOf } from '../server/core/authoring/hints/hintsOf';
import { builtinSchema } from '../server/core/schema/builtin';
import { parseNote } from '../server/core/text/parseNote';
import { assertHintsInPlace, assertHintsStay, hintedText, TYPES } from './fuzz/targets/hints';
import { strangeText } from './support/strangeTexts';

describe('hints of any text', function () {
  this.timeout(120_000);

  it('are where they say, in order and apart', () => {
    fc.assert(
      fc.property(fc.oneof(hintedText, strangeText), fc.constantFrom(...TYPES), assertHintsInPlace),
      { numRuns: 3000 },
    );
  });

  it('stay what they are when one of them is dropped or answered', () => {
    fc.assert(
      fc.property(hintedText, fc.nat(), (text, which) => fc.pre(assertHintsStay(text, which))),
      { numRuns: 2000 },
    );
  });

  const hostile: Readonly<Record<string, (size: number) => string>> = {
    'one long line': size => 'is '.repeat(size / 3),
    'one long word': size => 'a'.repeat(size),
    blanks: size => ' '.repeat(size),
    'blanks before an arrow': size => `${' '.repeat(size)}→ [[x]]`,
    'lines through everything': size => '~~a'.repeat(size / 3),
    answers: size => 'A lane is a gift → [[x]]. '.repeat(size / 26),
    numbers: size => Array.from({ length: size / 8 }, (_, at) => `(${at % 99}) a `).join(''),
    'quotes that never close': size => '"a '.repeat(size / 3),
    brackets: size => '('.repeat(size),
    'full stops': size => '.'.repeat(size),
    'closed full stops': size => '.")'.repeat(size / 3),
    dashes: size => '- — '.repeat(size / 4),
    emphasis: size => `It is ${'key most '.repeat(size / 9)}`,
    'code spans': size => '`a` '.repeat(size / 4),
    'many bullets': size => '- Claim: a lane is a gift\n'.repeat(size / 26),
    'many sections': size => '**Extraction hints:** A lane is a gift.\n'.repeat(size / 40),
    'many candidates': size => 'X deserves a claim. '.repeat(size / 20),
  };
  for (const [name, text] of Object.entries(hostile)) {
    it(`cost what the text is long: ${name}`, () => {
      const timed = (size: number) => {
        const note = `**Extraction hints:**\n${text(size)}`;
        const parsed = parseNote('inbox/queue/note.md', note, builtinSchema.relationFields);
        const before = process.cpuUsage();
        hintsOf(parsed, note, builtinSchema.type('source'));
        const { user, system } = process.cpuUsage(before);
        return (user + system) / 1000;
      };
      // The best of three, in processor time: other programs may have the processor meanwhile.
      const best = (size: number) => Math.min(timed(size), timed(size), timed(size));
      const [small, large] = [best(100_000), best(1_000_000)];
      assert.ok(large < 200 + 40 * small, `${small} ms, ten times as long ${large} ms`);
      assert.ok(large < 6000, `${large} ms`);
    });
  }
});
