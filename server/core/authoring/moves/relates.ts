/** Whether a note names another in one of its fields. */
import type { Note } from '../../text/parseNote';
import type { Vault } from '../../vault/Vault';
import { ledTo } from './ledTo';

export function relates(vault: Vault, note: Note, field: string, path: string): boolean {
  return related(vault, note, field).includes(path);
}

/** Paths of the notes that it names in the field. */
export function related(vault: Vault, note: Note, field: string): string[] {
  return ledTo(
    vault,
    note.path,
    note.links.filter(link => link.field === field),
  );
}
