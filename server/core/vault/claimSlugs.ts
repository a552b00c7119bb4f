/** The slugs by which two claims are the same one: those of the file name, of the title and of the first heading. */
import { textOf } from '../text/frontmatter';
import type { Note } from '../text/parseNote';
import { nameOf, slugOf } from './names';
import { PREFIX_LENGTH } from './resolve';

export function claimSlugs(note: Note): string[] {
  const heading = note.headings[0];
  const names = [
    nameOf(note.path),
    textOf(note.frontmatter, 'title'),
    heading?.level === 1 ? heading.text : undefined,
  ];
  const slugs = names.map(name => (name === undefined ? '' : slugOf(name)));
  // Shorter names are too general to be one claim.
  return [...new Set(slugs)].filter(slug => slug.length >= PREFIX_LENGTH);
}
