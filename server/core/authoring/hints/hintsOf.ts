/** Finds the extraction hints of one note. */
import type { NoteType } from '../../schema/NoteType';
import { unescaped } from '../../text/frontmatter';
import type { Note } from '../../text/parseNote';
import type { Span } from '../../text/span';
import { type Finding, LONGEST } from './Finding';
import type { Hint } from './Hint';
import { type Masked, masked } from './masked';
import { readSection } from './readSection';
import { musingSections, type Section, sourceSections } from './sections';
import { stated } from './stated';

/** What may stand between a hint and its answer. */
const MOST_CLOSING = 20;
const CLOSING = /^[\s"”’'*_`~.)\\]*$/u;
/** The mark of a quoted block in front of a line that goes on. */
const QUOTED_LINE = /\n[ \t]*(?:>[ \t]?)+/gu;

/** In the order of the text. `type` is what the note says it is; hints are in sources and musings. */
export function hintsOf(note: Note, text: string, type: NoteType | undefined): Hint[] {
  return sectionsOf(note, text, type).flatMap(section => {
    const part = masked(text, section.span);
    return readSection(section.kind, part.text).map(each => hintOf(text, section, part, each));
  });
}

function sectionsOf(note: Note, text: string, type: NoteType | undefined): Section[] {
  if (type?.name === 'source') return sourceSections(note, text);
  return type?.name === 'musing' ? musingSections(note, text) : [];
}

function hintOf(
  text: string,
  { style }: Section,
  part: Masked,
  { kind, span, tail }: Finding,
): Hint {
  const start = part.at(span.start);
  const end = part.at(span.end - 1) + 1;
  const around = part.struck[lastUpTo(part.struck, start)];
  const next = part.answers[lastUpTo(part.answers, end - 1) + 1];
  return {
    text: unescaped(text.slice(start, end), style).replace(QUOTED_LINE, '\n'),
    kind,
    ...stated(part.text.slice(tail.start, Math.min(tail.end, tail.start + LONGEST))),
    span: { start, end },
    dropped: around !== undefined && end <= around.end,
    answer: next !== undefined && isBehind(text, end, next.start) ? next.target : null,
  };
}

/** The index of the last that begins at or before the offset; -1 where none does. */
function lastUpTo(spans: readonly Span[], offset: number): number {
  let low = -1;
  let high = spans.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((spans[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function isBehind(text: string, end: number, start: number): boolean {
  return start - end <= MOST_CLOSING && CLOSING.test(text.slice(end, start));
}
