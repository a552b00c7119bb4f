/** What two claims that are the same one have in common: the words of the file name, the title or the first heading. */
import { textOf } from '../text/frontmatter';
import type { Note } from '../text/parseNote';
import { isGivenUp } from './isGivenUp';
import type { Said } from './likeness/said';
import { nameOf, slugOf } from './names';
import { PREFIX_LENGTH } from './resolve';
import { tellingMarks } from './tellingMarks';

/** Longer than any claim. */
const LENGTH = 1000;
/** What says less, as “to be written” does, may stand in any claim. */
const LEAST_DESCRIPTION = 40;

/** None of a claim that was given up, which others may well repeat. */
export function claimKeys(note: Note): string[] {
  // A file name cannot hold every mark, so of names with the same words the title tells.
  const marks = new Map<string, string>();
  for (const name of claimNames(note)) {
    const slug = slugOf(name);
    // Shorter names are too general to be one claim.
    if (slug.length >= PREFIX_LENGTH) marks.set(slug, tellingMarks(name));
  }
  return [...marks].map(([slug, telling]) => `${slug}\0${telling}`);
}

/** What the claim says by its names and its description; `null` of one that was given up. */
export function saidBy(note: Note): Said | null {
  const names = claimNames(note);
  if (names.length === 0) return null;
  const description = slugOf((textOf(note.frontmatter, 'description') ?? '').slice(0, LENGTH));
  return { names, description: description.length < LEAST_DESCRIPTION ? null : description };
}

/** The file name, the first heading and the title, without emphasis; none of a claim that was given up. */
function claimNames(note: Note): string[] {
  if (isGivenUp(note)) return [];
  const { frontmatter, headings, path } = note;
  const [heading] = headings;
  const names = [
    nameOf(path),
    ...(heading?.level === 1 ? [heading.text] : []),
    textOf(frontmatter, 'title') ?? '',
  ];
  return names.map(name => name.slice(0, LENGTH).replace(/(\*{1,3})(?=\S)([^*]+)\1/gu, '$2'));
}
