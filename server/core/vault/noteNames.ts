/** The names by which a note can be meant, and the slugs under which names and mentions meet. */
import { type Field, type Frontmatter, fieldOf, type Value } from '../text/frontmatter';
import type { Link } from '../text/links';
import type { Note } from '../text/parseNote';
import {
  baseOf,
  foldName,
  isNotePath,
  nameOf,
  slugOf,
  withoutExtension,
  withSlashes,
} from './names';

/** Titles other than the file name: `title`, `name`, a first heading of level one, and `aliases`. */
export function titlesOf({ frontmatter, headings }: Note): string[] {
  const titles: string[] = [];
  addTexts(titles, frontmatter, 'title');
  addTexts(titles, frontmatter, 'name');
  const [heading] = headings;
  if (heading?.level === 1 && heading.text !== '') titles.push(heading.text);
  addTexts(titles, frontmatter, 'aliases');
  addTexts(titles, frontmatter, 'alias');
  return distinct(titles);
}

function addTexts(titles: string[], frontmatter: Frontmatter | null, name: string): void {
  const field = fieldOf(frontmatter, name);
  if (field === undefined || field.kind === 'map') return;
  for (const { data, text } of field.values) {
    const title = data === null ? '' : text.trim();
    if (title !== '') titles.push(title);
  }
}

/** Nearly all notes have two or three names. */
function distinct(names: string[]): string[] {
  return names.length > FEW
    ? [...new Set(names)]
    : names.filter((name, at) => names.indexOf(name) === at);
}

const FEW = 8;

/** What a reader would call the note. */
export function displayTitle(note: Note): string {
  const name = nameOf(note.path);
  // A sentence as file name is the title; a slug stands for the title inside.
  if (name.includes(' ')) return name;
  return firstTitle(note) ?? name;
}

/** Most notes have a title in their front matter, and then nothing else of them need be read. */
function firstTitle(note: Note): string | undefined {
  const titles: string[] = [];
  addTexts(titles, note.frontmatter, 'title');
  return titles[0] ?? titlesOf(note)[0];
}

/** Slugs of the file name and the titles. */
export function nameSlugs(path: string, titles: readonly string[]): string[] {
  const base = isNotePath(path) ? nameOf(path) : baseOf(path);
  return distinct([base, ...titles].map(slugKey));
}

/** Slugs under which a link's target is looked up: one, or two where it ends like a file name. */
export function mentionSlugs(link: Link): string[] {
  const base = baseOf(withSlashes(link.target.written));
  if (base === '') return [];
  const name = withoutExtension(base);
  return name.length === base.length ? [slugKey(base)] : [slugKey(name), slugKey(base)];
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
