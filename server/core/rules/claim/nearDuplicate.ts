/** A claim that may say what another one says in other words. */
import type { EdgeKind } from '../../schema/form';
import { MOST_ALIKE } from '../../vault/ClaimIndex';
import { relationsIn } from '../../vault/relationsIn';
import { samePlace } from '../../vault/samePlace';
import type { Vault } from '../../vault/Vault';
import { titleSpan } from '../file/titleSpan';
import type { Rule } from '../rule';

/** So many others are named, each in a line of its own below the finding. */
const MOST_NAMED = 3;
/** Who has said this of two claims has seen both. A claim that rests on the like of itself rests on nothing new. */
const TOLD_APART: ReadonlySet<EdgeKind> = new Set<EdgeKind>([
  'challenges',
  'challenged-by',
  'replaces',
  'replaced-by',
  'related',
]);

export const nearDuplicate: Rule = {
  code: 'claim/near-duplicate',
  severity: 'information',
  summary: 'A claim that may say what another one says in other words.',
  docs:
    'The evidence for one thing said twice is split between two notes, and each looks weaker than it is. Read both: keep one and let it take over ' +
    'the evidence, or retire one as `superseded_by` the other; where they say different things, name each other under `related` or `challenges`, and ' +
    'nothing is reported any more. Titles are compared by the plain forms of their words other than such as “the” and “because”, the statement in ' +
    'front of a “because” also by itself; the score says how much of both is shared. Titles of other numbers or names, of opposite words, or of which ' +
    'one denies what the other says, are not alike. Two claims with the same description are reported as well, and claims that were given up never; where more than twenty are alike, no more is told than that. ' +
    'Where the names are the same, claim/duplicate tells.',
  check({ vault, path, note, type }) {
    if (type?.name !== 'claim') return [];
    const same = vault.sameClaims(note);
    if (same === null) return [];
    const span = titleSpan(note);
    const found = vault.alikeClaims(path);
    if (found === null)
      return [{ span, message: `More than ${MOST_ALIKE} other claims may say the same.` }];
    const alike = found
      .filter(({ id }) => !same.includes(id) && !samePlace(id, path))
      .filter(({ id }) => !areToldApart(vault, path, id) && !areToldApart(vault, id, path));
    const [first] = alike;
    if (first === undefined) return [];
    const others = alike.length - 1;
    const more = others === 0 ? '' : `, and so may ${others} more`;
    const message = first.described
      ? `“${first.title}” is described in the same words${more}.`
      : `“${first.title}” may say the same (${percent(first.score)} alike)${more}.`;
    const related = alike.slice(0, MOST_NAMED).map(({ id, score, described }) => ({
      path: id,
      message: described ? 'The same description' : `${percent(score)} alike`,
    }));
    return [{ span, message, related }];
  },
  fix: () => [],
};

function areToldApart(vault: Vault, from: string, to: string): boolean {
  const note = vault.note(from);
  const relations = note === undefined ? [] : relationsIn(vault, vault.config.schema, note);
  return relations.some(relation => relation.to === to && TOLD_APART.has(relation.kind));
}

function percent(score: number): string {
  return `${Math.round(score * 100)} %`;
}
