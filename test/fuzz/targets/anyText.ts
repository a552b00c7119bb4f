/** Texts of notes of every kind that is generated anywhere, among them pieces over and over and notes that were typed in. */
import fc from 'fast-check';
import { adversarial } from '../../support/adversarialTexts';
import { generatedFrontmatter } from '../../support/generatedFrontmatter';
import { generatedLinks, generatedMarkdown } from '../../support/generatedMarkdown';
import { strangeText } from '../../support/strangeTexts';

/** One to three pieces over and over, some thousand characters in all, so that what takes their square is noticed. */
const repeated = fc
  .tuple(
    fc.array(fc.constantFrom(...Object.keys(adversarial)), { minLength: 1, maxLength: 3 }),
    fc.integer({ min: 2, max: 3000 }),
    fc.constantFrom('', '---\n', '---\nrelated: ', '---\n- '),
    fc.constantFrom('', '\n---\n'),
  )
  .map(([pieces, times, before, behind]) => before + pieces.join('').repeat(times) + behind);

const made = fc.oneof(
  { weight: 6, arbitrary: strangeText },
  { weight: 3, arbitrary: generatedMarkdown },
  { weight: 2, arbitrary: generatedLinks },
  { weight: 3, arbitrary: generatedFrontmatter },
);

/** Something cut out, or put in, anywhere. */
const typed = fc
  .tuple(
    made,
    fc.array(fc.tuple(fc.nat(), fc.nat(20), fc.string({ unit: 'binary', maxLength: 4 })), {
      minLength: 1,
      maxLength: 3,
    }),
  )
  .map(([text, slips]) =>
    slips.reduce((before, [place, gone, put]) => {
      const at = place % (before.length + 1);
      return before.slice(0, at) + put + before.slice(at + gone);
    }, text),
  );

export const shortText = fc.oneof({ weight: 4, arbitrary: made }, typed);

export const anyText = fc.oneof({ weight: 200, arbitrary: shortText }, repeated);
