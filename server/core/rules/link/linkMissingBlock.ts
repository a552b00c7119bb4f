/** A link to a block that its note does not have. */
import { nearest } from '../../text/nearest';
import type { Rule } from '../rule';
import { linkFound } from './linkFound';
import { lostFragment, namesBlock, reported, withFragment, withoutFragment } from './lostFragment';

/** More ids are not compared. */
const MOST_IDS = 500;

export const linkMissingBlock: Rule = {
  code: 'link/missing-block',
  severity: 'warning',
  summary: 'A link to a block that its note does not have.',
  docs:
    'A block is named by `^name` at its end, and `[[note#^name]]` leads to it. Where the name is gone, mostly because the paragraph was rewritten, ' +
    'the link opens the note at its beginning, and an embedded block shows nothing.',
  check(place) {
    return place.links.flatMap(resolved => {
      const lost = lostFragment(place, resolved);
      return lost !== null && namesBlock(lost) ? [reported(place, lost, 'block')] : [];
    });
  },
  fix(place, finding) {
    const resolved = linkFound(place, finding);
    const lost = resolved === undefined ? null : lostFragment(place, resolved);
    if (lost === null) return [];
    const ids = place.vault.note(lost.path)?.blocks.slice(0, MOST_IDS) ?? [];
    const meant = nearest(lost.fragment.slice(1), [...new Set(ids.map(({ id }) => id))]);
    const fixes = withoutFragment(lost);
    if (meant === null) return fixes;
    const edits = [withFragment(lost, `^${meant}`)];
    return [{ title: `Link to the block “${meant}”`, safe: false, edits }, ...fixes];
  },
};
