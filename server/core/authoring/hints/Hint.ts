/** What an extraction hint is: a claim that somebody should write, or mend, named in a source or a musing. */
import type { Span } from '../../text/span';

/**
 * `proposition`: a full sentence that can be argued. `topic`: a phrase that names a claim. `enrichment`: an existing
 * claim is to be updated, supported or challenged.
 */
export type HintKind = 'proposition' | 'topic' | 'enrichment';

export interface Hint {
  /** As it is written, without list marks, lead-ins, quotes or bold around the whole, and the final full stop. */
  readonly text: string;
  readonly kind: HintKind;
  /** A level of confidence that the hint states; `null` where it states none. */
  readonly confidence: string | null;
  /** What the hint says for itself beside its text; `null` where nothing. */
  readonly reason: string | null;
  /** Where it stands in the text of the note; in front matter YAML may write it with escapes. */
  readonly span: Span;
  /** Struck through, `~~so~~`: nobody will write it. */
  readonly dropped: boolean;
  /** The note that it names behind itself, ` → [[claim]]`, as the claim that it became or that says it already. */
  readonly answer: string | null;
}

/** A hint of a vault's note, with what became of it. */
export interface PlacedHint extends Hint {
  /** Counts the hints of its note from zero, in the order of the text. */
  readonly index: number;
  /** Path of the claim that it became, or that says it already; `null` while nobody wrote it. */
  readonly promoted: string | null;
}

/** Says which hint is meant, though the note may have changed since it was told. */
export interface HintReference {
  readonly index: number;
  readonly text: string;
}

/** Whether somebody has still to decide about it. */
export function isOpen({ promoted, dropped }: PlacedHint): boolean {
  return promoted === null && !dropped;
}
