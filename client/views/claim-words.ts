/** The words in which the claim's tree says what notes are, and how they stand. */
import type { ClaimNote, ClaimSectionName, ClaimStanding } from '../../server/lsp/protocol';
import { counted, inLine, joined } from './inbox-words';
import { isNotePath } from './note-path';

export const sectionTitles: Readonly<Record<ClaimSectionName, string>> = {
  'rests-on': 'Rests On',
  supports: 'Supports',
  'challenged-by': 'Challenged By',
  challenges: 'Challenges',
  'replaced-by': 'Replaced By',
  replaces: 'Replaces',
  related: 'Related',
  sources: 'Sources',
  'linked-from': 'Linked From',
};

/** By which menus know what can be done with it: a picture, say, has no argument around it. */
export function contextOf({ path, link }: ClaimNote): string {
  return `${isNotePath(path) ? 'note' : 'file'}${link === null ? '' : ' link'}`;
}

/** Confidence and type in small letters; of a claim the type goes without saying. */
export function factsOf({ confidence, type, givenUp }: ClaimNote): string {
  const word = confidence === null ? null : inLine(confidence.word);
  return joined(
    [givenUp && 'given up', word, type === 'claim' && word !== null ? null : type],
    ' · ',
  );
}

/** The same for those who only hear it. */
export function spokenFacts({ confidence, type, challenged, givenUp }: ClaimNote): string {
  return joined(
    [
      type ?? 'note',
      givenUp && 'given up',
      confidence !== null && `confidence ${inLine(confidence.word)}`,
      challenged > 0 && `challenged by ${counted(challenged, 'note')}`,
    ],
    ', ',
  );
}

const DONE = {
  evaluated: 'Evaluated',
  revised: 'Revised',
  created: 'Written',
  published: 'Published',
} as const;

/** As `Evaluated 3 months ago`; the bare date where it is none of the calendar. */
export function datedText({ what, date, age }: NonNullable<ClaimStanding['dated']>): string {
  if (age === null) return `${DONE[what]} ${date}`;
  const { unit, count } = age;
  if (count < 0) return `${DONE[what]} in ${counted(-count, unit)}`;
  if (count === 0) return `${DONE[what]} ${unit === 'day' ? 'today' : `this ${unit}`}`;
  return `${DONE[what]} ${counted(count, unit)} ago`;
}

export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
