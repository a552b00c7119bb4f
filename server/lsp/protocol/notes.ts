/** Notes that are there to be found, and notes that can be made. */

/** `claimwright/findNotes`, from the client: notes whose names fit a half-typed query, best first. */
export const findNotesMethod = 'claimwright/findNotes';

export interface FindNotesParams {
  /** Address of a note of the vault, or of its root. */
  readonly uri: string;
  readonly query: string;
  /** Only notes of these types; of any where it is missing. */
  readonly types?: readonly string[];
}

export interface FoundNote {
  readonly uri: string;
  readonly path: string;
  readonly title: string;
  readonly type: string | null;
  readonly confidence: string | null;
}

/** `claimwright/newNotes`, from the client: which notes can be made from a note, or in a vault, and where. */
export const newNotesMethod = 'claimwright/newNotes';

export interface NewNotesParams {
  /** Address of a note of the vault, or of its root. */
  readonly uri: string;
}

export interface NewNotes {
  readonly types: readonly NewNoteType[];
  /** The domain that is surely meant; `null` where only the author knows. */
  readonly domain: string | null;
  readonly domains: readonly string[];
}

export interface NewNoteType {
  readonly name: string;
  readonly meaning: string;
  /** The folder that is surely meant; `null` where the author has to choose one. */
  readonly folder: string | null;
  /** The likeliest first. */
  readonly folders: readonly string[];
  /** Whether such a note is called by a sentence. */
  readonly sentence: boolean;
}
