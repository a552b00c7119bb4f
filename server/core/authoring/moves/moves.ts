/** Every move of an author. A new one is one file and one line here. */
import type { Author, Authored, RefusedMove } from './Author';
import { counter } from './counter';
import { drop } from './drop';
import { enrich } from './enrich';
import { evaluated } from './evaluated';
import { exists } from './exists';
import { done, nullResult } from './finish';
import type { Move, MoveKind } from './Move';
import { newClaim } from './newClaim';
import { newNote } from './newNote';
import { newSource } from './newSource';
import { objection } from './objection';
import { promote } from './promote';
import { retire } from './retire';

type Made<Kind extends MoveKind> = (
  author: Author,
  move: Extract<Move, { readonly kind: Kind }>,
) => Authored | RefusedMove;

const moves: { readonly [Kind in MoveKind]?: Made<Kind> } = {
  promote,
  drop,
  exists,
  enrich,
  claim: newClaim,
  note: newNote,
  source: newSource,
  counter,
  objection,
  retire,
  done,
  'null-result': nullResult,
  evaluated,
};

export function make(author: Author, move: Move): Authored | RefusedMove {
  // Whoever asks may send anything.
  const made = Object.hasOwn(moves, move.kind)
    ? (moves[move.kind] as Made<MoveKind> | undefined)
    : undefined;
  return made === undefined ? { refused: `There is no move “${move.kind}”.` } : made(author, move);
}
