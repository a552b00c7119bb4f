/** Where a note stands: what others that rest on it, or are challenged by it, are told of it. */
import { fieldOf } from '../text/frontmatter';
import type { Note } from '../text/parseNote';
import { isGivenUp } from './isGivenUp';
import { displayTitle } from './noteNames';

const FIELDS = [
  ...['type', 'status', 'confidence', 'level', 'outcome', 'created', 'revised'],
  ...['promoted_date', 'demoted_date'],
];

export function sameStanding(a: Note | null, b: Note | null): boolean {
  if (a === null || b === null) return a === b;
  if (displayTitle(a) !== displayTitle(b) || isGivenUp(a) !== isGivenUp(b)) return false;
  return FIELDS.every(name => said(a, name) === said(b, name));
}

function said({ frontmatter }: Note, name: string): string {
  const field = fieldOf(frontmatter, name);
  return field === undefined
    ? ''
    : JSON.stringify([field.kind, ...field.values.map(({ text }) => text)]);
}
