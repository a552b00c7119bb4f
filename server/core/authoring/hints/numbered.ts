/** Claims that are counted within a sentence: "Claims about (1) …, (2) …". */
import type { Span } from '../../text/span';

export interface Numbered {
  /** What stands in front of the first number. */
  readonly lead: Span;
  /** In order, without their numbers. */
  readonly items: readonly Span[];
  /** Where the last item ends. */
  readonly end: number;
}

const NUMBER = /(?:^|[\s:,;—])(?:\((\d{1,2}|[a-h])\)|(\d{1,2})\))[ \t]+/gu;

/** `sentences` are those of one paragraph; the last item ends with its sentence. `null` where nothing is counted. */
export function numberedIn(text: string, sentences: readonly Span[]): Numbered | null {
  const [first] = sentences;
  const last = sentences.at(-1);
  if (first === undefined || last === undefined) return null;
  const paragraph = text.slice(first.start, last.end);
  const marks: Span[] = [];
  for (const mark of paragraph.matchAll(NUMBER)) {
    if (ordinal(mark[1] ?? mark[2] ?? '') !== marks.length + 1) continue;
    const end = first.start + mark.index + mark[0].length;
    marks.push({ start: first.start + mark.index, end });
  }
  const [one] = marks;
  const final = marks.at(-1);
  if (marks.length < 2 || one === undefined || final === undefined) return null;
  const end = sentences.find(each => each.end > final.end)?.end ?? last.end;
  const items = marks.map((mark, index) => ({
    start: mark.end,
    end: marks[index + 1]?.start ?? end,
  }));
  const opening = sentences.findLast(each => each.start <= one.start) ?? first;
  return { lead: { start: opening.start, end: one.start }, items, end };
}

function ordinal(number: string): number {
  return /\d/u.test(number) ? Number(number) : number.charCodeAt(0) - 96;
}
