/** The names by which a note can be meant, and the slugs under which names and mentions meet. */
import { type Field, type Frontmatter, fieldOf, type Value } from '../text/frontmatter';
import type { Link } from '../text/links';
import type { Note } from '../text/parseNote';
import { baseOf, foldName, isNotePath, nameOf, slugOf, withoutExtension } from './names';

const TITLE_FIELDS = ['title', 'name'];
const ALIAS_FIELDS = ['aliases', 'alias'];

/** Titles other than the file name: `title`, `name`, a first heading of level one, and `aliases`. */
export function titlesOf(note: Note): string[] {
  const [heading] = note.headings;
  const titles = new Set([
    ...textsIn(note, TITLE_FIELDS),
    ...(heading?.level === 1 ? [heading.text] : []),
    ...textsIn(note, ALIAS_FIELDS),
  ]);
  titles.delete('');
  return [...titles];
}

function textsIn({ frontmatter }: Note, fields: readonly string[]): string[] {
  return fields.flatMap(name => {
    const field = fieldOf(frontmatter, name);
    if (field === undefined || field.kind === 'map') return [];
    return field.values.flatMap(value => (value.data === null ? [] : [value.text.trim()]));
  });
}

/** What a reader would call the note. */
export function displayTitle(note: Note): string {
  const name = nameOf(note.path);
  // A sentence as file name is the title; a slug stands for the title inside.
  if (name.includes(' ')) return name;
  return titlesOf(note)[0] ?? name;
}

/** Slugs of the file name and the titles. */
export function nameSlugs(path: string, titles: readonly string[]): string[] {
  const base = isNotePath(path) ? nameOf(path) : baseOf(path);
  return [...new Set([base, ...titles].map(slugKey))];
}

/** Slugs under which a link's target is looked up: one, or two where it ends like a file name. */
export function mentionSlugs(link: Link): string[] {
  const base = baseOf(link.target.written.replace(/\\/gu, '/'));
  if (base === '') return [];
  const slugs = [slugKey(withoutExtension(base))];
  if (isNotePath(base)) slugs.push(slugKey(base));
  return slugs;
}

/** A slug, or for a name without letters and digits the name itself. */
function slugKey(name: string): string {
  const slug = slugOf(name);
  return slug === '' ? `\0${foldName(name)}` : slug;
}

export function sameFrontmatter(a: Frontmatter | null, b: Frontmatter | null): boolean {
  if (a === null || b === null) return a === b;
  return sameItems(a.fields, b.fields, sameField);
}

function sameField(a: Field, b: Field): boolean {
  return a.name === b.name && a.kind === b.kind && sameItems(a.values, b.values, sameValue);
}

/** `null` and `"null"` have the same text. */
function sameValue(a: Value, b: Value): boolean {
  const [nullA, nullB] = [a.data === null, b.data === null];
  return a.text === b.text && nullA === nullB && a.under === b.under;
}

function sameItems<T>(a: readonly T[], b: readonly T[], same: (a: T, b: T) => boolean): boolean {
  if (a.length !== b.length) return false;
  return a.every((each, index) => {
    const other = b[index];
    return other !== undefined && same(each, other);
  });
}
