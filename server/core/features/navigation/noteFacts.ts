/** What stands beside a note in a list: its title, and what it is. */
import { fieldOf } from '../../text/frontmatter';
import { folderOf, nameOf } from '../../vault/names';
import { displayTitle } from '../../vault/noteNames';
import type { Vault } from '../../vault/Vault';

export function titleAt(vault: Vault, path: string): string {
  const note = vault.glance(path);
  return note === undefined ? nameOf(path) : displayTitle(note);
}

/** Both of each note of a list: lists are long, and none of their notes stays at hand. */
export function titlesAndFacts(
  vault: Vault,
  paths: readonly string[],
): { readonly titles: readonly string[]; readonly facts: readonly string[] } {
  const titles: string[] = [];
  const facts: string[] = [];
  for (const path of paths) {
    titles.push(titleAt(vault, path));
    facts.push(noteFacts(vault, path));
  }
  return { titles, facts };
}

/** Confidence, type and folder. */
export function noteFacts(vault: Vault, path: string): string {
  const frontmatter = vault.glance(path)?.frontmatter ?? null;
  const said = ['confidence', 'type'].map(name => fieldOf(frontmatter, name)?.values[0]?.text);
  return [...said, folderOf(path)].filter(Boolean).join(' · ');
}
