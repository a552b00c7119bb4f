/** Says behind a hint which claim says it already. */

import { canonicalTarget } from '../../vault/canonical';
import { isClaim } from '../drafts/typeOf';
import { answered } from '../edits/besideHint';
import type { Author, Authored, RefusedMove } from './Author';
import { decided } from './decided';
import { hinted } from './hinted';
import type { Move } from './Move';

export function exists(
  author: Author,
  move: Extract<Move, { readonly kind: 'exists' }>,
): Authored | RefusedMove {
  const found = hinted(author, move.hint);
  if ('refused' in found) return found;
  const { vault } = author;
  if (!isClaim(vault, move.claim)) return { refused: `“${move.claim}” is no claim.` };
  const { origin, hint } = found;
  const target = canonicalTarget(vault, move.claim, origin.note.path);
  const edit = answered(origin.note, origin.text, hint, target);
  if (edit === null) return { refused: 'YAML would not read the hint with a link behind it.' };
  return decided(author, found, [edit], null, 'Link the hint to its claim');
}
