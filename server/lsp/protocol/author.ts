/** A move of the author: what it needs, and what came of it. */
import type { Move } from '../../core/authoring/moves/Move';
import type { WireRange } from './wire';

/** `claimwright/author`, from the client: makes a move, which reaches it as one edit before the answer. */
export const authorMethod = 'claimwright/author';

/** Command of the server with the same parameters, for clients that ask nothing: code lenses and code actions run it. */
export const authorCommand = 'claimwright.server.author';

/** Command of the server, behind an edit that a client makes by itself: shows where the author goes on, a `ShownPlace`. */
export const showCommand = 'claimwright.server.show';

export interface ShownPlace {
  readonly uri: string;
  readonly range: WireRange;
}

export interface AuthorParams {
  /** Address of the note that the move is about, or of the root of the vault in which it makes one. */
  readonly uri: string;
  readonly selection?: WireRange;
  readonly move: Move;
}

export interface AuthorAnswer {
  /** Why nothing was done, as a sentence; `null` where it was. */
  readonly refused: string | null;
  /** Whether the client made the edit. */
  readonly applied: boolean;
  /** Where the author goes on writing. */
  readonly open: ShownPlace | null;
}

/**
 * `claimwright/checkMove`, from the client, with `AuthorParams`: whether the move could be made, before its author is
 * asked for words. Nothing is changed.
 */
export const checkMoveMethod = 'claimwright/checkMove';

export interface MoveCheck {
  /** Why it cannot, as a sentence; `null` where it can. */
  readonly refused: string | null;
}
