/** A claim whose title allows no exception. */
import { textOf } from '../../text/frontmatter';
import { isGivenUp } from '../../vault/isGivenUp';
import type { Rule } from '../rule';
import { claimTitle, spanIn } from './claimTitle';
import { universalIn } from './universalIn';

export const universalTitle: Rule = {
  code: 'claim/universal-title',
  severity: 'hint',
  alone: true,
  summary:
    'A claim whose title says “always”, “every”, “the only” and the like, so that one exception refutes it.',
  docs:
    'In argument mapping, a universal asks for the strongest evidence and falls with one counter-example; what the evidence shows is mostly ' +
    '“usually”, “in such places” or “more than”. Say where the claim holds, or how often. Only what the title itself asserts is looked at: not ' +
    'what stands behind “because”, “that” or “where”, in quotes, behind “not”, “nearly” or “may”, in phrases such as “all three”, or of ' +
    'what was counted in a certain year or trial. ' +
    'Claims with `confidence: proven` are left out.',
  check({ note, type }) {
    if (type?.name !== 'claim' || isGivenUp(note)) return [];
    if (textOf(note.frontmatter, 'confidence')?.trim() === 'proven') return [];
    const title = claimTitle(note);
    const found = universalIn(title.text);
    return found === null ? [] : [{ span: spanIn(title, found.span), message: found.message }];
  },
  fix: () => [],
};
