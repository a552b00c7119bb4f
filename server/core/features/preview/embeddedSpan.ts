/** Which part of a note an embed of it shows. */
import type { Note } from '../../text/parseNote';
import { type Span, span } from '../../text/span';
import { blockAt, headingsAt } from '../../vault/fragment';
import { sectionsOf } from '../navigation/sections';

const BLOCK_ID = /(?<![ \t])[ \t]*\^[A-Za-z0-9-]+[ \t]*\r?$/u;

/** The whole body, a section with its heading, or a block without its id; `null` where the note has no such place. */
export function embeddedSpan(note: Note, text: string, fragment: string | null): Span | null {
  if (fragment === null || fragment === '') return span(note.body, text.length);
  const block = blockAt(note, fragment);
  if (block !== null) {
    const { start, end } = note.blocks[block]?.span ?? span(0, 0);
    const id = BLOCK_ID.exec(text.slice(start, end))?.[0] ?? '';
    return span(start, end - id.length);
  }
  const heading = headingsAt(note, fragment, 'wiki')?.at(-1);
  if (heading === undefined) return null;
  return sectionsOf(note.headings, text.length)[heading] ?? null;
}
