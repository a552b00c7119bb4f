/** A claim that stands twice in the vault. */
import { enumeration } from '../../text/enumeration';
import { textOf } from '../../text/frontmatter';
import { claimSlugs } from '../../vault/claimSlugs';
import { folderOf } from '../../vault/names';
import { samePlace } from '../../vault/samePlace';
import type { Vault } from '../../vault/Vault';
import { titleSpan } from '../file/titleSpan';
import type { Place, Rule } from '../rule';

/** So many others are named. */
const MOST_NAMED = 3;

export const claimDuplicate: Rule = {
  code: 'claim/duplicate',
  severity: 'warning',
  summary: 'A claim that stands in the vault twice.',
  docs:
    'Two claims of one name or title drift apart: evidence is added to one, and half of the links lead to the other. Keep one, add what only ' +
    'the other has, and let the links lead there. Names are compared as slugs, so capitals and punctuation make no difference.',
  check(place) {
    const others = duplicates(place);
    if (others.length === 0) return [];
    const places = [...new Set(others.map(other => where(place, other)))];
    const more = places.length - MOST_NAMED;
    const named = more > 0 ? [...places.slice(0, MOST_NAMED), `${more} more places`] : places;
    return [
      {
        span: titleSpan(place.note),
        message: `The same claim also stands ${enumeration(named, 'and')}.`,
        related: others
          .slice(0, MOST_NAMED)
          .map(path => ({ path, message: 'The same claim by name or title' })),
      },
    ];
  },
  fix: () => [],
};

function duplicates({ vault, path, note, type }: Place): string[] {
  if (type?.name !== 'claim') return [];
  const others = new Set<string>();
  for (const slug of claimSlugs(note)) {
    for (const other of vault.notesWithSlug(slug)) {
      // Twins are told of by another rule.
      if (!samePlace(other, path) && isClaim(vault, other, slug)) others.add(other);
    }
  }
  return [...others].sort();
}

function isClaim(vault: Vault, path: string, slug: string): boolean {
  const note = vault.note(path);
  const type = textOf(note?.frontmatter ?? null, 'type');
  return (
    note !== undefined &&
    type !== undefined &&
    vault.config.schema.type(type)?.name === 'claim' &&
    claimSlugs(note).includes(slug)
  );
}

function where({ path }: Place, other: string): string {
  const folder = folderOf(other);
  return folder === folderOf(path) ? 'in this folder' : `in \`${folder || 'the root'}\``;
}
