/** Copied text as the section of a source: it is read as what others said, and never speaks for the note. */

import type { NoteType } from '../../schema/NoteType';
import { parseNote } from '../../text/parseNote';
import { applyEdits, type TextEdit } from '../../text/span';
import { hintsOf } from '../hints/hintsOf';

/** Control characters besides tabs and line ends show nothing and may steer a terminal. */
const INVISIBLE = /[^\P{Cc}\t\n]/gu;
/** Taking away the marks of some links lets others be seen. */
const ROUNDS = 3;
const ABOVE = '## Above\n\n';
const BELOW = '\n\n## Below\n\n[[below]]\n';

/** Line ends become `\n`, blank lines around the text go. Empty where nothing is left. `source` is the note's type. */
export function copiedText(written: string, source: NoteType): string {
  const text = written
    .replace(/^\uFEFF/u, '')
    .replace(/\r\n?/gu, '\n')
    .replace(INVISIBLE, '')
    .replace(/^(?:[ \t]*\n)+/u, '')
    .trimEnd();
  if (text === '') return text;
  let escaped = text;
  for (let round = 0; round < ROUNDS; round++) {
    const edits = escapes(escaped);
    if (edits === null) break;
    if (edits.length === 0) {
      if (hintsOf(noteWith(escaped), inNote(escaped), source).length > 0) break;
      return escaped;
    }
    escaped = applyEdits(escaped, edits);
  }
  return fenced(text);
}

/**
 * Backslashes by which its headings and its links to notes are words; `null` where something in it has no end, which
 * would swallow the sections below.
 */
function escapes(text: string): TextEdit[] | null {
  const whole = inNote(text);
  const { headings, links } = noteWith(text);
  const end = ABOVE.length + text.length;
  const below = end + BELOW.indexOf('#');
  if (!headings.some(({ span }) => span.start === below)) return null;
  if (!links.some(({ span }) => span.start > below)) return null;
  const places = [
    ...headings
      .filter(({ span }) => span.start >= ABOVE.length && span.start < end)
      .map(({ span }) => markOf(whole, span.start, span.end)),
    ...links
      .filter(({ span }) => span.start >= ABOVE.length && span.start < end)
      .map(({ span }) => whole.indexOf('[', span.start)),
  ];
  return [...new Set(places)]
    .sort((a, b) => a - b)
    .map(at => ({
      span: { start: at - ABOVE.length, end: at - ABOVE.length },
      newText: '\\',
    }));
}

/** Of a heading: where its `#` begin, or the line below it. */
function markOf(text: string, start: number, end: number): number {
  const line = text.slice(start, end);
  const opening = /^[^#\n]*?(?=#)/u.exec(line)?.[0];
  const isHashed = opening !== undefined && /^[\s>*+\d.)-]*$/u.test(opening);
  if (isHashed) return start + opening.length;
  const last = line.trimEnd().lastIndexOf('\n') + 1;
  return start + last + (/^[\s>]*/u.exec(line.slice(last))?.[0].length ?? 0);
}

function inNote(text: string): string {
  return ABOVE + text + BELOW;
}

function noteWith(text: string) {
  return parseNote('', inNote(text), new Set());
}

/** Code says nothing of the note, and what has no end in it cannot swallow what stands below. */
function fenced(text: string): string {
  const longest = (text.match(/`{3,}/gu) ?? []).reduce(
    (most, each) => Math.max(most, each.length),
    2,
  );
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}
