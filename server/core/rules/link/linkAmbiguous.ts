/** A link that several notes answer to. */
import type { Link } from '../../text/links';
import { retarget } from '../../text/yamlText';
import { folderOf } from '../../vault/names';
import { repairTarget } from '../repair/repairTarget';
import type { Place, Rule } from '../rule';
import { linkFound } from './linkFound';

export const linkAmbiguous: Rule = {
  code: 'link/ambiguous',
  severity: 'warning',
  summary: 'A link by a name that stands in several folders.',
  docs:
    'Every tool chooses by itself which of the notes it opens. With the folder before the name the link leads to one. ' +
    'A note in the folder of the link, or at the root, is taken for the one meant and not reported.',
  check(place) {
    return ambiguous(place).map(({ link, paths }) => ({
      span: link.target.span,
      message: `${paths.length} notes have this name: in ${paths.map(path => `\`${folderOf(path)}\``).join(', ')}.`,
      related: paths.map(path => ({ path, message: 'One of the notes of this name' })),
    }));
  },
  fix(place, finding) {
    const { vault, path: from } = place;
    const found = linkFound(place, finding);
    if (found?.resolution.kind !== 'ambiguous') return [];
    const { link, resolution } = found;
    return resolution.paths.map(path => ({
      title: `Link to the note in \`${folderOf(path)}\``,
      safe: false,
      edits: [retarget(link, repairTarget(vault, link, path, from))],
    }));
  },
};

function ambiguous({ links }: Place): { link: Link; paths: readonly string[] }[] {
  return links.flatMap(({ link, resolution }) =>
    resolution.kind === 'ambiguous' ? [{ link, paths: resolution.paths }] : [],
  );
}
