/** What completion offers, whatever is completed: one form for links, front matter and settings. */
import type { Span, TextEdit } from '../../text/span';

export type CompletionKind =
  | 'note'
  | 'unresolved'
  | 'heading'
  | 'blockId'
  | 'alias'
  | 'file'
  | 'folder'
  | 'key'
  | 'word'
  | 'type'
  | 'date'
  | 'block';

export interface CompletionEntry {
  readonly kind: CompletionKind;
  /** The whole name, or what tells it from others where it is long. */
  readonly label: string;
  /** The whole name, for clients without room beside a label. */
  readonly title?: string;
  /** A few words shown beside the label; may be empty. */
  readonly detail: string;
  readonly documentation?: Documentation;
  /** The note that is meant; its preview is the documentation. */
  readonly path?: string;
  /** Takes the place of `replace`. */
  readonly newText: string;
  /** The same with tab stops, in LSP's snippet syntax, for clients that know it. */
  readonly snippet?: string;
  /** Edits besides, none of which touches `replace`. */
  readonly edits?: readonly TextEdit[];
  /** What the editor holds what was typed against; the label where none is given. */
  readonly filter?: string;
  /** Whether something is left to choose right behind what it puts in. */
  readonly opensList?: boolean;
  /** Whether it is chosen before the author moves. */
  readonly preselected?: boolean;
}

/** Plain text. */
export interface Documentation {
  readonly paragraphs: readonly string[];
  /** Words to choose from, each with what it means. */
  readonly words?: readonly { readonly word: string; readonly meaning: string | null }[];
}

export interface Completions {
  /** Best first. */
  readonly entries: readonly CompletionEntry[];
  /** In one line, around the cursor. */
  readonly replace: Span;
  /** Whether the next letter asks anew instead of narrowing this list. */
  readonly incomplete: boolean;
}

/** More are not read, and cost time to send. */
export const COMPLETION_LIMIT = 50;
