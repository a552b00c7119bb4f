/** Whether a note whose titles, headings or block ids are rewritten still has the same parts, and reads as it is meant. */
import { type Note, parseNote } from '../../text/parseNote';

const NO_FIELDS: ReadonlySet<string> = new Set();

/** Why the new text cannot be, as a sentence; `null` where it can. `reads` is what the heading of that index must say. */
export function shapeFault(
  note: Note,
  text: string,
  reads: { readonly index: number; readonly name: string } | null = null,
): string | null {
  const after = parseNote(note.path, text, NO_FIELDS);
  if (after.fault !== null && note.fault === null)
    return 'The front matter could not be read then.';
  const kept =
    after.headings.length === note.headings.length &&
    after.blocks.length === note.blocks.length &&
    after.headings.every((heading, at) => heading.level === note.headings[at]?.level) &&
    (note.frontmatter === null || after.frontmatter !== null);
  if (kept && (reads === null || after.headings[reads.index]?.text === reads.name)) return null;
  return 'A heading cannot be written so: Markdown would read something else.';
}
