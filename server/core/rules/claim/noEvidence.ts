/** A claim that shows nothing it rests on. */
import { fieldOf } from '../../text/frontmatter';
import { isGivenUp } from '../../vault/isGivenUp';
import { targetType } from '../link/targetType';
import type { Place, Rule } from '../rule';
import { claimTitle } from './claimTitle';

export const noEvidence: Rule = {
  code: 'claim/no-evidence',
  severity: 'hint',
  summary: 'A claim that shows nothing it rests on.',
  docs:
    'A claim and its evidence belong together, so that a reader can weigh the one by the other (in argument mapping, a contention without ' +
    'premises). Anything counts: a link in the text to another note than a map (the closing list of related notes does not), `depends_on`, a quotation, a figure, a citation, an address, words under ' +
    '“Evidence”, or a source that names this claim among what was extracted from it.',
  check(place) {
    const { note, type } = place;
    if (type?.name !== 'claim' || isGivenUp(note) || note.signs.evidence) return [];
    if (hasGrounds(place)) return [];
    const { span } = claimTitle(note);
    return [
      {
        span,
        message:
          'Nothing here shows what this claim rests on: no source, quotation, figure or other note.',
      },
    ];
  },
  fix: () => [],
};

function hasGrounds(place: Place): boolean {
  const { vault, path, note, links } = place;
  const said = fieldOf(note.frontmatter, 'depends_on')?.values ?? [];
  if (said.some(({ data }) => data !== null && data !== '')) return true;
  const { closing } = note.signs;
  const inText = links.filter(({ link }) => link.field === null && link.span.start < closing);
  if (inText.some(each => targetType(place, each)?.name !== 'map')) return true;
  return vault.relations.origins(path).length > 0 || vault.relations.foundations(path).length > 0;
}
