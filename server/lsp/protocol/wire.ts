/** Places as LSP writes them. */

/** A part of a document, zero-based, in UTF-16 units, as in LSP. */
export interface WireRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}
