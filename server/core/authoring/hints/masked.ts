/** A part of a note as its hints read: without block ids, marks of quoted blocks, and what became of a hint. */
import type { Span } from '../../text/span';

export interface Masked {
  /** The part, without struck-through marks, answers, block ids, and the `>` of quoted lines. */
  readonly text: string;
  /** Of a place in `text`, the offset of the same character in the note. */
  readonly at: (offset: number) => number;
  /** Of the note: what stands between `~~` and `~~`. */
  readonly struck: readonly Span[];
  readonly answers: readonly Answer[];
}

/** ` → [[claim]]`: the note that a hint behind which it stands became, or that says it already. */
export interface Answer extends Span {
  readonly target: string;
}

const MARK =
  /~~|(?:→|->)[ \t]{0,4}\[\[([^[\]\r\n]{1,400})\]\]|(?<=\n)[ \t]*(?:>[ \t]?)+|(?<=[ \t\n])\^[A-Za-z0-9-]+(?=[ \t]*\r?(?:\n|$))/gu;

/** Hints are found in the same places whatever was struck or answered, so that one mark never moves another hint. */
export function masked(text: string, { start, end }: Span): Masked {
  const part = text.slice(start, end);
  const struck: Span[] = [];
  const answers: Answer[] = [];
  const kept: Span[] = [];
  let from = 0;
  let opened = -1;
  for (const mark of part.matchAll(MARK)) {
    const after = mark.index + mark[0].length;
    const target = mark[1];
    let before = mark.index;
    // With an answer or a block id go the blanks in front of it.
    if (target !== undefined || mark[0].startsWith('^'))
      while (before > from && /[ \t]/u.test(part[before - 1] ?? '')) before--;
    if (target !== undefined) answers.push({ start: start + before, end: start + after, target });
    else if (mark[0] === '~~') {
      // Not from one paragraph to another.
      const isOpen = opened >= 0 && !/\n[ \t]*\r?\n/u.test(part.slice(opened, mark.index));
      if (isOpen) struck.push({ start: start + opened, end: start + mark.index });
      opened = isOpen ? -1 : after;
    }
    kept.push({ start: from, end: before });
    from = after;
  }
  kept.push({ start: from, end: part.length });
  return {
    text: kept.map(each => part.slice(each.start, each.end)).join(''),
    at: placeIn(kept, start),
    struck,
    answers,
  };
}

function placeIn(kept: readonly Span[], base: number): Masked['at'] {
  const starts: number[] = [];
  let length = 0;
  for (const { start, end } of kept) {
    starts.push(length);
    length += end - start;
  }
  return offset => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return base + (kept[low]?.start ?? 0) + offset - (starts[low] ?? 0);
  };
}
