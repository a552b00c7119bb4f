/** Which headings or which block of a note a link names, and how to name them again when their texts changed. */
import type { Link } from '../text/links';
import type { Note } from '../text/parseNote';
import { anchorAt, blockAt, headingsAt, sectionEnd } from './fragment';

export interface FragmentPlace {
  /** Index of the block; else `null`. */
  readonly block: number | null;
  /** Indexes of the headings, the outermost first. */
  readonly headings: readonly number[];
  /** What each of them is called in links, to see later whether it changed. */
  readonly names: readonly string[];
  /** Whether the link names the heading by its anchor on the web. */
  readonly anchor: boolean;
}

/** `null` where the link has no fragment, or one that names nothing in the note. */
export function fragmentPlace(note: Note, { target, form }: Link): FragmentPlace | null {
  const { fragment } = target;
  if (fragment === null || fragment === '') return null;
  const block = blockAt(note, fragment);
  if (block !== null) return { block, headings: [], names: [], anchor: false };
  const headings = headingsAt(note, fragment, form);
  if (headings === null) return null;
  // Of one small word the heading and its anchor may be the same; a Markdown link means the anchor.
  const anchor =
    form === 'markdown' &&
    (headingsAt(note, fragment, 'wiki') === null ||
      anchorAt(note, headings.at(-1) ?? 0) === fragment);
  return { block, headings, names: headings.map(each => headingName(note, each)), anchor };
}

/**
 * The fragment that names the same place in the note as it is now, as it was written wherever that still does; `null`
 * where none does. The note has as many headings and blocks as before.
 */
export function fragmentFor(note: Note, place: FragmentPlace, link: Link): string | null {
  const { block, headings, names, anchor } = place;
  const fragment = link.target.fragment ?? '';
  if (block !== null) {
    const id = note.blocks[block]?.id;
    if (id === undefined) return null;
    return blockAt(note, fragment) === block ? fragment : `^${id}`;
  }
  const last = headings.at(-1);
  if (last === undefined) return null;
  const leads = (each: string) => headingsAt(note, each, link.form)?.at(-1) === last;
  // A heading of marks alone has no anchor.
  const made = anchor
    ? [fragment, anchorAt(note, last) ?? ''].find(each => each !== '' && leads(each))
    : undefined;
  if (made !== undefined) return made;
  const now = headings.map(each => headingName(note, each));
  const changed = now.some((name, index) => name !== names[index]);
  if (!changed && leads(fragment)) return fragment;
  // A heading of the same text above is told apart by the headings around.
  const around = [...ancestors(note, last), last].map(each => headingName(note, each));
  const longer = around.map((_, index) => around.slice(index).join('#')).reverse();
  return [now.join('#'), ...longer].find(leads) ?? null;
}

/** A heading as links write it: without the marks that would end one. */
function headingName({ headings }: Note, index: number): string {
  const { text = '' } = headings[index] ?? {};
  return text
    .replace(/[#|^\\[\]:]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Headings in whose sections one stands, the outermost first. */
function ancestors(note: Note, index: number): number[] {
  const found: number[] = [];
  for (let at = 0; at < index; at++) if (sectionEnd(note, at) > index) found.push(at);
  return found;
}
