/** A claim that is thought to be sure, and does not mention what another note says against it. */
import { fieldOf, textOf } from '../../text/frontmatter';
import { canonicalTarget } from '../../vault/canonical';
import { isGivenUp } from '../../vault/isGivenUp';
import { displayTitle } from '../../vault/noteNames';
import { newEntry } from '../frontmatter/newEntry';
import { shortened } from '../link/shortened';
import type { Place, Rule } from '../rule';
import { claimTitle } from './claimTitle';

const MOST_NAMED = 3;
/** The levels of confidence at which counter-evidence has to be faced. */
const SURE = new Set(['likely', 'proven']);

export const unansweredChallenge: Rule = {
  code: 'claim/unanswered-challenge',
  severity: 'information',
  summary:
    'A likely or proven claim that passes over what another note of the vault says against it.',
  docs:
    'Confidence means that objections were weighed, so a claim of `likely` or more names those that the vault knows: in `challenged_by`, under a ' +
    'heading such as “Challenges”, or by a link to the note that challenges it. Where a rebuttal is not answered, a reader of the one note never ' +
    'learns of the other (in argument mapping, an objection that is not drawn). Answer it, or lower the confidence.',
  check(place) {
    const { note, type } = place;
    const confidence = textOf(note.frontmatter, 'confidence')?.trim() ?? '';
    if (type?.name !== 'claim' || !SURE.has(confidence) || isGivenUp(note)) return [];
    const challengers = unanswered(place);
    const [first] = challengers;
    const value = fieldOf(note.frontmatter, 'confidence')?.values[0];
    if (first === undefined) return [];
    const more = challengers.length - 1;
    const named = `“${shortened(titleOf(place, first))}”`;
    const others = more === 0 ? '' : more === 1 ? ' and another note' : ` and ${more} other notes`;
    return [
      {
        span: value?.inner ?? claimTitle(note).span,
        message: `${named}${others} ${more === 0 ? 'challenges' : 'challenge'} this claim, and nothing here says so.`,
        related: challengers
          .slice(0, MOST_NAMED)
          .map(path => ({ path, message: 'Challenges this claim' })),
      },
    ];
  },
  fix(place) {
    return unanswered(place).flatMap(path => {
      const target = canonicalTarget(place.vault, path, place.path);
      const edit = newEntry(place, 'challenged_by', target);
      const title = `Add “${shortened(titleOf(place, path))}” to \`challenged_by\``;
      return edit === null ? [] : [{ title, safe: false, edits: [edit] }];
    });
  },
};

/** The notes that challenge it, where it acknowledges none of them; by path. */
function unanswered({ vault, path, note, links }: Place): string[] {
  const said = fieldOf(note.frontmatter, 'challenged_by')?.values ?? [];
  if (note.signs.challenges || said.some(({ data }) => data !== null && data !== '')) return [];
  const known = new Set(
    links.flatMap(({ resolution }) => ('path' in resolution ? [resolution.path] : [])),
  );
  return vault.relations
    .challengers(path)
    .filter(each => {
      const challenger = vault.note(each);
      return challenger !== undefined && !known.has(each) && !isGivenUp(challenger);
    })
    .sort();
}

function titleOf({ vault }: Place, path: string): string {
  const note = vault.note(path);
  return note === undefined ? path : displayTitle(note);
}
