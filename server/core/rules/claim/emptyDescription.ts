/** A description that says what the title has said. */
import { fieldOf, textOf } from '../../text/frontmatter';
import { isGivenUp } from '../../vault/isGivenUp';
import { tellingWords } from '../../vault/likeness/tellingWords';
import type { Rule } from '../rule';
import { claimTitle } from './claimTitle';

/** Of the words that mean something, those that the title does not have. */
const MOST_NEW = 0.25;

export const emptyDescription: Rule = {
  code: 'claim/empty-description',
  severity: 'information',
  alone: true,
  summary: 'A description that only repeats the title.',
  docs:
    'Lists and previews show the description beside the title, and readers decide by both whether to open the note. One that says the same ' +
    'again is one chance less: say how much, where, since when, on what evidence. Reported where nearly every word that means something ' +
    'stands in the title already.',
  check({ note, type }) {
    const description = textOf(note.frontmatter, 'description');
    const value = fieldOf(note.frontmatter, 'description')?.values[0];
    if (type?.name !== 'claim' || description === undefined || value === undefined) return [];
    if (isGivenUp(note)) return [];
    const said = new Set(tellingWords(claimTitle(note).text));
    const words = [...new Set(tellingWords(description))];
    if (words.length < 2) return [];
    const added = words.filter(word => !said.has(word)).length;
    // A figure is something new whatever stands around it.
    if (added > words.length * MOST_NEW || words.some(word => /\d/u.test(word) && !said.has(word)))
      return [];
    return [
      {
        span: value.inner,
        message: 'This description repeats the title. Say what the title leaves out.',
      },
    ];
  },
  fix: () => [],
};
