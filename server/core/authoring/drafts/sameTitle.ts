/** The claim that has a title already: a second one would only be a copy. */
import { slugOf } from '../../vault/names';
import { displayTitle } from '../../vault/noteNames';
import { tellingMarks } from '../../vault/tellingMarks';
import type { Vault } from '../../vault/Vault';
import { plainTitle } from './plainWords';
import { isClaim } from './typeOf';

/** What that claim is called; `null` where there is none. Capitals and punctuation make no difference. */
export function sameTitle(vault: Vault, written: string): string | null {
  const title = plainTitle(written);
  const slug = slugOf(title);
  for (const path of slug === '' ? [] : vault.notesWithSlug(slug)) {
    const note = vault.note(path);
    if (note === undefined || !isClaim(vault, path)) continue;
    const named = displayTitle(note);
    // Another of its names may be the one that is the same; a file name cannot hold every mark.
    if (slugOf(named) !== slug || tellingMarks(named) === tellingMarks(title)) return named;
  }
  return null;
}
