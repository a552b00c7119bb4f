/** A link to a heading that its note does not have. */
import { encoded } from '../../text/destination';
import type { Note } from '../../text/parseNote';
import { insideQuotes } from '../../text/yamlText';
import { anchors } from '../../vault/fragment';
import { slugOf } from '../../vault/names';
import type { Fix, Place, Rule } from '../rule';
import { closest, MOST_NAMES } from './closest';
import { linkFound } from './linkFound';
import {
  type LostFragment,
  lostFragment,
  namesBlock,
  reported,
  withFragment,
  withoutFragment,
} from './lostFragment';
import { shortened } from './shortened';

export const linkMissingHeading: Rule = {
  code: 'link/missing-heading',
  severity: 'warning',
  summary: 'A link to a heading that its note does not have.',
  docs:
    'The note is found, so the link opens it at its beginning; mostly the heading was reworded. Headings are compared without case and ' +
    'without the marks that a link cannot hold; of `#A#B`, B stands in the section of A. A Markdown link may also use the anchor that GitHub makes of a heading.',
  check(place) {
    return place.links.flatMap(resolved => {
      const lost = lostFragment(place, resolved);
      return lost === null || namesBlock(lost) ? [] : [reported(place, lost, 'heading')];
    });
  },
  fix(place, finding) {
    const resolved = linkFound(place, finding);
    const lost = resolved === undefined ? null : lostFragment(place, resolved);
    return lost === null ? [] : [...alike(place, lost), ...withoutFragment(lost)];
  },
};

function alike({ vault }: Place, lost: LostFragment): Fix[] {
  const note = vault.note(lost.path);
  if (note === undefined) return [];
  const headings = note.headings.slice(0, MOST_NAMES);
  const texts = [...new Set(headings.map(({ text }) => text))].filter(text => text !== '');
  const last = lost.fragment.split('#').at(-1) ?? lost.fragment;
  // The anchor of a heading is what other tools write.
  const spelt = texts.filter(text => slugOf(text) === slugOf(last));
  const offered = spelt.length > 0 ? spelt : closest(last, texts);
  return offered.slice(0, 3).map(text => ({
    title: `Link to the heading “${shortened(text)}”`,
    safe: spelt.length === 1 && slugOf(last) !== '',
    edits: [withFragment(lost, written(lost, text, note))],
  }));
}

/** In a Markdown link as an anchor where it was one; else the text without the marks that would end the link. */
function written({ link, fragment }: LostFragment, text: string, note: Note): string {
  if (link.form === 'markdown' && !/[\s\p{Lu}]/u.test(fragment)) {
    const anchor = anchors(note)[note.headings.findIndex(each => each.text === text)];
    if (anchor) return anchor;
  }
  if (link.form === 'markdown') return encoded(text, link.quoting === 'angle');
  const bare = text
    .replace(/[#|^\\[\]:]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return insideQuotes(bare, link.quoting);
}
