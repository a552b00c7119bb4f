/** What two claims that are the same one have in common: the words of the file name, the title or the first heading. */
import { fieldOf, textOf } from '../text/frontmatter';
import type { Note } from '../text/parseNote';
import { nameOf, slugOf } from './names';
import { PREFIX_LENGTH } from './resolve';
import { tellingMarks } from './tellingMarks';

/** Longer than any claim. */
const LENGTH = 1000;

/** None of a claim that was given up, which others may well repeat. */
export function claimKeys(note: Note): string[] {
  const { frontmatter, headings, path } = note;
  const status = textOf(frontmatter, 'status')?.trim().toLowerCase();
  const successors = fieldOf(frontmatter, 'superseded_by')?.values ?? [];
  const isReplaced = successors.some(({ data }) => data !== null && data !== '');
  if (status === 'retired' || isReplaced) return [];
  const [heading] = headings;
  const names = [
    nameOf(path),
    heading?.level === 1 ? heading.text : undefined,
    textOf(frontmatter, 'title'),
  ];
  // A file name cannot hold every mark, so of names with the same words the title tells.
  const marks = new Map<string, string>();
  for (const name of names) {
    const said = name?.slice(0, LENGTH).replace(/(\*{1,3})(?=\S)([^*]+)\1/gu, '$2');
    const slug = said === undefined ? '' : slugOf(said);
    // Shorter names are too general to be one claim.
    if (said !== undefined && slug.length >= PREFIX_LENGTH) marks.set(slug, tellingMarks(said));
  }
  return [...marks].map(([slug, telling]) => `${slug}\0${telling}`);
}
