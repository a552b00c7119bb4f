/** The hints of a vault's note, with what became of each. */
import { slugOf } from '../../vault/names';
import { resolve } from '../../vault/resolve';
import type { Vault } from '../../vault/Vault';
import { claimsExtracted } from './claimsExtracted';
import type { Hint, HintReference, PlacedHint } from './Hint';
import { hintsOf } from './hintsOf';
import { noteType } from './noteType';

/** Empty where there is no such note. `text` is the note's as the vault has it. */
export function placedHints(vault: Vault, path: string, text: string): PlacedHint[] {
  const note = vault.note(path);
  if (note === undefined) return [];
  const hints = hintsOf(note, text, noteType(vault, path));
  if (hints.length === 0) return [];
  const said = hints.map(each => answerOf(vault, path, each));
  const open = hints.map((each, at) => (said[at] === null ? each : null));
  const extracted = claimsExtracted(vault, note, open);
  const called = new Map<string, string | null>();
  const claimOf = (slug: string) => {
    if (!called.has(slug)) called.set(slug, claimCalled(vault, slug));
    return called.get(slug) ?? null;
  };
  return hints.map((hint, index) => ({
    ...hint,
    index,
    promoted: said[index] ?? extracted[index] ?? claimOf(slugSaid(hint)),
  }));
}

/** The hint that is meant: of that place and text, or else the only one of that text. */
export function hintAt(
  hints: readonly PlacedHint[],
  { index, text }: HintReference,
): PlacedHint | undefined {
  const there = hints[index];
  if (there?.text === text) return there;
  const same = hints.filter(each => each.text === text);
  return same.length === 1 ? same[0] : undefined;
}

function answerOf(vault: Vault, path: string, { answer }: Hint): string | null {
  const [written = ''] = answer?.split(/[|#]/u) ?? [];
  if (written.trim() === '') return null;
  const resolution = resolve(vault, written.trim(), path);
  return resolution.kind === 'found' || resolution.kind === 'near' ? resolution.path : null;
}

/** Empty for an enrichment, which is not yet done where the claim exists that it is about. */
function slugSaid({ text, kind }: Hint): string {
  return kind === 'enrichment' ? '' : slugOf(text);
}

/** The one claim, or the first of them, that has this name or title. */
function claimCalled(vault: Vault, slug: string): string | null {
  if (slug === '') return null;
  const claims = vault.notesWithSlug(slug).filter(each => noteType(vault, each)?.name === 'claim');
  return [...claims].sort()[0] ?? null;
}
