/** Where the lines of a text begin, so that offsets can be told as zero-based lines and UTF-16 characters. */
import type { Span } from './span';

export type LineStarts = Uint32Array;

/** A line ends at `\n`, `\r\n` or a lone `\r`, as LSP has it. */
export function lineStarts(text: string): LineStarts {
  // Editors do not count a byte-order mark as a character of the first line.
  const starts: number[] = [text.charCodeAt(0) === 0xfeff ? 1 : 0];
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return Uint32Array.from(starts);
  }
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 13 && text.charCodeAt(at + 1) === 10) at++;
    if (code === 10 || code === 13) starts.push(at + 1);
  }
  return Uint32Array.from(starts);
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
