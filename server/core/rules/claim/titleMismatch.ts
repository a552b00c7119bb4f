/** A claim that says one thing as its title, heading or file name, and another thing as another of them. */
import { fieldOf, textOf } from '../../text/frontmatter';
import type { Span } from '../../text/span';
import { holdOpposites } from '../../vault/contradicts';
import { fileNameOf, PORTABLE_BYTES, shortName } from '../../vault/fileName';
import { isGivenUp } from '../../vault/isGivenUp';
import { tellingWords } from '../../vault/likeness/tellingWords';
import { folderOf, foldName, nameOf, slugOf } from '../../vault/names';
import { shortened } from '../link/shortened';
import type { Fix, FixPlace, Place, Rule } from '../rule';

export const titleMismatch: Rule = {
  code: 'claim/title-mismatch',
  severity: 'information',
  alone: true,
  summary: 'A claim whose title, first heading and file name do not say the same.',
  docs:
    'The title is the handle by which other notes take hold of a claim. Where the heading was sharpened and the file name was not, links go on ' +
    'saying what the claim no longer says, and nobody knows which of the two is meant. Slugs and sentences agree, and so do a name cut short, one ' +
    'that leaves words out, a long one with a word or two put otherwise, and one with a date in front. Rename the note (F2) and all three go together, with every link.',
  check(place) {
    const { note, type } = place;
    if (type?.name !== 'claim' || isGivenUp(note)) return [];
    return disagreeing(place).map(({ span, what, other }) => ({
      span,
      message: `This ${what} says something other than the ${other.what}, “${shortened(other.text)}”.`,
    }));
  },
  fix(place, finding) {
    const found = disagreeing(place).find(({ span }) => span.start === finding.span.start);
    if (found === undefined) return [];
    const { other } = found;
    return other.what === 'file name' ? fileFixes(place, found.text) : [];
  },
};

/** So many letters of a word say which word it is. */
const ROOT = 6;
/** Of so many words that tell … */
const LONG = 10;
/** … this share may be others. */
const MOST_REWORDED = 0.2;
/** Longer than any claim. */
const LONGEST = 1000;

interface Saying {
  readonly what: 'file name' | 'title' | 'first heading';
  readonly text: string;
}

interface Disagreeing extends Saying {
  readonly span: Span;
  readonly other: Saying;
}

/** The title or the heading, each with a saying that it disagrees with; one finding tells enough of the file name. */
function disagreeing({ path, note }: Place): Disagreeing[] {
  const file: Saying = { what: 'file name', text: nameOf(path) };
  const [heading] = note.headings;
  const title = textOf(note.frontmatter, 'title');
  const value = fieldOf(note.frontmatter, 'title')?.values[0];
  const field =
    title === undefined || value === undefined
      ? null
      : { what: 'title' as const, text: title, span: value.inner };
  const first =
    heading?.level === 1 && heading.text !== ''
      ? { what: 'first heading' as const, text: heading.text, span: heading.content }
      : null;
  const found: Disagreeing[] = [];
  if (first !== null && field !== null && !agree(first.text, field.text))
    found.push({ ...first, other: field });
  const shown = field ?? first;
  if (shown !== null && !agree(shown.text, file.text)) found.push({ ...shown, other: file });
  return found;
}

/** Whether the shorter has no word that the longer lacks, as a name may be cut, or leave words out, but not a “not”. */
function agree(a: string, b: string): boolean {
  const [left, right] = [wordsThatTell(a), wordsThatTell(b)];
  const [short, long] = left.said.size <= right.said.size ? [left, right] : [right, left];
  if (short.said.size === 0) return true;
  for (const word of short.said)
    if (short.denied.has(word) !== long.denied.has(word) && long.said.has(word)) return false;
  const joined = [...long.said].join('');
  // A slug may part what the title writes as one word, and the last word of a name may be cut.
  const missing = [...short.said].filter(
    word => !long.said.has(word) && !joined.includes(word.slice(0, ROOT)),
  );
  if (missing.length === 0) return true;
  // A long sentence reworded in a place or two still says the same, unless it is there that it turned.
  return (
    short.said.size >= LONG &&
    missing.length <= short.said.size * MOST_REWORDED &&
    !missing.some(word => /\d/u.test(word)) &&
    !holdOpposites(wordsNotIn(b, a), wordsNotIn(a, b))
  );
}

/** Words of `only` that `other` does not have, as they are written. */
function wordsNotIn(other: string, only: string): string[] {
  const known = new Set(slugOf(other.slice(0, LONGEST)).split('-'));
  return slugOf(only.slice(0, LONGEST))
    .split('-')
    .filter(word => !known.has(word));
}

/** The words of a name, and those of them that stand behind a “not”. A date in front of a file name is none. */
function wordsThatTell(name: string): { said: Set<string>; denied: Set<string> } {
  const dateless = name.slice(0, LONGEST).replace(/^\d{4}-\d\d(?:-\d\d)?[-_ ]*/u, '');
  const slug = slugOf(dateless);
  const denied = slug.match(/(?<=(?:^|-)(?:not|no|never|cannot)-)[^-]+/gu) ?? [];
  return { said: new Set(tellingWords(slug)), denied: new Set(tellingWords(denied.join(' '))) };
}

/** The file by the title, in the form that its name has now. */
function fileFixes({ vault, path }: FixPlace, title: string): Fix[] {
  const folder = folderOf(path);
  const name = nameOf(path);
  const whole = name.includes(' ') ? fileNameOf(title) : slugOf(title);
  const short = shortName(whole, PORTABLE_BYTES);
  if (short === '' || short === name || vault.notesNamed(foldName(short)).length > 0) return [];
  const to = `${folder === '' ? '' : `${folder}/`}${short}.md`;
  return [
    {
      title: `Rename the file to “${shortened(short)}”`,
      safe: false,
      edits: [],
      rename: { to, title },
    },
  ];
}
