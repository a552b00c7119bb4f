/** The id that a preview gives the place a link names: of a heading its slug, of a block its name. */
import type { Note } from '../../text/parseNote';
import { anchors, blockAt, headingsAt } from '../../vault/fragment';
import { encoded } from './encodedPath';

const WIKI_LINK = /\[\[([^[\]|]*)(?:\|([^[\]]*))?\]\]/gu;

/** Percent-encoded, without `#`; `null` where the note has no such place. */
export function previewAnchor(note: Note, fragment: string): string | null {
  const block = blockAt(note, fragment);
  if (block !== null) return encoded(`^${note.blocks[block]?.id ?? ''}`);
  const heading = headingsAt(note, fragment, 'wiki')?.at(-1);
  if (heading === undefined) return null;
  return encoded(shownAnchors(note)[heading] ?? '');
}

/** A note with many headings may have many links to them. */
const known = new WeakMap<Note, readonly string[]>();

/** By the heading's index. Slugs are made of what is shown. */
function shownAnchors(note: Note): readonly string[] {
  const cached = known.get(note);
  if (cached !== undefined) return cached;
  const headings = note.headings.map(each => ({
    ...each,
    text: each.text.replace(WIKI_LINK, (_, target: string, alias?: string) => alias ?? target),
  }));
  const shown = anchors({ ...note, headings });
  known.set(note, shown);
  return shown;
}
