/** Answers which notes fit a half-typed query. */
import { typeOf } from '../core/authoring/drafts/typeOf';
import { titleAt } from '../core/features/navigation/noteFacts';
import { textOf } from '../core/text/frontmatter';
import { authorPlace } from './authorPlace';
import type { FindNotesParams, FoundNote } from './protocol';
import type { Session } from './Session';

/** Notes that an answer has at most. */
const MOST = 30;

export function answerFindNotes(
  session: Session,
  { uri, query, types }: FindNotesParams,
): FoundNote[] {
  const place = authorPlace(session, uri);
  if (place === null) return [];
  const { vault } = place;
  const { index } = vault;
  return index.find(query, MOST, types).map(path => ({
    uri: session.workspace.uriOf({ vault, path }),
    path,
    title: titleAt(index, path),
    type: typeOf(index, path)?.name ?? null,
    confidence: textOf(index.note(path)?.frontmatter ?? null, 'confidence') ?? null,
  }));
}
