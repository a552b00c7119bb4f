/** What two claims that are the same one have in common: the words of the file name, the title or the first heading. */
import { textOf } from '../text/frontmatter';
import type { Note } from '../text/parseNote';
import { isGivenUp } from './isGivenUp';
import { fingerprint } from './likeness/fingerprint';
import type { Said } from './likeness/said';
import { nameOf, slugOf } from './names';
import { PREFIX_LENGTH } from './resolve';
import { plainWords } from './search/pieces';
import { tellingMarks } from './tellingMarks';

/** Longer than any claim. */
const LENGTH = 1000;
/** What says less, as “to be written” does, may stand in any claim. */
const LEAST_DESCRIPTION = 40;

/** What a claim is called in one state of it, and what it says. */
export interface Called {
  /** Other claims with one of these are the same. */
  readonly keys: readonly string[];
  readonly said: Said;
}

/** `null` for a claim that was given up, which others may well repeat. */
export function calledBy(note: Note): Called | null {
  const names = claimNames(note);
  if (names.length === 0) return null;
  return { keys: keysOf(names), said: { names, description: describedBy(note) } };
}

/** None for a claim that was given up. */
export function claimKeys(note: Note): string[] {
  return keysOf(claimNames(note));
}

function keysOf(names: readonly string[]): string[] {
  // A file name cannot hold every mark, so of names with the same words the title tells.
  const marks = new Map<string, string>();
  for (const name of names) {
    const slug = quickSlug(name);
    // Shorter names are too general to be one claim.
    if (slug.length >= PREFIX_LENGTH) marks.set(slug, tellingMarks(name));
  }
  return Array.from(marks, ([slug, telling]) => fingerprint(`${slug}\0${telling}`));
}

/** What `slugOf` says. */
function quickSlug(text: string): string {
  return plainWords(text)?.join('-') ?? slugOf(text);
}

function describedBy({ frontmatter }: Note): string | null {
  const description = quickSlug((textOf(frontmatter, 'description') ?? '').slice(0, LENGTH));
  return description.length < LEAST_DESCRIPTION ? null : fingerprint(description);
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
  return Array.from(new Set(names), name => {
    const cut = name.slice(0, LENGTH);
    return cut.includes('*') ? cut.replace(/(\*{1,3})(?=\S)([^*]+)\1/gu, '$2') : cut;
  });
}
