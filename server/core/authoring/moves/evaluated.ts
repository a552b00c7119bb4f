/** Says of a note that it was held against the evidence today. */
import { withArticle } from '../../rules/frontmatter/expected';
import { textOf } from '../../text/frontmatter';
import { displayTitle } from '../../vault/noteNames';
import { fieldEdits } from '../edits/fieldEdit';
import type { Author, Authored, RefusedMove } from './Author';
import { faulty, fieldsOf, isRefusedMove } from './noteOf';

const FIELD = 'last_evaluated';

export function evaluated(author: Author): Authored | RefusedMove {
  const found = fieldsOf(author);
  if (isRefusedMove(found)) return found;
  const { note, text, type } = found;
  if (type?.field(FIELD) === undefined) {
    const what = type === undefined ? 'A note of no known type' : capital(withArticle(type.name));
    return { refused: `${what} does not say when it was last evaluated.` };
  }
  if (textOf(note.frontmatter, FIELD)?.trim() === author.today)
    return { refused: `“${displayTitle(note)}” was marked as evaluated today already.` };
  const edits = fieldEdits(text, type, [{ field: FIELD, value: author.today }]);
  if (typeof edits === 'string') return faulty(note, edits);
  return {
    edit: { edits: new Map([[note.path, edits]]), creates: [], renames: [] },
    label: 'Mark as evaluated today',
    open: null,
  };
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
