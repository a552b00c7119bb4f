/** How notes that nobody has written yet stand among those that a list offers. */
import { nameOf } from '../../vault/names';
import { titlesOf } from '../../vault/noteNames';
import type { Vault } from '../../vault/Vault';
import type { CompletionEntry } from './Completions';
import { fitter } from './fitter';
import type { Unresolved } from './unresolvedCandidates';

export function unresolvedDetail({ holders }: Unresolved): string {
  return `no note yet · linked in ${holders === 1 ? '1 note' : `${holders} notes`}`;
}

/** Behind the last note that has all the words: what does not exist yet comes after what fits as well. */
export function amongNotes(
  vault: Vault,
  query: string,
  notes: readonly CompletionEntry[],
  unresolved: readonly CompletionEntry[],
): CompletionEntry[] {
  if (unresolved.length === 0) return [...notes];
  const fits = fitter(query);
  const has = ({ path = '' }: CompletionEntry) => {
    const name = nameOf(path);
    if (fits(name)) return true;
    const note = vault.glance(path);
    return note !== undefined && fits([name, ...titlesOf(note)].join('\n'));
  };
  const place = notes.findLastIndex(has) + 1;
  return [...notes.slice(0, place), ...unresolved, ...notes.slice(place)];
}
