/** Places in files as the JSON reports and people are told them. */
import { type LineStarts, positionAt } from '../core/text/lines';
import type { Span } from '../core/text/span';

/** Zero-based, characters in UTF-16, as in LSP. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export function rangeOf(lines: LineStarts, { start, end }: Span): Range {
  return { start: positionAt(lines, start), end: positionAt(lines, end) };
}

/** One-based `line:column`, as editors show and accept it. */
export function shownPosition({ start }: Range): string {
  return `${start.line + 1}:${start.character + 1}`;
}
