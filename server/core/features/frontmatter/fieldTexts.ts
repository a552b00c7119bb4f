/** The texts that a note has in a field, for who only shows them. */
import type { NoteType } from '../../schema/NoteType';
import { type Frontmatter, fieldOf } from '../../text/frontmatter';
import type { Note } from '../../text/parseNote';

/** What a field holds under the name of today, or else under one that older notes have for it alone. */
export function textsOf({ frontmatter }: Note, type: NoteType | undefined, name: string): string[] {
  const found = textsIn(frontmatter, name);
  if (found.length > 0) return found;
  for (const old of type?.field(name)?.legacy ?? []) {
    const once = type?.fieldMeant(old)?.name === name ? textsIn(frontmatter, old) : [];
    if (once.length > 0) return once;
  }
  return [];
}

function textsIn(frontmatter: Frontmatter | null, name: string): string[] {
  const field = fieldOf(frontmatter, name);
  if (field === undefined || field.kind === 'map') return [];
  const said = field.values.filter(({ data }) => data !== null).map(({ text }) => text.trim());
  return said.filter(text => text !== '');
}
