/** What stands beside a note in a list: its title, and what it is. */
import { folderOf, nameOf } from '../../vault/names';
import { displayTitle } from '../../vault/noteNames';
import type { Vault } from '../../vault/Vault';
import { factsOf } from '../completion/linkContext';

export function titleAt(vault: Vault, path: string): string {
  const note = vault.note(path);
  return note === undefined ? nameOf(path) : displayTitle(note);
}

/** Confidence, type and folder. */
export function noteFacts(vault: Vault, path: string): string {
  const note = vault.note(path);
  const { type, confidence } =
    note === undefined ? { type: null, confidence: null } : factsOf(note);
  return [confidence, type, folderOf(path)].filter(Boolean).join(' · ');
}
