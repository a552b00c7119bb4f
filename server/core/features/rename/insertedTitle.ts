/** Puts the whole title into a note whose file name will hold only a part of it. */

import type { ReadText } from '../../authoring/edits/VaultEdit';
import { insertedLine, lineEndOf } from '../../rules/frontmatter/frontmatterText';
import { fieldOf, textOf } from '../../text/frontmatter';
import type { Note } from '../../text/parseNote';
import type { TextEdit } from '../../text/span';
import { yamlScalar } from '../../text/yamlText';
import type { Vault } from '../../vault/Vault';

/**
 * As `title:`, for which a note without front matter gets some: no heading comes or goes. `null` where there is no
 * place for one line: in `{a: 1}`, or where a title of another kind stands already.
 */
export function insertedTitle(
  vault: Vault,
  note: Note,
  title: string,
  read: ReadText,
): TextEdit | null {
  const text = read(note.path) ?? '';
  const line = `title: ${yamlScalar(title)}`;
  const { frontmatter, body } = note;
  if (frontmatter === null) {
    const end = lineEndOf(text);
    return { span: { start: body, end: body }, newText: `---${end}${line}${end}---${end}` };
  }
  const field = fieldOf(frontmatter, 'title');
  if (field !== undefined) {
    const said = text.slice(field.span.start, field.span.end);
    // Only a key that says nothing has room.
    const empty = /^title[ \t]*:[ \t]*$/u.test(said.trimEnd());
    return empty
      ? {
          span: { start: field.span.start, end: field.span.start + said.trimEnd().length },
          newText: line,
        }
      : null;
  }
  const type = vault.config.schema.type(textOf(frontmatter, 'type') ?? '');
  return insertedLine(text, frontmatter, type, 'title', line);
}
