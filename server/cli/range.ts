/** Places in files as the JSON reports and people are told them. */
import type { Position } from '../core/text/lines';

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** One-based `line:column`, as editors show and accept it. */
export function shownPosition({ start }: Range): string {
  return `${start.line + 1}:${start.character + 1}`;
}
