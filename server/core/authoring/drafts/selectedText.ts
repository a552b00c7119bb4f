/** What an author selected of a note to quote it: the front matter is no part of what the note says. */
import type { Note } from '../../text/parseNote';
import type { Span } from '../../text/span';

/** `null` where nothing is selected that can be quoted. */
export function selectedText(
  { note, text }: { readonly note: Note; readonly text: string },
  selection: Span | null,
): string | null {
  if (selection === null) return null;
  const start = Math.max(selection.start, note.frontmatter?.block.end ?? 0);
  const selected = text.slice(start, selection.end);
  return selected.trim() === '' ? null : selected;
}
