/** The type that a note says it has. */
import type { NoteType } from '../../schema/NoteType';
import { textOf } from '../../text/frontmatter';
import type { Vault } from '../../vault/Vault';

/** `undefined` where there is no such note, or it says no known type; old notes have today's type by their old one. */
export function typeOf(vault: Vault, path: string): NoteType | undefined {
  const written = textOf(vault.note(path)?.frontmatter ?? null, 'type');
  return written === undefined ? undefined : vault.config.schema.type(written);
}

export function isClaim(vault: Vault, path: string): boolean {
  return typeOf(vault, path)?.name === 'claim';
}
