/** One note before and after, though it may have moved meanwhile. */
import type { NoteState } from './NoteState';

/** Never without both. */
export interface NotePair {
  readonly before: NoteState | null;
  readonly after: NoteState | null;
}

export function pathOf({ before, after }: NotePair): string {
  return (after ?? before)?.path ?? '';
}

/** Notes without a counterpart yet; what is paired is taken out. */
export interface Unpaired {
  gone: NoteState[];
  come: NoteState[];
}

export function takeOut(left: Unpaired, pairs: readonly NotePair[]): void {
  const paired = new Set(pairs.flatMap(({ before, after }) => [before, after]));
  left.gone = left.gone.filter(state => !paired.has(state));
  left.come = left.come.filter(state => !paired.has(state));
}
