/** What an author can have done in one undoable step; also how clients ask for it. */
import type { HintReference } from '../hints/Hint';

/** Notes are named by their paths from the vault's root. */
export type Move =
  /** Writes the claim that a hint of the source or musing names. */
  | { readonly kind: 'promote'; readonly hint: HintReference; readonly title: string | null }
  /** Strikes a hint through. */
  | { readonly kind: 'drop'; readonly hint: HintReference }
  /** Says behind a hint which claim says it already. */
  | { readonly kind: 'exists'; readonly hint: HintReference; readonly claim: string }
  /** Adds the hint's, or the selected, evidence of the source to a claim. */
  | { readonly kind: 'enrich'; readonly hint: HintReference | null; readonly claim: string }
  /** Writes a claim; from a source the selection becomes evidence, without one it stands by itself. */
  | { readonly kind: 'claim'; readonly title: string; readonly domain: string | null }
  /** A new note of a type; `folder` where the author chose one. */
  | {
      readonly kind: 'note';
      readonly type: string;
      readonly title: string;
      readonly folder: string | null;
    }
  /** A new source, waiting to be read. */
  | {
      readonly kind: 'source';
      readonly title: string;
      readonly url: string;
      readonly author: string;
      readonly domain: string | null;
      /** What was copied of it; may be empty. */
      readonly text: string;
    }
  /** Writes a claim that speaks against this one; both name each other. */
  | { readonly kind: 'counter'; readonly title: string }
  /** Adds an objection to the claim's Challenges. */
  | { readonly kind: 'objection'; readonly text: string }
  /** The claim no longer holds; `by` is the one that replaces it. */
  | { readonly kind: 'retire'; readonly by: string | null; readonly reason: string }
  /** All of the source is used: it moves to the archive. */
  | { readonly kind: 'done' }
  /** The source yields nothing, and `notes` say why. */
  | { readonly kind: 'null-result'; readonly notes: string }
  /** The note was held against the evidence today. */
  | { readonly kind: 'evaluated' };

export type MoveKind = Move['kind'];
