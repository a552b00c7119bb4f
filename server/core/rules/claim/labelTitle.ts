/** A claim whose title names a topic instead of saying something. */

import { isGivenUp } from '../../vault/isGivenUp';
import type { Rule } from '../rule';
import { claimTitle } from './claimTitle';
import { labelFault } from './labelFault';

export const labelTitle: Rule = {
  code: 'claim/label-title',
  severity: 'information',
  alone: true,
  summary: 'A claim whose title is a label or a question, and no sentence.',
  docs:
    'The title of a claim is the claim: a full sentence that somebody can agree or disagree with, and that other notes can use in a sentence of ' +
    'their own, as with the declarative titles of evergreen notes and of the Zettelkasten. The test: “This note argues that” and the title make a ' +
    'sentence. “Junction safety” does not pass, “most crashes happen at junctions” does. Only short titles without any word that could be a verb, ' +
    'questions, and openings such as “Overview of” are reported, and of other languages than English only questions with their mark.',
  check({ note, type }) {
    if (type?.name !== 'claim' || isGivenUp(note)) return [];
    const { text, span } = claimTitle(note);
    const message = labelFault(text);
    return message === null ? [] : [{ span, message }];
  },
  fix: () => [],
};
