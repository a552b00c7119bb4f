/** Hints of a source whose claims are there although the source does not list them, as where only half was kept. */
import type { Note } from '../../text/parseNote';
import type { Vault } from '../../vault/Vault';
import { isClaim, typeOf } from '../drafts/typeOf';
import type { PlacedHint } from '../hints/Hint';
import { ledTo } from './ledTo';

const LIST = 'claims_extracted';

/** One for each such claim. None of a note that keeps no such list. */
export function unrecorded(vault: Vault, note: Note, hints: readonly PlacedHint[]): PlacedHint[] {
  const type = typeOf(vault, note.path);
  if (type?.field(LIST) === undefined) return [];
  const listed = note.links.filter(
    ({ field }) => field !== null && type.fieldMeant(field)?.name === LIST,
  );
  const seen = new Set(ledTo(vault, note.path, listed));
  return hints.filter(hint => {
    const { promoted, kind, dropped, answer } = hint;
    if (promoted === null || kind === 'enrichment' || dropped || seen.has(promoted)) return false;
    const claim = isClaim(vault, promoted) ? vault.note(promoted) : undefined;
    // What an author linked may be older than the source; then the claim says nothing of it.
    const isItsOwn =
      answer === null || ledTo(vault, promoted, claim?.links ?? []).includes(note.path);
    if (claim === undefined || !isItsOwn) return false;
    seen.add(promoted);
    return true;
  });
}
