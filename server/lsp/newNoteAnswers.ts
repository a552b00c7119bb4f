/** Answers which new notes an author can make from where they are, and in which folders. */
import { newNoteFolders, wordsOf } from '../core/authoring/moves/newNoteFolder';
import { titledInside } from '../core/authoring/moves/newNoteName';
import { authorAt } from './authorPlace';
import type { NewNotes, NewNotesParams } from './protocol';
import type { Session } from './Session';

/** More folders nobody would look through. */
const MOST_FOLDERS = 200;

export function answerNewNotes(session: Session, { uri }: NewNotesParams): NewNotes | null {
  const author = authorAt(session, uri);
  if (author === null) return null;
  const { vault } = author;
  return {
    types: vault.config.schema.types.map(type => {
      const { sure, all } = newNoteFolders(author, type);
      return {
        name: type.name,
        meaning: type.meaning,
        folder: sure,
        folders: all.slice(0, MOST_FOLDERS),
        sentence: !titledInside(type) && type.name !== 'map',
      };
    }),
    domain: wordsOf(author).domain ?? null,
    domains: vault.vocabulary.known('domain'),
  };
}
