/** The type that the note behind a link says it has. */
import type { NoteType } from '../../schema/NoteType';
import { textOf } from '../../text/frontmatter';
import type { Place, ResolvedLink } from '../rule';

/** `undefined` where the link leads to no note, or to one of no known type of today. */
export function targetType({ vault }: Place, { resolution }: ResolvedLink): NoteType | undefined {
  if (resolution.kind !== 'found' && resolution.kind !== 'near') return undefined;
  const written = textOf(vault.note(resolution.path)?.frontmatter ?? null, 'type')?.trim();
  const type = written === undefined ? undefined : vault.config.schema.type(written);
  // Notes of older types stood where today others do.
  return type?.name === written?.toLowerCase() ? type : undefined;
}
