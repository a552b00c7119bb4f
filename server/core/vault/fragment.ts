/** What the part of a link behind `#` names in a note: a heading, a heading below another, or a block. */
import type { Link } from '../text/links';
import type { Note } from '../text/parseNote';
import type { Span } from '../text/span';
import { foldName } from './names';

/** `null` where the note has no such heading or block. */
export function locate(note: Note, fragment: string | null, form: Link['form']): Span | null {
  if (fragment === null || fragment === '') return null;
  const block = blockAt(note, fragment);
  if (block !== null) return note.blocks[block]?.span ?? null;
  const last = headingsAt(note, fragment, form)?.at(-1);
  return last === undefined ? null : (note.headings[last]?.span ?? null);
}

/** Index of the block that `^id` names; `null` for any other fragment. */
export function blockAt(note: Note, fragment: string): number | null {
  if (!fragment.startsWith('^')) return null;
  return partsOf(note).blocks.get(fragment.slice(1).trim().toLowerCase()) ?? null;
}

/**
 * Indexes of the headings that `A#B` names, the outermost first: each stands in the section of the one before it. A
 * Markdown link may also name one heading by its anchor on the web.
 */
export function headingsAt(note: Note, fragment: string, form: Link['form']): number[] | null {
  const parts = fragment
    .split('#')
    .map(comparable)
    .filter(part => part !== '');
  if (parts.length === 0) return null;
  // Only six levels can stand within each other.
  const { headings } = partsOf(note);
  const places = parts.map(part => headings.get(part));
  const hopeless = parts.length > 6 || places.some(each => each === undefined);
  const found = hopeless ? null : chain(note, parts, 0, note.headings.length, { left: MOST_LOOKS });
  if (found !== null || form !== 'markdown') return found;
  const anchor = partsOf(note).anchors.get(fragment.toLowerCase());
  return anchor === undefined ? null : [anchor];
}

/** A note in which a heading comes again and again is not searched through for every link to it. */
const MOST_LOOKS = 1000;

function chain(
  note: Note,
  [first = '', ...rest]: readonly string[],
  from: number,
  to: number,
  looks: { left: number },
): number[] | null {
  const places = partsOf(note).headings.get(first) ?? [];
  for (let index = firstFrom(places, from); index < places.length; index++) {
    if (looks.left-- <= 0) return null;
    const at = places[index] ?? to;
    if (at >= to) return null;
    if (rest.length === 0) return [at];
    const below = chain(note, rest, at + 1, sectionEnd(note, at), looks);
    if (below !== null) return [at, ...below];
  }
  return null;
}

/** Index of the first number in a rising list that is at least `from`. */
function firstFrom(numbers: readonly number[], from: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What links may name in a note, each with its index; of several of one name the first, of headings all. */
interface Parts {
  readonly headings: ReadonlyMap<string, readonly number[]>;
  readonly anchors: ReadonlyMap<string, number>;
  /** By the heading's index. */
  readonly anchorNames: readonly string[];
  readonly blocks: ReadonlyMap<string, number>;
}

/** A note with many headings may have many links to them. */
const known = new WeakMap<Note, Parts>();

function partsOf(note: Note): Parts {
  const cached = known.get(note);
  if (cached !== undefined) return cached;
  const headings = new Map<string, number[]>();
  note.headings.forEach(({ text }, index) => {
    const key = comparable(text);
    const indexes = headings.get(key);
    if (indexes === undefined) headings.set(key, [index]);
    else indexes.push(index);
  });
  const blocks = firstIndexes(note.blocks.map(({ id }) => id.toLowerCase()));
  const anchorNames = anchors(note);
  const parts = { headings, anchors: firstIndexes(anchorNames), anchorNames, blocks };
  known.set(note, parts);
  return parts;
}

function firstIndexes(names: readonly string[]): Map<string, number> {
  const indexes = new Map<string, number>();
  for (const [index, name] of names.entries()) if (!indexes.has(name)) indexes.set(name, index);
  return indexes;
}

/** Index of the first heading behind the section of a heading. */
export function sectionEnd({ headings }: Note, index: number): number {
  const level = headings[index]?.level ?? 0;
  let end = index + 1;
  for (; end < headings.length; end++) if ((headings[end]?.level ?? 0) <= level) break;
  return end;
}

/** Links leave out the marks that would end them, so headings are compared without. */
function comparable(heading: string): string {
  return foldName(heading.replace(/[#|^\\[\]:*_`]/gu, ' '));
}

/** The anchor of one heading, by its index; looked up where `anchors` makes them all. */
export function anchorAt(note: Note, index: number): string | null {
  return partsOf(note).anchorNames[index] ?? null;
}

/** The anchors that GitHub gives the headings of a note: one that is taken gets a number. */
export function anchors({ headings }: Note): string[] {
  const used = new Map<string, number>();
  return headings.map(({ text }) => {
    const anchor = anchorOf(text);
    let times = used.get(anchor) ?? 0;
    let made = times === 0 ? anchor : `${anchor}-${times}`;
    while (used.has(made)) made = `${anchor}-${++times}`;
    used.set(anchor, times + 1);
    if (made !== anchor) used.set(made, 1);
    return made;
  });
}

/** As GitHub writes what is shown of it: in lower case, without punctuation, each blank a hyphen. */
function anchorOf(heading: string): string {
  return heading
    .replace(/!?\[([^[\]]*)\]\([^()]*\)/gu, '$1')
    .replace(/&(?:amp|lt|gt|quot|#\d+);/gu, '')
    .replace(/(?<![\p{L}\p{N}_])_+|(?<!_)_+(?![\p{L}\p{N}_])/gu, '')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
    .replace(/\s/gu, '-');
}
