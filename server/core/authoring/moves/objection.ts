/** Adds an objection to what a note says of itself: a bullet in its Challenges, which are made where it has none. */
import { lineEndOf } from '../../rules/frontmatter/frontmatterText';
import { bodyTemplate } from '../../schema/bodyTemplate';
import type { NoteType } from '../../schema/NoteType';
import { type Note, parseNote } from '../../text/parseNote';
import { applyEdits, type TextEdit } from '../../text/span';
import type { Author, Authored, RefusedMove } from './Author';
import { type BodyLine, bodyLines, bulletOf, closingAt, lastWritten } from './bodyLines';
import type { Move } from './Move';
import { isRefusedMove, noteOf } from './noteOf';
import { oneLine } from './oneLine';

const CHALLENGES =
  /^(?:challenges?(?: considered| and limitations)?|counter-?(?:evidence|arguments?)|objections?)$/iu;

export function objection(
  author: Author,
  move: Extract<Move, { readonly kind: 'objection' }>,
): Authored | RefusedMove {
  const found = noteOf(author);
  if (isRefusedMove(found)) return found;
  const { note, text, type } = found;
  const said = oneLine(move.text);
  if (said === '') return { refused: 'An objection needs words.' };
  const heading = type === undefined ? null : challengesHeading(type);
  if (heading === null)
    return { refused: 'Only claims and beliefs have a section for challenges.' };
  const edit = added(note, text, heading, said);
  const at = edit.span.start + edit.newText.lastIndexOf(said) + said.length;
  const after = parseNote(note.path, applyEdits(text, [edit]), new Set());
  if (after.code.some(({ start, end }) => start < at && at <= end))
    return { refused: 'A block of code in the note has no end, so nothing can stand below it.' };
  return {
    edit: { edits: new Map([[note.path, [edit]]]), creates: [], renames: [] },
    label: 'Add an objection',
    open: { path: note.path, selection: { start: at, end: at } },
  };
}

/** What such a section is called in notes of the type; `null` where they have none. */
function challengesHeading(type: NoteType): string | null {
  for (const [first] of bodyTemplate(type)) {
    const heading = typeof first === 'string' ? /^## (.*)/u.exec(first)?.[1] : undefined;
    if (heading !== undefined && CHALLENGES.test(heading)) return heading;
  }
  return null;
}

function added(note: Note, text: string, heading: string, said: string): TextEdit {
  const lines = bodyLines(note, text);
  const end = lineEndOf(text);
  const closing = closingAt(lines);
  const section = sectionIn(note, lines, closing);
  const last = lastWritten(lines, section?.end ?? closing);
  const line = lines[last];
  const bullet = bulletOf(lines, last);
  const entry = `${bullet ?? '-'} ${said}`;
  const whole = section === null ? `## ${heading}${end}- ${said}` : entry;
  if (line === undefined) {
    const before = text.endsWith('\n') || text === '' ? '' : end;
    return insertion(text.length, `${before}${end}${whole}${end}`);
  }
  // Below its heading, and below other bullets, an entry needs no blank line.
  const close = section !== null && (last === section.start || bullet !== null);
  const next = lines[last + 1];
  const apart = next !== undefined && next.text.trim() !== '' ? end : '';
  return insertion(line.end, `${close ? end : end + end}${whole}${apart}`);
}

/** Line indexes: of its heading, and of what comes behind it. */
function sectionIn(
  note: Note,
  lines: readonly BodyLine[],
  closing: number,
): { start: number; end: number } | null {
  const heading = note.headings.find(({ level, text }) => level > 1 && CHALLENGES.test(text));
  if (heading === undefined) return null;
  const next = note.headings.find(({ span }) => span.start > heading.span.start);
  const start = lines.findLastIndex(each => each.start < heading.span.end);
  const until = lines.findIndex(each => each.start >= (next?.span.start ?? Infinity));
  const end = until < 0 ? lines.length : until;
  return { start, end: closing > start ? Math.min(end, closing) : end };
}

function insertion(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText };
}
