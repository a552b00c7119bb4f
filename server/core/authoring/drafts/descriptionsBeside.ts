/** How the claims that came of a note already are described: two with the same description would look like one claim. */
import { textOf } from '../../text/frontmatter';
import { slugOf } from '../../vault/names';
import type { Vault } from '../../vault/Vault';
import { placedHints } from '../hints/placedHints';
import type { ClaimOrigin } from './claimDraft';

/** So many links of the note are looked at. */
const LOOKED_AT = 300;

/** Slugs of the descriptions of what the note names, by link or by hint. `text` is the note's as the vault has it. */
export function descriptionsBeside(vault: Vault, { note, text }: ClaimOrigin): Set<string> {
  const linked = note.links.slice(0, LOOKED_AT).flatMap(link => {
    const resolution = vault.resolve(link, note.path);
    return 'path' in resolution ? [resolution.path] : [];
  });
  const promoted = placedHints(vault, note.path, text).flatMap(each => each.promoted ?? []);
  const slugs = new Set<string>();
  for (const path of new Set([...linked, ...promoted])) {
    const description = textOf(vault.note(path)?.frontmatter ?? null, 'description');
    if (description !== undefined) slugs.add(slugOf(description));
  }
  return slugs;
}
