/** Answers whether a move could be made, before an author is asked for words. */
import { prepare } from './authorAnswers';
import type { AuthorParams, MoveCheck } from './protocol';
import type { Session } from './Session';

export function answerCheckMove(session: Session, params: AuthorParams): MoveCheck {
  const prepared = prepare(session, params);
  return { refused: 'refused' in prepared ? prepared.refused : null };
}
