/** Notes that wait to be evaluated again. */
import type { WireRange } from './wire';

/**
 * `claimwright/dependents`, from the client: the notes that wait to be evaluated again since something that they rest on
 * changed. Refused with a sentence while not all notes are read.
 */
export const dependentsMethod = 'claimwright/dependents';

export interface DependentsParams {
  /** Address of the note that changed, for what rests on it; of a folder in a vault, or of a vault's root, for all there. */
  readonly uri: string;
}

export interface WaitingNote {
  readonly uri: string;
  readonly path: string;
  readonly title: string;
  /** Where it says that it rests on what changed. */
  readonly range: WireRange;
  /** What changed, each a sentence or two; at least one. */
  readonly why: readonly string[];
}
