/** The hint that a move is about, in a note that can be changed. */
import type { ClaimOrigin } from '../drafts/claimDraft';
import { typeOf } from '../drafts/typeOf';
import { frontmatterFault } from '../edits/fieldEdit';
import type { HintReference, PlacedHint } from '../hints/Hint';
import { hintAt, placedHints } from '../hints/placedHints';
import type { Author, RefusedMove } from './Author';

export interface Hinted {
  readonly origin: ClaimOrigin;
  readonly hint: PlacedHint;
  /** All of the note. */
  readonly hints: readonly PlacedHint[];
}

/** Refused where the note says no such thing any more, or where somebody decided about it already. */
export function hinted(author: Author, reference: HintReference): Hinted | RefusedMove {
  const asked = askedHint(author, reference);
  return 'refused' in asked ? asked : (decidedAlready(asked.hint) ?? asked);
}

/** Whatever became of it. */
export function askedHint(author: Author, reference: HintReference): Hinted | RefusedMove {
  const origin = originOf(author);
  if ('refused' in origin) return origin;
  const hints = placedHints(author.vault, origin.note.path, origin.text);
  const hint = hintAt(hints, reference);
  if (hint === undefined)
    return { refused: `“${reference.text}” is no hint of “${origin.note.path}” any more.` };
  return { origin, hint, hints };
}

export function decidedAlready({ dropped, promoted }: PlacedHint): RefusedMove | null {
  if (dropped) return { refused: 'This hint was dropped. Take the `~~` around it off first.' };
  return promoted === null
    ? null
    : { refused: `“${promoted}” was made of this hint, or says it already.` };
}

/** The author's own note with its text. */
export function originOf({ vault, path, read }: Author): ClaimOrigin | RefusedMove {
  if (path === null) return { refused: 'Open the source or the musing that this is about.' };
  const note = vault.note(path);
  const text = read(path);
  if (note === undefined || text === null)
    return { refused: `“${path}” is no note that can be read.` };
  const fault = frontmatterFault(note.frontmatter);
  if (fault !== null) return { refused: `“${path}” ${fault}: mend that first.` };
  // A note that does not say what it is, is what its folder holds.
  const type = typeOf(vault, path) ?? vault.config.schema.typeOfPath(path);
  return { note, text, type };
}
