/** The type that a note says it has, or else the type of the notes in its folder. */
import type { NoteType } from '../../schema/NoteType';
import { textOf } from '../../text/frontmatter';
import type { Vault } from '../../vault/Vault';

export function noteType(vault: Vault, path: string): NoteType | undefined {
  const { schema } = vault.config;
  const said = textOf(vault.note(path)?.frontmatter ?? null, 'type');
  return (said === undefined ? undefined : schema.type(said)) ?? schema.typeOfPath(path);
}
