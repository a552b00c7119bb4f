/** Strikes a hint through: nobody will write it. */
import { struck } from '../edits/besideHint';
import type { Author, Authored, RefusedMove } from './Author';
import { decided } from './decided';
import { hinted } from './hinted';
import type { Move } from './Move';

export function drop(
  author: Author,
  move: Extract<Move, { readonly kind: 'drop' }>,
): Authored | RefusedMove {
  const found = hinted(author, move.hint);
  if ('refused' in found) return found;
  const { origin, hint } = found;
  const edits = struck(origin.note, origin.text, hint);
  if (edits === null)
    return {
      refused: 'A line cannot go through this hint: it has one inside, or YAML would break.',
    };
  return decided(author, found, edits, null, 'Drop the hint');
}
