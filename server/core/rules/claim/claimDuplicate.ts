/** A claim that stands twice in the vault. */
import { enumeration } from '../../text/enumeration';
import { MOST_SAME } from '../../vault/ClaimIndex';
import { folderOf } from '../../vault/names';
import { samePlace } from '../../vault/samePlace';
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
    'the other has, and let the links lead there, or retire it. Names are compared as slugs, so capitals and punctuation make no difference; ' +
    'marks such as those of “C++”, “5%” and “.5” do. Claims that were given up, by their `status` or `superseded_by`, are left out.',
  check(place) {
    const { vault, path, note, type } = place;
    const same = type?.name === 'claim' ? vault.sameClaims(note) : [];
    const span = titleSpan(note);
    if (same === null)
      return [{ span, message: `The same claim stands in more than ${MOST_SAME} other notes.` }];
    // Twins are told of by another rule.
    const others = same.filter(other => !samePlace(other, path));
    if (others.length === 0) return [];
    const places = [...new Set(others.map(other => where(place, other)))];
    const more = places.length - MOST_NAMED;
    const named = more > 0 ? [...places.slice(0, MOST_NAMED), `${more} more places`] : places;
    return [
      {
        span,
        message: `The same claim also stands ${enumeration(named, 'and')}.`,
        related: others
          .slice(0, MOST_NAMED)
          .map(each => ({ path: each, message: 'The same claim by name or title' })),
      },
    ];
  },
  fix: () => [],
};

function where({ path }: Place, other: string): string {
  const folder = folderOf(other);
  return folder === folderOf(path) ? 'in this folder' : `in \`${folder || 'the root'}\``;
}
