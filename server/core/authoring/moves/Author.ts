/** Who makes a move, of which note, and what comes of it. */
import type { Span } from '../../text/span';
import type { Vault } from '../../vault/Vault';
import type { ReadText, VaultEdit } from '../edits/VaultEdit';

export interface Author {
  readonly vault: Vault;
  /** The note that the move is about; `null` where it makes one from nothing. */
  readonly path: string | null;
  /** What is selected in that note; `null` where nothing is. */
  readonly selection: Span | null;
  /** `YYYY-MM-DD` where the author is. */
  readonly today: string;
  /** The agent that the author says to be; `null` where the vault has to tell. */
  readonly agent: string | null;
  readonly read: ReadText;
}

export interface Authored {
  readonly edit: VaultEdit;
  /** What it does, for the author's list of undoable steps. */
  readonly label: string;
  /** Where the author goes on writing, in the text as it is afterwards; `null` where everything is said. */
  readonly open: { readonly path: string; readonly selection: Span } | null;
}

export interface RefusedMove {
  /** Why nothing can be done, as a sentence. */
  readonly refused: string;
}
