/** Where the lines of a text begin, so that offsets can be told as zero-based lines and UTF-16 characters. */
import type { Span } from './span';

export type LineStarts = Uint32Array;

/** Where the starts are gathered before they are copied at their length, which is not known before. */
let gathered = new Uint32Array(1024);

/** A line ends at `\n`, `\r\n` or a lone `\r`, as LSP has it. */
export function lineStarts(text: string): LineStarts {
  // Editors do not count a byte-order mark as a character of the first line.
  gathered[0] = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let count = 1;
  const { length } = text;
  let feed = placeOf('\n', text, 0);
  let carriage = placeOf('\r', text, 0);
  while (feed < length || carriage < length) {
    if (carriage < feed) {
      const alone = carriage + 1 < feed || feed === length;
      if (alone) count = gather(count, carriage + 1);
      carriage = placeOf('\r', text, carriage + 1);
    } else {
      count = gather(count, feed + 1);
      feed = placeOf('\n', text, feed + 1);
    }
  }
  return gathered.slice(0, count);
}

function gather(count: number, start: number): number {
  if (count === gathered.length) {
    const more = new Uint32Array(count * 2);
    more.set(gathered);
    gathered = more;
  }
  gathered[count] = start;
  return count + 1;
}

/** The text's length where it has no more. */
function placeOf(mark: string, text: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at;
}

/** Zero-based line and UTF-16 character, as in LSP. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export function rangeOf(
  starts: LineStarts,
  { start, end }: Span,
): { start: Position; end: Position } {
  return { start: positionAt(starts, start), end: positionAt(starts, end) };
}

export function positionAt(starts: LineStarts, offset: number): Position {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low, character: Math.max(0, offset - (starts[low] ?? 0)) };
}
