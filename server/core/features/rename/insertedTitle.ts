/** Puts the whole title into a note whose file name will hold only a part of it. */
import { insertedLine, lineEndOf } from '../../rules/frontmatter/frontmatterText';
import { textOf } from '../../text/frontmatter';
import type { Note } from '../../text/parseNote';
import type { TextEdit } from '../../text/span';
import { yamlScalar } from '../../text/yamlText';
import type { Vault } from '../../vault/Vault';
import type { ReadText } from './VaultEdit';

/** As `title:`, for which a note without front matter gets some: no heading comes or goes. */
export function insertedTitle(vault: Vault, note: Note, title: string, read: ReadText): TextEdit[] {
  const text = read(note.path) ?? '';
  const line = `title: ${yamlScalar(title)}`;
  const { frontmatter, body } = note;
  if (frontmatter === null) {
    const end = lineEndOf(text);
    const newText = `---${end}${line}${end}---${end}`;
    return [{ span: { start: body, end: body }, newText }];
  }
  const type = vault.config.schema.type(textOf(frontmatter, 'type') ?? '');
  const edit = insertedLine(text, frontmatter, type, 'title', line);
  return edit === null ? [] : [edit];
}
