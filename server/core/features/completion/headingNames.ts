/** How a link names the headings of a note so that it leads to each of them and to no other. */
import type { Heading } from '../../text/markdown';
import type { Note } from '../../text/parseNote';
import { headingsAt } from '../../vault/fragment';

/** A heading's own words without the marks that would end a link, or begin something else in it; may be empty. */
export function headingName({ text }: Heading): string {
  return text
    .replace(/[#|^\\[\]:`]|%%/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/**
 * What stands behind `#`: the heading's words, behind those of the headings above it where they stand twice. `null`
 * where no such path leads to it. `index` counts the note's headings.
 */
export function headingPath(note: Note, index: number): string | null {
  const heading = note.headings[index];
  if (heading === undefined || headingName(heading) === '') return null;
  const path: string[] = [];
  for (const at of [index, ...headingsAbove(note, index)]) {
    const each = note.headings[at];
    path.unshift(each === undefined ? '' : headingName(each));
    const fragment = path.join('#');
    if (headingsAt(note, fragment, 'wiki')?.at(-1) === index) return fragment;
  }
  return null;
}

/** Indexes of the headings whose sections hold this one, from the inside out. */
export function headingsAbove({ headings }: Note, index: number): number[] {
  const above: number[] = [];
  let level = headings[index]?.level ?? 0;
  for (let at = index - 1; at >= 0 && level > 1; at--) {
    const other = headings[at]?.level ?? 0;
    if (other >= level) continue;
    above.push(at);
    level = other;
  }
  return above;
}
