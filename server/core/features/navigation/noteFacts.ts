/** What stands beside a note in a list: its title, and what it is. */
import { fieldOf } from '../../text/frontmatter';
import { folderOf, nameOf } from '../../vault/names';
import { displayTitle } from '../../vault/noteNames';
import type { Vault } from '../../vault/Vault';

export function titleAt(vault: Vault, path: string): string {
  const note = vault.note(path);
  return note === undefined ? nameOf(path) : displayTitle(note);
}

/** Confidence, type and folder. */
export function noteFacts(vault: Vault, path: string): string {
  const frontmatter = vault.note(path)?.frontmatter ?? null;
  const said = ['confidence', 'type'].map(name => fieldOf(frontmatter, name)?.values[0]?.text);
  return [...said, folderOf(path)].filter(Boolean).join(' · ');
}
