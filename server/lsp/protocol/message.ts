/** The message for a commit. */

/** `claimwright/message`, from the client: the message for a commit of what differs from the last one. Runs git. */
export const messageMethod = 'claimwright/message';

export interface MessageParams {
  /** Address of a note, or of a vault's root. */
  readonly uri: string;
}

export interface MessageAnswer {
  /** Why there is none, as a sentence; `null` where there is one. */
  readonly refused: string | null;
  /** Subject, body and trailers, divided by empty lines. */
  readonly message: string;
  /** Addresses of notes that it counts as they are in the editor, and that are not saved so. */
  readonly unsaved: readonly string[];
}
