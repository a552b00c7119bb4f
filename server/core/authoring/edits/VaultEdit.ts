/** A change of several files of a vault, which reaches its author as one step. */
import type { TextEdit } from '../../text/span';
import { applyEdits } from '../../text/span';

export interface VaultEdit {
  /** By path, in the texts as they are now; the files are renamed afterwards. */
  readonly edits: ReadonlyMap<string, readonly TextEdit[]>;
  /** New notes, at paths where nothing is. */
  readonly creates: readonly CreatedNote[];
  /** Of files; done all at once, so two may change places. */
  readonly renames: readonly { readonly from: string; readonly to: string }[];
}

export interface CreatedNote {
  readonly path: string;
  readonly text: string;
}

/** The text of a note as the vault knows it; `null` where it cannot be read. */
export type ReadText = (path: string) => string | null;

/** The texts of the notes that `edits` change, as they are afterwards. Throws where one is gone. */
export function editedTexts(
  edits: ReadonlyMap<string, readonly TextEdit[]>,
  read: ReadText,
): Map<string, string> {
  return new Map(
    [...edits].map(([path, each]) => {
      const text = read(path);
      if (text === null) throw new Error(`“${path}” cannot be read.`);
      return [path, applyEdits(text, each)];
    }),
  );
}
