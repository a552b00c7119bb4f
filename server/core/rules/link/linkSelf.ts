/** A link that leads to the very note it stands in. */

import type { Place, ResolvedLink, Rule } from '../rule';
import { linkFound } from './linkFound';
import { removedEntry } from './removedEntry';
import { unlinked } from './unlinked';

export const linkSelf: Rule = {
  code: 'link/self',
  severity: 'warning',
  summary: 'A link that leads to the note it stands in.',
  docs:
    'A reader who follows it stays where they are, and a note that supports itself or rests on itself says nothing. Mostly another note was ' +
    'meant, or the text was copied. Links to a heading or a block of the same note are as they should be.',
  check(place) {
    return place.links
      .filter(resolved => leadsToItself(place, resolved))
      .map(({ link }) => ({
        span: link.target.span,
        message:
          link.field === null
            ? 'This link leads to the note it stands in.'
            : `\`${link.field}\` names the note it stands in.`,
      }));
  },
  fix(place, finding) {
    const link = linkFound(place, finding)?.link;
    if (link === undefined) return [];
    const removal = link.field === null ? null : removedEntry(place.text, link);
    if (removal !== null) return [{ title: 'Remove this entry', safe: false, edits: [removal] }];
    const edit = unlinked(link);
    const title = 'Remove the link, keep the text';
    return edit === null ? [] : [{ title, safe: false, edits: [edit] }];
  },
};

/** What only resembles the note's own title may be meant for another that is not there. */
function leadsToItself({ path }: Place, { link, resolution }: ResolvedLink): boolean {
  return (
    resolution.kind === 'found' &&
    resolution.path === path &&
    resolution.how !== 'self' &&
    (link.target.fragment ?? '') === ''
  );
}
