/** A note that nobody has written yet, checked as if it stood there. */
import type { ClaimProblem } from './claim';
import type { AlikeClaim } from './title';

/** `claimwright/checkDraft`, from the client: what would be reported of a text, as a note. Nothing is changed. */
export const checkDraftMethod = 'claimwright/checkDraft';

export interface CheckDraftParams {
  /** Address of a note of the vault, or of its root. */
  readonly uri: string;
  readonly text: string;
  /** From the vault's root; `null` where the draft's title and domain have to tell. Another text of a note that is there, or a new one. */
  readonly path: string | null;
}

export interface CheckedDraft {
  /** Why it was not checked, as a sentence; `null` where it was. */
  readonly refused: string | null;
  /** Where it would stand. */
  readonly path: string | null;
  readonly problems: readonly ClaimProblem[];
  /** At most five claims that may say the same, the likest first. */
  readonly alike: readonly AlikeClaim[];
}
